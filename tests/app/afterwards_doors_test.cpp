// SPDX-License-Identifier: EUPL-1.2
// What stays of a workshop, as found from its page and from "Mijn Kring"; and the jobs around it.
#include "app/door.hpp"
#include "app/jobs.hpp"
#include "tests/app/front_door.hpp"

namespace kring::app {
namespace {

using fixtures::link_of;
using fixtures::parse_page;

class Afterwards : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), all_routes()};

    void held_on(std::string_view day) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute("update workshops set day = $1 where id = 'ict-2'", {day});
            return Result<Done>(Done{});
        }));
    }
    std::string door(std::string_view who, std::string_view words, std::string_view workshop = "ict-2") {
        const auto response = desk.get(who, "/bijeenkomsten/" + std::string(workshop));
        EXPECT_EQ(response.status, 200);
        return link_of(parse_page(response.body), words);
    }
};
KRING_ON_BOTH_ENGINES(Afterwards);

TEST_P(Afterwards, doors_open_for_who_may_go_through_when_it_is_time) {
    const std::string make = "/bijeenkomsten/ict-2/afspraken/nieuw";
    EXPECT_EQ(door("anna", "Maak een afspraak"), make);
    EXPECT_EQ(door("bram", "Maak een afspraak"), "");
    EXPECT_EQ(door("femke", "Evaluatie"), "") << "it has not been";
    EXPECT_EQ(door("anna", "Verslag in concept"), "");
    held_on("2026-11-22");
    EXPECT_EQ(door("femke", "Evaluatie"), "/bijeenkomsten/ict-2/evaluatie/uitkomsten");
    EXPECT_EQ(door("anna", "Evaluatie"), "");
    EXPECT_EQ(door("anna", "Verslag in concept"), "/bijeenkomsten/ict-2/verslag");
    EXPECT_EQ(door("bram", "Verslag in concept"), "");
    EXPECT_EQ(door("anna", "Zeg wat je ervan vond"), "");
    ASSERT_EQ(desk.post("femke", "/bijeenkomsten/ict-2/evaluatie/verzoek", {}).status, 303);
    EXPECT_EQ(door("anna", "Zeg wat je ervan vond"), "/bijeenkomsten/ict-2/evaluatie");
    EXPECT_EQ(door("bram", "Zeg wat je ervan vond"), "");
}

TEST_P(Afterwards, an_evaluation_leads_to_a_commitment_in_ones_own_list_and_in_the_next_workshop) {
    held_on("2026-11-22");
    ASSERT_EQ(desk.post("femke", "/bijeenkomsten/ict-2/evaluatie/verzoek", {}).status, 303);
    ASSERT_EQ(desk.post("anna", "/bijeenkomsten/ict-2/evaluatie",
                        {{"learned", "Veel"},
                         {"what", "Levensduur vragen"},
                         {"due_on", "2027-03-01"},
                         {"makes_commitment", "yes"}})
                  .status,
              303);
    const std::string own = link_of(parse_page(desk.get("anna", "/mijn").body), "Levensduur vragen");
    ASSERT_EQ(own.substr(0, 11), "/afspraken/");
    EXPECT_EQ(link_of(parse_page(desk.get("sami", own).body), "Klaar"), "");
    EXPECT_EQ(link_of(parse_page(desk.get("anna", own).body), "Klaar"), own + "/klaar");
    EXPECT_EQ(door("anna", "Afspraken van vorige keer: 1", "ict-3"), "/bijeenkomsten/ict-3/afspraken");
    EXPECT_EQ(door("sami", "Afspraken: 1"), "/bijeenkomsten/ict-2/afspraken");
    EXPECT_EQ(door("bram", "Afspraken: 1"), "");
    EXPECT_NE(
        link_of(parse_page(desk.get("anna", "/netwerken/ict/reeksen/1").body), "Afspraken uit deze reeks"),
        "");
}

class AfterwardsJobs : public ::testing::TestWithParam<db::Engine> {
protected:
    SettledDatabase settled{GetParam()};
    House house{config_for(settled.address())};

    void sql(std::string_view statement, std::initializer_list<db::Param> params) {
        ASSERT_TRUE(house.database.write([&](db::Connection& in) {
            in.execute(statement, params);
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(AfterwardsJobs);

TEST_P(AfterwardsJobs, ask_about_a_workshop_of_yesterday_once) {
    EXPECT_EQ(tend_evaluations(house), 0);
    sql("update workshops set day = $1 where id = 'ict-2'", {amsterdam_day(now() - day_ms)});
    EXPECT_EQ(tend_evaluations(house), 1);
    EXPECT_EQ(tend_evaluations(house), 0);
    EXPECT_EQ(remind_of_commitments(house), 0);
}

}  // namespace
}  // namespace kring::app
