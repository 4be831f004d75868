// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/network.hpp"

#include <gtest/gtest.h>

#include "tests/fixtures/desk.hpp"

namespace kring::network {
namespace {

using fixtures::faults_of;
using Words = std::vector<std::string>;

TEST(ProgrammeRules, needs_a_name_in_both_languages) {
    EXPECT_EQ(faults_of(problems_of(Programme{})),
              (Words{"name_nl: problem.needed.name_nl", "name_en: problem.needed.name_en"}));
    EXPECT_TRUE(problems_of(Programme{"", {"KCI", "CCP"}, "", "", "", "", {}}).empty());
}

TEST(ProgrammeRules, tells_everything_that_is_wrong_at_once) {
    Programme programme{"", {std::string(201, 'x'), "CCP"}, "", "", "2026-02-30", "gisteren", {"\x01", ""}};
    EXPECT_EQ(faults_of(problems_of(programme)),
              (Words{"name_nl: problem.too_long", "starts: network.problem.day", "ends: network.problem.day",
                     "goals_nl: problem.unclean"}));
}

TEST(ProgrammeRules, does_not_end_before_it_starts) {
    Programme programme{"", {"KCI", "CCP"}, "", "", "2026-03-01", "2026-02-28", {}};
    EXPECT_EQ(faults_of(problems_of(programme)), Words{"ends: network.problem.days_reversed"});
    programme.ends = "2026-03-01";
    EXPECT_TRUE(problems_of(programme).empty());
    programme.starts = "";
    EXPECT_TRUE(problems_of(programme).empty());
}

TEST(NetworkRules, keeps_texts_within_bounds) {
    Network network;
    network.name = {"ICT", "ICT"};
    network.about.nl = std::string(text_length_max, 'a');
    network.house_rules.en = std::string(text_length_max, 'a');
    EXPECT_TRUE(problems_of(network).empty());
    network.about.nl += "a";
    network.house_rules.en += "a";
    EXPECT_EQ(faults_of(problems_of(network)),
              (Words{"about_nl: problem.too_long", "house_rules_en: problem.too_long"}));
}

}  // namespace
}  // namespace kring::network
