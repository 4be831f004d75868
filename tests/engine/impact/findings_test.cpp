// SPDX-License-Identifier: EUPL-1.2
// What is told besides the figures: longer use that is worse, mixed methods, both burden rules, what is
// missing.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/engine/impact/questions.hpp"

namespace kring::impact {

namespace {

using namespace example;

std::vector<Finding> told(const Question& question, Notice notice) {
    const Result<Assessment> found = assess(question);
    EXPECT_TRUE(found) << (found ? "" : found.problems()[0].phrase + " " + found.problems()[0].field);
    std::vector<Finding> findings;
    for (const Finding& finding : found->findings) {
        if (finding.notice == notice) findings.push_back(finding);
    }
    return findings;
}

double number(const Finding& finding, std::string_view name) {
    for (const auto& [known, value] : finding.numbers) {
        if (known == name) return value;
    }
    ADD_FAILURE() << name;
    return 0;
}

std::string text(const Finding& finding, std::string_view name) {
    for (const auto& [known, value] : finding.texts) {
        if (known == name) return value;
    }
    return "";
}

/// A new device each four years that takes 20 kWh a year, or an old one kept for eight that takes more.
Builder old_and_new(double old_energy) {
    Builder b;
    b.question.horizon = 8;
    b.question.fleet[0].seats = 10;
    b.question.devices.push_back(b.device("desktop", 200, 20));
    b.add("new", b.route(RouteKind::bought_new, 4));
    Route longer = b.route(RouteKind::extended, 8);
    longer.parts = b.known<KgCo2e>(16);
    longer.energy = b.known<KwhPerYear>(old_energy);
    b.add("longer", longer);
    return b;
}

}  // namespace

TEST(Findings, say_when_longer_use_emits_more_and_where_both_would_be_even) {
    // Per seat and year: 200 / 4 = 50 kg against (200 + 16) / 8 = 27 kg: 23 kg saved, even at 20 + 23 /
    // 0.2527.
    const std::vector<Finding> found = told(old_and_new(150).question, Notice::longer_is_worse);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(text(found[0], "option"), "longer");
    EXPECT_EQ(text(found[0], "against"), "new");
    EXPECT_EQ(text(found[0], "line"), "laptops");
    EXPECT_NEAR(number(found[0], "embodied_saved"), 23, 1e-9);
    EXPECT_NEAR(number(found[0], "use_added"), 130 * 0.2527, 1e-9);
    EXPECT_NEAR(number(found[0], "break_even_energy"), 20 + 23 / 0.2527, 1e-9);
    EXPECT_NEAR(number(found[0], "break_even_parts"), 16 - 8 * (130 * 0.2527 - 23), 1e-9);
    EXPECT_TRUE(told(old_and_new(100).question, Notice::longer_is_worse).empty());
}

TEST(Findings, turn_at_the_break_even_they_name) {
    const double even =
        number(told(old_and_new(150).question, Notice::longer_is_worse)[0], "break_even_energy");
    EXPECT_TRUE(told(old_and_new(even * (1 - 1e-9)).question, Notice::longer_is_worse).empty());
    EXPECT_EQ(told(old_and_new(even * (1 + 1e-9)).question, Notice::longer_is_worse).size(), 1U);
}

TEST(Findings, say_how_sure_it_is_that_longer_use_is_better) {
    Builder b = old_and_new(100);
    b.question.grids[0].factor = b.about<KgCo2ePerKwh>(Distribution::uniform(0, 0.5));
    b.question.draws = 1000;
    // Better where 23 kg > 80 kWh times the factor: below 0.2875, so in 57.5 % of draws.
    const std::vector<Finding> found = told(b.question, Notice::longer_is_unsure);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NEAR(number(found[0], "chance"), 0.575, 4 * std::sqrt(0.575 * 0.425 / 8192));
}

TEST(Findings, warn_where_numbers_of_several_methods_are_compared) {
    Builder b = mixed();
    const std::vector<Finding> found = told(b.question, Notice::mixed_methods);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(text(found[0], "methods"), "another, one maker");
    for (Device& device : b.question.devices) device.method = "one maker";
    EXPECT_TRUE(told(b.question, Notice::mixed_methods).empty());
    b.question.devices[1].method = "";
    EXPECT_EQ(text(told(b.question, Notice::unknown_method).at(0), "devices"), "monitors");
}

TEST(Findings, tell_both_burden_rules_where_they_differ) {
    Builder b = golden();
    b.question.options.pop_back();
    b.question.wanted.push_back(Output::other_rule);
    const std::vector<Finding> found = told(b.question, Notice::burden_matters);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(text(found[0], "option"), "S3");
    EXPECT_NEAR(number(found[0], "other") / number(found[0], "chosen"), 348518.4 / 98518.4, 1e-12);
}

TEST(Findings, warn_of_a_credit_beside_a_device_that_comes_free) {
    const std::vector<Finding> found = told(golden().question, Notice::credit_beside_cut_off);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(text(found[0], "credit"), "S5");
    EXPECT_EQ(text(found[0], "cut_off"), "S3");
    Builder b = golden();
    b.question.burden = Burden::life_share;
    EXPECT_TRUE(told(b.question, Notice::credit_beside_cut_off).empty());
}

TEST(Findings, name_what_costs_leave_out) {
    Builder b = golden();
    b.question.economy.shadow_price.reset();
    const std::vector<Finding> found = told(b.question, Notice::incomplete_costs);
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(text(found[0], "missing"), "shadow_price");
    EXPECT_EQ(text(found[3], "missing"), "price, shadow_price");
    b.question.wanted = {Output::total};
    EXPECT_TRUE(told(b.question, Notice::incomplete_costs).empty());
}

TEST(Findings, name_every_number_that_nobody_confirmed) {
    Builder b = golden();
    const SourceId unsure = b.question.sources.add({"hearsay", "", "k", 0, "", Certainty::unverified, ""});
    b.question.economy.shadow_price = Estimate<EuroPerKgCo2e>(Quantity<EuroPerKgCo2e>(0.13), unsure);
    const std::vector<Finding> found = told(b.question, Notice::unverified_input);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(text(found[0], "source"), "hearsay");
    EXPECT_EQ(text(found[0], "row"), "k");
}

TEST(Findings, say_when_draws_are_too_few_for_a_mean) {
    Builder b = golden();
    b.question.devices[0].embodied = b.about<KgCo2e>(Distribution::lognormal(250, 6));
    b.question.draws = 200;
    EXPECT_FALSE(told(b.question, Notice::heavy_tail).empty());
    EXPECT_TRUE(told(golden().question, Notice::heavy_tail).empty());
}

TEST(Findings, carry_the_sources_that_an_option_used) {
    Builder b = golden();
    const SourceId unused = b.question.sources.add({"nobody asks", "", "", 0, "", Certainty::low, ""});
    const SourceId of_lease = b.question.sources.add({"a seller", "", "", 0, "", Certainty::low, ""});
    b.question.options[4].parts[0].route.costs.lease =
        Estimate<EuroPerYear>(Quantity<EuroPerYear>(288), of_lease);
    const Result<Assessment> found = assess(b.question);
    EXPECT_EQ(found->options[0].sources, std::vector<SourceId>{b.source});
    EXPECT_EQ(found->options[4].sources, (std::vector<SourceId>{b.source, of_lease}));
    EXPECT_EQ(found->sources[unused].source, "nobody asks");
}

}  // namespace kring::impact
