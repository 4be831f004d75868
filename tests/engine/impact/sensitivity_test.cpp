// SPDX-License-Identifier: EUPL-1.2
// What drives a result: against shares of variance that are known in closed form.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "tests/engine/impact/questions.hpp"

namespace kring::impact {

namespace {

using namespace example;

Assessment answer(Question question) {
    question.draws = 1000;
    question.with_sensitivity = true;
    Result<Assessment> result = assess(question);
    EXPECT_TRUE(result) << (result ? "" : result.problems()[0].phrase + " " + result.problems()[0].field);
    return *result;
}

std::map<std::string, double> shares_of(const Sensitivity& sensitivity) {
    std::map<std::string, double> shares;
    for (const Driver& driver : sensitivity.drivers) shares[driver.input] = driver.share;
    return shares;
}

double variance(const Distribution& distribution) { return std::pow(chance::sd(distribution), 2); }

constexpr double near = 0.015;  // of 32,768 draws

}  // namespace

TEST(Sensitivity, of_a_sum_is_shared_by_variances) {
    Builder b;
    const Distribution embodied = Distribution::triangular(100, 200, 450);
    const Distribution energy = Distribution::uniform(50, 150);
    Device device = b.device("laptop", 0, 0);
    device.embodied = b.about<KgCo2e>(embodied);
    device.energy = b.about<KwhPerYear>(energy);
    b.question.devices.push_back(device);
    b.question.grids[0].factor = b.known<KgCo2ePerKwh>(2);
    b.add("new", b.route(RouteKind::bought_new, 1));
    const Sensitivity found = answer(b.question).options[0].sensitivity;
    const double all = variance(embodied) + 4 * variance(energy);
    ASSERT_EQ(found.drivers.size(), 2U);
    EXPECT_NEAR(shares_of(found)["devices[0].embodied"], variance(embodied) / all, near);
    EXPECT_NEAR(shares_of(found)["devices[0].energy"], 4 * variance(energy) / all, near);
    EXPECT_GE(found.drivers[0].share, found.drivers[1].share);
    EXPECT_NEAR(found.interactions, 0, near);
    EXPECT_EQ(found.drivers[0].owner, "laptop");
    EXPECT_EQ(found.drivers[0].source, b.source);
}

TEST(Sensitivity, of_a_product_leaves_interactions) {
    // x y with equal relative variance v: S = v / (2 v + v²) each, the rest is interaction.
    Builder b;
    const Distribution wide = Distribution::uniform(0, 1);
    Device device = b.device("laptop", 0, 0);
    device.energy = b.about<KwhPerYear>(wide);
    b.question.devices.push_back(device);
    b.question.uses.push_back({"use", b.about<Ratio>(wide)});
    b.question.fleet[0].use = 0;
    b.add("new", b.route(RouteKind::bought_new, 1));
    const Sensitivity found = answer(b.question).options[0].sensitivity;
    const double v = variance(wide) / 0.25;
    for (const Driver& driver : found.drivers) EXPECT_NEAR(driver.share, v / (2 * v + v * v), near);
    EXPECT_NEAR(found.interactions, v * v / (2 * v + v * v), near);
}

TEST(Sensitivity, names_a_shared_method_apart_from_each_device) {
    Builder b;
    Option option{"all", {}};
    b.question.fleet.clear();
    for (std::size_t at = 0; at < 2; ++at) {
        Device device = b.device(std::to_string(at), 0, 0);
        device.embodied = b.about<KgCo2e>(Distribution::normal(250, 25));
        device.embodied = b.about<KgCo2e>(Distribution::lognormal_mean(250, 0.05));
        device.method = "one maker";
        b.question.devices.push_back(device);
        b.question.fleet.push_back({std::to_string(at), 1, 0, std::nullopt});
        option.parts.push_back({at, at, 1, b.route(RouteKind::bought_new, 1)});
    }
    b.question.options.push_back(option);
    b.question.method_correlation = 0.5;
    // Almost normal: variance 4 rho + 2 (1 - rho), of which the shared part is 4 rho.
    const Sensitivity found = answer(b.question).options[0].sensitivity;
    ASSERT_EQ(found.drivers.size(), 3U);
    EXPECT_EQ(found.drivers[0].parameter, "method");
    EXPECT_EQ(found.drivers[0].owner, "one maker");
    EXPECT_NEAR(found.drivers[0].share, 2.0 / 3, near);
    EXPECT_NEAR(found.drivers[1].share, 1.0 / 6, near);
    EXPECT_NEAR(found.drivers[2].share, 1.0 / 6, near);
}

TEST(Sensitivity, of_a_difference_names_what_makes_options_differ) {
    // Both options have the same device, so what the grid does is the same for both and drives nothing.
    Builder b;
    Device device = b.device("laptop", 0, 100);
    device.embodied = b.about<KgCo2e>(Distribution::uniform(200, 300));
    b.question.devices.push_back(device);
    b.question.grids[0].factor = b.about<KgCo2ePerKwh>(Distribution::uniform(0.1, 4));
    b.add("one year", b.route(RouteKind::bought_new, 1));
    b.add("two years", b.route(RouteKind::bought_new, 2));
    const Assessment found = answer(b.question);
    EXPECT_GT(shares_of(found.options[0].sensitivity)["grids[0].factor"], 0.9);
    EXPECT_NEAR(shares_of(found.comparisons[0].sensitivity)["grids[0].factor"], 0, near);
    EXPECT_NEAR(shares_of(found.comparisons[0].sensitivity)["devices[0].embodied"], 1, near);
}

TEST(Sensitivity, counts_one_lot_once_however_many_options_use_it) {
    Builder b;
    b.question.devices.push_back(b.device("laptop", 250, 20));
    Route four = b.route(RouteKind::bought_new, 4);
    four.life = b.about<Year>(Distribution::triangular(3, 4, 6));
    Route six = b.route(RouteKind::extended, 6);
    six.life = b.about<Year>(Distribution::triangular(5, 6, 8));
    b.add("new", four);
    b.add("longer", six);
    const Assessment found = answer(b.question);
    ASSERT_EQ(found.comparisons[0].sensitivity.drivers.size(), 1U);
    EXPECT_NEAR(found.options[0].sensitivity.drivers[0].share, 1, near);
    EXPECT_NEAR(found.options[1].sensitivity.drivers[0].share, 1, near);
}

}  // namespace kring::impact
