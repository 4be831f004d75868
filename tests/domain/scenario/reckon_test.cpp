// SPDX-License-Identifier: EUPL-1.2
// A scenario's question to the engine, held against the golden example of the method (1,000 laptops, 8
// years).
#include "domain/scenario/reckon.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "domain/scenario/assumed.hpp"

namespace kring::scenario {
namespace {

Figure fixed(std::string key, double value) {
    Figure one;
    one.key = std::move(key);
    one.low = one.likely = one.high = value;
    one.source = "golden example";
    one.certainty = Certainty::high;
    return one;
}

Figure spread(std::string key, double low, double likely, double high, Shape shape) {
    Figure one = fixed(std::move(key), likely);
    one.low = low;
    one.high = high;
    one.shape = shape;
    return one;
}

Figures golden() {
    return Figures({fixed("grid", 0.2527),
                    fixed("laptop.embodied", 250),
                    fixed("laptop.energy", 20),
                    fixed("laptop.mass", 2),
                    fixed("laptop.price", 900),
                    fixed("electricity_price", 0.25),
                    fixed("carbon_price", 0.13),
                    fixed("use", 1),
                    fixed("maintenance", 30),
                    fixed("ageing", 55),
                    fixed("residual", 0.1),
                    fixed("extend.parts", 10),
                    fixed("refurbished.processing", 25),
                    fixed("refurbished.first_life", 4),
                    fixed("refurbished.price", 0.5),
                    fixed("refurbished.new_parts", 0),
                    fixed("remanufactured.emissions", 0.0634),
                    fixed("remanufactured.price", 0.6),
                    fixed("remanufactured.new_parts", 0),
                    fixed("lease.rate", 0.32),
                    fixed("lease.reused", 0.7),
                    fixed("lease.displaced", 0.5),
                    fixed("lease.second_life", 3),
                    fixed("lease.reference_life", 4),
                    fixed("lease.processing", 25)});
}

Inputs thousand_laptops() {
    Inputs inputs;
    inputs.fleet = {{"laptop", 1000}};
    inputs.routes = {{Way::fresh, 4, ""},
                     {Way::extend, 6, ""},
                     {Way::refurbished, 4, ""},
                     {Way::remanufactured, 5, ""},
                     {Way::lease, 4, ""}};
    inputs.draws = 1000;
    return inputs;
}

void expect_all(const Spread& spread, double value) {
    for (const double one : {spread.p5, spread.p50, spread.p95, spread.mean})
        EXPECT_NEAR(one, value, 1e-9 * std::fabs(value) + 1e-9);
}

TEST(ScenarioReckoning, gives_the_golden_emissions_of_every_route) {
    const auto outcome = reckon(thousand_laptops(), golden(), 1);
    ASSERT_TRUE(outcome) << outcome.problems().front().phrase;
    const auto total = [&](std::size_t at) { return outcome->routes[at].of(Measure::total); };
    expect_all(total(0), 540432);
    expect_all(total(1), 387098 + 2.0 / 3);
    expect_all(total(2), 50000 + 40432);
    expect_all(total(3), 25360 + 40432);
    expect_all(total(4), 540432);
    expect_all(outcome->routes[2].of(Measure::other_rule), 300000 + 40432);
    expect_all(outcome->routes[4].of(Measure::credit), 113750);
    expect_all(outcome->routes[0].of(Measure::energy), 160000);
    expect_all(outcome->routes[0].of(Measure::material), 4000);
    expect_all(outcome->routes[0].of(Measure::use), 40432);
}

TEST(ScenarioReckoning, gives_the_golden_costs_of_a_lease) {
    const auto outcome = reckon(thousand_laptops(), golden(), 1);
    ASSERT_TRUE(outcome);
    EXPECT_NEAR(outcome->routes[4].of(Measure::cost).p50 / 1000, 2056.769812, 1e-5);
}

TEST(ScenarioReckoning, counts_both_rules_when_users_share_by_years) {
    Inputs inputs = thousand_laptops();
    inputs.burden = Burden::by_years;
    const auto outcome = reckon(inputs, golden(), 1);
    ASSERT_TRUE(outcome);
    expect_all(outcome->routes[2].of(Measure::total), 340432);
    expect_all(outcome->routes[2].of(Measure::other_rule), 90432);
}

Figures unsure() {
    std::vector<Figure> all = golden().all();
    for (Figure& one : all) {
        if (one.key == "laptop.embodied") one = spread(one.key, 135, 241, 386, Shape::lognormal);
        if (one.key == "grid") one = spread(one.key, 0.2, 0.253, 0.33, Shape::triangular);
    }
    return Figures(std::move(all));
}

TEST(ScenarioReckoning, says_what_the_other_routes_save_on_the_same_draws_and_what_that_hangs_on) {
    Inputs inputs = thousand_laptops();
    inputs.draws = 20'000;
    const auto outcome = reckon(inputs, unsure(), 1);
    ASSERT_TRUE(outcome);
    ASSERT_EQ(outcome->comparisons.size(), 4U);
    const Comparison& refurbished = outcome->comparisons[1];
    EXPECT_EQ(refurbished.other, 2U);
    EXPECT_EQ(refurbished.chance, 1);
    EXPECT_GT(refurbished.saved.p5, 0);
    // Both use the same electricity, so nothing of the difference comes from it.
    ASSERT_FALSE(refurbished.drivers.empty());
    EXPECT_EQ(refurbished.drivers.front().figure, "laptop.embodied");
    EXPECT_NEAR(refurbished.drivers.front().share, 1, 0.02);
    const Comparison& lease = outcome->comparisons[3];
    EXPECT_EQ(lease.saved, (Spread{0, 0, 0, 0}));
    EXPECT_EQ(lease.chance, 0);
}

TEST(ScenarioReckoning, comes_out_the_same_bits_each_time_and_for_any_number_of_threads) {
    Inputs inputs = thousand_laptops();
    inputs.draws = 5'000;
    const auto once = reckon(inputs, unsure(), 1);
    const auto again = reckon(inputs, unsure(), 2);
    ASSERT_TRUE(once);
    ASSERT_TRUE(again);
    EXPECT_EQ(to_text(*once), to_text(*again));
    inputs.seed = 2;
    const auto other = reckon(inputs, unsure(), 1);
    ASSERT_TRUE(other);
    EXPECT_NE(to_text(*once), to_text(*other));
}

TEST(ScenarioReckoning, tells_when_longer_is_not_better) {
    Inputs inputs;
    inputs.fleet = {{"desktop", 500}};
    inputs.routes = {{Way::extend, 8, ""}, {Way::fresh, 5, "thin_client"}};
    inputs.draws = 2'000;
    std::vector<Figure> all = golden().all();
    all.push_back(fixed("desktop.embodied", 301));
    all.push_back(fixed("desktop.energy", 180));
    all.push_back(fixed("desktop.price", 700));
    all.push_back(fixed("thin_client.embodied", 46));
    all.push_back(fixed("thin_client.energy", 71));
    all.push_back(fixed("thin_client.price", 400));
    const auto outcome = reckon(inputs, Figures(std::move(all)), 1);
    ASSERT_TRUE(outcome);
    EXPECT_GT(outcome->comparisons.front().saved.p50, 0);
    ASSERT_FALSE(outcome->findings.empty());
    bool is_told = false;
    for (const Finding& one : outcome->findings) is_told = is_told || one.word == "longer_is_worse";
    EXPECT_TRUE(is_told);
    EXPECT_FALSE(outcome->is_known(Measure::waste)) << "no device has a mass here";
}

TEST(ScenarioReckoning, stops_when_it_is_told_to) {
    Inputs inputs = thousand_laptops();
    inputs.draws = 200'000;
    const auto stopped = reckon(inputs, unsure(), 1, [](std::int64_t) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.problems().front().trouble, Trouble::conflict);
}

TEST(ScenarioReckoning, names_a_figure_that_is_not_there) {
    Inputs inputs = thousand_laptops();
    inputs.fleet.push_back({"desktop", 3});
    const auto refused = reckon(inputs, golden(), 1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().front().phrase, "scenario.problem.no_figure");
}

TEST(ScenarioAssumptions, ask_for_the_figures_of_every_device_on_every_route) {
    Inputs inputs = thousand_laptops();
    inputs.fleet = {{"desktop", 1}};
    inputs.routes = {{Way::fresh, 4, ""}, {Way::refurbished, 4, "laptop"}};
    EXPECT_TRUE(is_asked(inputs, "desktop.kept"));
    EXPECT_TRUE(is_asked(inputs, "laptop.embodied"));
    EXPECT_TRUE(is_asked(inputs, "refurbished.price"));
    EXPECT_FALSE(is_asked(inputs, "lease.rate"));
    EXPECT_FALSE(is_asked(inputs, "monitor.price"));
}

}  // namespace
}  // namespace kring::scenario
