// SPDX-License-Identifier: EUPL-1.2
// The golden cases 1, 2 and 5 of the research, worked out by hand there: exact to 1e-12 where they are exact,
// else to the digits given.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/engine/impact/questions.hpp"

namespace kring::impact {

namespace {

using namespace example;

Assessment answer(const Question& question) {
    Result<Assessment> result = assess(question);
    EXPECT_TRUE(result) << (result ? "" : result.problems()[0].phrase + " " + result.problems()[0].field);
    return *result;
}

void expect_exact(double found, double expected) { EXPECT_NEAR(found, expected, 1e-12 * std::abs(expected)); }
void expect_digits(double found, double expected) { EXPECT_NEAR(found, expected, 0.5000001e-6); }

constexpr double use_new = 1000 * 20 * 8 * 0.2527;

}  // namespace

TEST(Golden, counts_the_emissions_of_each_route) {
    const Assessment found = answer(golden().question);
    expect_exact(central(found, 0, Output::embodied), 500000);
    expect_exact(central(found, 0, Output::use), use_new);
    expect_exact(central(found, 0, Output::total), 540432);
    expect_exact(central(found, 1, Output::embodied), 1000.0 * 8 / 6 * 260);
    expect_digits(central(found, 1, Output::total), 387098.666667);
    expect_exact(central(found, 2, Output::embodied), 50000);
    expect_exact(central(found, 2, Output::use), 48518.4);
    expect_exact(central(found, 2, Output::total), 98518.4);
    expect_exact(central(found, 3, Output::embodied), 25360);
    expect_exact(central(found, 3, Output::use), 44475.2);
    expect_exact(central(found, 3, Output::total), 69835.2);
    expect_exact(central(found, 4, Output::total), 540432);
}

TEST(Golden, counts_whole_devices_when_acquisition_is_discrete_and_writes_back_what_is_left) {
    Builder b = golden();
    const Assessment annualised = answer(b.question);
    expect_exact(central(annualised, 1, Output::bought), 1000.0 * 8 / 6);
    b.question.acquisition = Acquisition::discrete;
    b.question.options[1].parts[0].route.parts.reset();
    const Assessment found = answer(b.question);
    EXPECT_EQ(central(found, 0, Output::bought), 2000);
    EXPECT_EQ(central(found, 1, Output::bought), 2000);
    expect_exact(central(found, 1, Output::embodied), 500000 - 1000 * 250 * 4.0 / 6);
}

TEST(Golden, shares_manufacture_by_years_of_use_when_asked) {
    Builder b = golden();
    b.question.options.pop_back();
    b.question.burden = Burden::life_share;
    b.question.wanted.push_back(Output::other_rule);
    const Assessment found = answer(b.question);
    expect_exact(central(found, 2, Output::embodied), 300000);
    expect_exact(central(found, 2, Output::total), 348518.4);
    expect_exact(central(found, 2, Output::other_rule), 98518.4);
    b.question.burden = Burden::cut_off;
    const Assessment other = answer(b.question);
    expect_exact(central(other, 2, Output::total), 98518.4);
    expect_exact(central(other, 2, Output::other_rule), 348518.4);
    expect_exact(central(other, 0, Output::other_rule), 540432);
}

TEST(Golden, tells_the_credit_of_a_take_back_apart) {
    Builder b = golden();
    b.question.wanted = {Output::credit, Output::total};
    const Assessment found = answer(b.question);
    expect_exact(central(found, 4, Output::credit), 113750);
    expect_exact(central(found, 4, Output::total), 540432);
    EXPECT_EQ(central(found, 0, Output::credit), 0);
}

TEST(Golden, lets_the_grid_get_cleaner) {
    Builder b = golden();
    b.question.grids[0].decline = b.known<Ratio>(0.05);
    const Assessment found = answer(b.question);
    expect_digits(central(found, 0, Output::use), 34021.462805);
    expect_digits(central(found, 0, Output::total), 534021.462805);
}

TEST(Golden, counts_what_a_seat_costs) {
    const Assessment found = answer(golden().question);
    const auto per_seat = [&](std::size_t option) {
        return central(found, option, Output::ownership) / 1000;
    };
    expect_digits(per_seat(0), 1874.280739);
    expect_digits(per_seat(1), 1586.693228);
    expect_digits(per_seat(2), 1184.141196);
    expect_digits(per_seat(4), 2056.769812);
}

TEST(Golden, puts_a_price_on_emissions) {
    for (const auto& [price, cost] : {std::pair{0.05, 27021.6}, {0.116, 62690.112}, {0.130, 70256.16}}) {
        Builder b = golden();
        b.question.economy.shadow_price = b.known<EuroPerKgCo2e>(price);
        const Assessment found = answer(b.question);
        const double added = central(found, 0, Output::life_cycle) - central(found, 0, Output::ownership);
        EXPECT_NEAR(added, cost, 1e-9 * cost);
    }
}

TEST(Golden, finds_the_price_of_carbon_at_which_offers_are_even) {
    // Golden 5: the fleets S1, S2 and S3 offered at 900,000, 930,000 and 905,000 EUR.
    const Assessment found = answer(golden().question);
    const std::array<double, 3> offers{900000, 930000, 905000};
    std::array<double, 3> kilograms{};
    for (std::size_t option = 0; option < 3; ++option)
        kilograms[option] = central(found, option, Output::total);
    const auto cost = [&](std::size_t option, double price) {
        return offers[option] + price * kilograms[option];
    };
    expect_digits(cost(0, 0.05), 927021.600000);
    expect_digits(cost(1, 0.05), 949354.933333);
    expect_digits(cost(2, 0.05), 909925.920000);
    expect_digits(cost(0, 0.130), 970256.160000);
    expect_digits(cost(1, 0.130), 980322.826667);
    expect_digits(cost(2, 0.130), 917807.392000);
    expect_digits((offers[2] - offers[0]) / (kilograms[0] - kilograms[2]), 0.011314);
    expect_digits((offers[1] - offers[0]) / (kilograms[0] - kilograms[1]), 0.195652);
}

TEST(Golden, gives_a_range_that_is_one_number_when_nothing_is_uncertain) {
    const Assessment found = answer(golden().question);
    for (const OptionResult& option : found.options) {
        for (const Outcome& outcome : option.outcomes) {
            EXPECT_EQ(outcome.figure.low, outcome.figure.central);
            EXPECT_EQ(outcome.figure.high, outcome.figure.central);
        }
    }
}

}  // namespace kring::impact
