// SPDX-License-Identifier: EUPL-1.2
// Distributions against closed forms: golden 3 of the research, to the digits given there; and draws against
// both.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "engine/chance/chance.hpp"

namespace kring::chance {

namespace {

constexpr double digits_6 = 0.5e-6;
constexpr double digits_9 = 0.5e-9;

struct Named {
    std::string_view name;
    Distribution distribution;
};

std::vector<Named> every_family() {
    return {{"uniform", Distribution::uniform(-1, 3)},
            {"triangular", Distribution::triangular(0.20, 0.253, 0.33)},
            {"triangular, mode at the low end", Distribution::triangular(1, 1, 4)},
            {"PERT", Distribution::pert(3, 4, 6)},
            {"PERT, mode at the high end", Distribution::pert(3, 6, 6)},
            {"lognormal", Distribution::lognormal(241, 1.4)},
            {"lognormal by mean", Distribution::lognormal_mean(250, 0.2)},
            {"normal", Distribution::normal(5, 2)},
            {"empirical", Distribution::empirical({{0, 1}, {0.25, 2}, {0.5, 2.5}, {1, 10}})}};
}

std::vector<double> drawn(const Distribution& distribution, std::size_t count) {
    std::vector<double> draws(count);
    Sampler(distribution).draw(Stream(42, 7), 0, draws);
    return draws;
}

double mean_of(const std::vector<double>& draws) {
    return std::accumulate(draws.begin(), draws.end(), 0.0) / static_cast<double>(draws.size());
}

}  // namespace

TEST(Distributions, know_a_lognormal_by_its_mean_and_variation) {
    const Distribution d = Distribution::lognormal_mean(250, 0.2);
    EXPECT_NEAR(std::sqrt(logarithm(1 + 0.2 * 0.2)), 0.198042200, digits_9);
    EXPECT_NEAR(logarithm(quantile(d, 0.5)), 5.501850561, digits_9);
    EXPECT_NEAR(quantile(d, 0.05), 176.991220, digits_6);
    EXPECT_NEAR(quantile(d, 0.50), 245.145169, digits_6);
    EXPECT_NEAR(quantile(d, 0.95), 339.543135, digits_6);
    EXPECT_DOUBLE_EQ(mean(d), 250);
    EXPECT_DOUBLE_EQ(sd(d), 50);
}

TEST(Distributions, know_pert_by_its_beta) {
    const Distribution d = Distribution::pert(3, 4, 6);
    EXPECT_NEAR(mean(d), 4.166667, digits_6);
    EXPECT_NEAR(sd(d), 0.552771, digits_6);
}

TEST(Distributions, know_a_triangle_in_closed_form) {
    const Distribution d = Distribution::triangular(0.20, 0.253, 0.33);
    EXPECT_NEAR(probability(d, 0.253), 0.407692308, digits_9);
    EXPECT_NEAR(quantile(d, 0.05), 0.218560711, digits_9);
    EXPECT_NEAR(quantile(d, 0.50), 0.259253975, digits_9);
    EXPECT_NEAR(quantile(d, 0.95), 0.307628143, digits_9);
    EXPECT_NEAR(mean(d), 0.261000, digits_9);
    EXPECT_NEAR(sd(d), 0.026686451, digits_9);
}

TEST(Distributions, know_the_mean_of_one_over_a_life_is_not_one_over_its_mean) {
    // E[1/L] of a triangle (a, c, b) in closed form.
    const double a = 3;
    const double c = 4;
    const double b = 6;
    const double exact = 2 / (b - a) * ((b * std::log(b / c)) / (b - c) - (a * std::log(c / a)) / (c - a));
    EXPECT_NEAR(exact, 0.235566071, digits_9);
    std::vector<double> draws = drawn(Distribution::triangular(a, c, b), 200000);
    double square = 0;
    for (double& draw : draws) {
        draw = 1 / draw;
        square += draw * draw;
    }
    const double found = mean_of(draws);
    const double error = std::sqrt((square / 200000 - found * found) / 200000);
    EXPECT_NEAR(found, exact, 4 * error);
    EXPECT_GT(std::abs(found - 1 / mean(Distribution::triangular(a, c, b))), 20 * error);
}

TEST(Distributions, give_probabilities_that_their_quantiles_invert) {
    for (const Named& one : every_family()) {
        for (double p = 0.001; p < 1; p += 0.0499) {
            EXPECT_NEAR(probability(one.distribution, quantile(one.distribution, p)), p, 1e-12)
                << one.name << p;
        }
    }
}

TEST(Distributions, are_drawn_with_their_mean_spread_and_quantiles) {
    constexpr std::size_t count = 200000;
    const double root = std::sqrt(static_cast<double>(count));
    for (const Named& one : every_family()) {
        std::vector<double> draws = drawn(one.distribution, count);
        EXPECT_NEAR(mean_of(draws), mean(one.distribution), 4 * sd(one.distribution) / root) << one.name;
        for (const double p : {0.01, 0.05, 0.5, 0.95, 0.99}) {
            const double limit = quantile(one.distribution, p);
            const auto below = static_cast<double>(
                std::count_if(draws.begin(), draws.end(), [=](double draw) { return draw <= limit; }));
            EXPECT_NEAR(below / count, p, 4 * std::sqrt(p * (1 - p)) / root) << one.name << ' ' << p;
        }
        EXPECT_GE(*std::min_element(draws.begin(), draws.end()), low(one.distribution)) << one.name;
        EXPECT_LE(*std::max_element(draws.begin(), draws.end()), high(one.distribution)) << one.name;
    }
}

TEST(Distributions, are_drawn_from_given_normals_by_the_share_below) {
    const std::vector<double> z{-3, -1, -0.25, 0, 0.5, 2, 3.5};
    for (const Named& one : every_family()) {
        std::vector<double> found(z.size());
        Sampler(one.distribution).from_normals(z, found);
        const double width = quantile(one.distribution, 0.999) - quantile(one.distribution, 0.001);
        for (std::size_t at = 0; at < z.size(); ++at) {
            const double exact = quantile(one.distribution, normal_probability(z[at]));
            EXPECT_NEAR(found[at], exact, 1e-7 * width) << one.name << ' ' << z[at];
        }
    }
}

TEST(Distributions, that_are_nonsense_are_refused_with_their_place) {
    const double none = std::nan("");
    const double endless = std::numeric_limits<double>::infinity();
    const std::vector<std::pair<Distribution, std::string>> cases{
        {Distribution::fixed(none), "finite"},
        {Distribution::fixed(endless), "finite"},
        {Distribution::uniform(2, 2), "order"},
        {Distribution::uniform(2, 1), "order"},
        {Distribution::triangular(1, 0, 2), "order"},
        {Distribution::triangular(1, 3, 2), "order"},
        {Distribution::triangular(1, 1, 1), "order"},
        {Distribution::pert(1, 2, none), "finite"},
        {Distribution::pert(3, 2, 1), "order"},
        {Distribution::lognormal(0, 1.4), "median"},
        {Distribution::lognormal(-2, 1.4), "median"},
        {Distribution::lognormal(2, 1), "gsd"},
        {Distribution::lognormal(2, 0.9), "gsd"},
        {Distribution::lognormal_mean(-1, 0.2), "mean"},
        {Distribution::lognormal_mean(1, 0), "cv"},
        {Distribution::normal(1, -2), "sd"},
        {Distribution::empirical({}), "table"},
        {Distribution::empirical({{0, 1}}), "table"},
        {Distribution::empirical({{0, 1}, {0.9, 2}}), "table"},
        {Distribution::empirical({{0, 1}, {0.5, 0.5}, {1, 2}}), "table"},
        {Distribution::empirical({{0, 1}, {0, 2}, {1, 3}}), "table"},
        {Distribution::empirical({{0, 1}, {1, endless}}), "finite"},
        {Distribution{static_cast<Family>(99), {}, {}}, "family"}};
    for (const auto& [distribution, what] : cases) {
        const Problems problems = check(distribution, "fleet[2].life");
        ASSERT_EQ(problems.size(), 1U) << what;
        EXPECT_EQ(problems[0].phrase, "chance.problem." + what);
        EXPECT_EQ(problems[0].field, "fleet[2].life");
    }
    for (const Named& one : every_family()) EXPECT_TRUE(check(one.distribution, "x").empty()) << one.name;
}

TEST(Distributions, of_normals_agree_with_the_error_function_of_the_library) {
    for (double z = -8; z <= 8; z += 0.0371) {
        const double exact = 0.5 * std::erfc(-z / std::sqrt(2.0));
        EXPECT_NEAR(normal_probability(z) / exact, 1, 4e-13) << z;
        if (z < 4) EXPECT_NEAR(normal_quantile(exact), z, 2e-12) << z;
    }
}

}  // namespace kring::chance
