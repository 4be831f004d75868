// SPDX-License-Identifier: EUPL-1.2
// Figures by lot: against closed forms within four standard errors, the same bits for any number of threads,
// and options compared on the same draws.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "tests/engine/impact/questions.hpp"

namespace kring::impact {

namespace {

using namespace example;

Assessment answer(const Question& question, const chance::Progress& progress = nullptr) {
    Result<Assessment> result = assess(question, progress);
    EXPECT_TRUE(result) << (result ? "" : result.problems()[0].phrase + " " + result.problems()[0].field);
    return *result;
}

/// Twenty devices of mean 250 and cv 0.20, one seat of each for one year, and nothing else that varies.
Builder twenty_alike(double correlation) {
    Builder b;
    b.question.fleet.clear();
    Option option{"all", {}};
    for (std::size_t at = 0; at < 20; ++at) {
        Device device = b.device(std::to_string(at), 0, 0);
        device.embodied = b.about<KgCo2e>(Distribution::lognormal_mean(250, 0.20));
        device.method = "one maker";
        b.question.devices.push_back(device);
        b.question.fleet.push_back({std::to_string(at), 1, 0, std::nullopt});
        option.parts.push_back({at, at, 1, b.route(RouteKind::bought_new, 1)});
    }
    b.question.options.push_back(option);
    b.question.method_correlation = correlation;
    b.question.draws = 100000;
    return b;
}

bool has_same_bits(const std::vector<double>& one, const std::vector<double>& other) {
    return one.size() == other.size() &&
           std::memcmp(one.data(), other.data(), one.size() * sizeof(double)) == 0;
}

}  // namespace

TEST(Draws, of_the_triangular_fleet_have_its_exact_mean) {
    Builder b = triangular_fleet();
    b.question.draws = 100000;
    const Figure found = figure(answer(b.question), 0, Output::total);
    EXPECT_NEAR(found.mean, 1641249.785, 4 * found.standard_error);
    EXPECT_NEAR(found.standard_error, 117 * std::sqrt(10.0), 10);
    EXPECT_GT(std::abs(found.central - 1641249.785), 100 * found.standard_error);  // modes would mislead
}

TEST(Draws, of_devices_counted_by_one_method_spread_as_they_correlate) {
    // The relative standard deviations of section 6.3: a sum over 20 of lognormals with a shared part.
    for (const auto& [rho, spread] : {std::pair{0.0, 0.044721}, {0.5, 0.144270}, {1.0, 0.200000}}) {
        const Builder b = twenty_alike(rho);
        const Figure found = figure(answer(b.question), 0, Output::embodied);
        // The sd of an sd: by the kurtosis of a lognormal of this spread, somewhat above a normal's.
        const double error = spread * std::sqrt((3 + 16 * spread * spread - 1) / 4 / 100000);
        EXPECT_NEAR(found.sd / found.mean, spread, 4 * error + 0.5e-6) << rho;
        EXPECT_NEAR(found.mean, 5000, 4 * found.standard_error) << rho;
    }
}

TEST(Draws, of_a_ratio_of_lognormals_have_its_quantiles) {
    // Golden 3 of the research: 250 kg (cv 0.2) over 5 years (cv 0.15), mean 250 E[1/L] = 50 (1 + cv²).
    Builder b;
    b.question.devices.push_back(b.device("laptop", 250, 20));
    b.question.devices[0].embodied = b.about<KgCo2e>(Distribution::lognormal_mean(250, 0.2));
    Route route = b.route(RouteKind::bought_new, 5);
    route.life = b.about<Year>(Distribution::lognormal_mean(5, 0.15));
    b.add("S1", route);
    b.question.uses.push_back({"long days", b.about<Ratio>(Distribution::lognormal(1.2, 1.3))});
    b.question.fleet[0].use = 0;
    b.question.wanted = {Output::embodied, Output::use};
    b.question.draws = 200'000;
    const Assessment found = answer(b.question);
    const Figure& per_year = figure(found, 0, Output::embodied);
    const double sigma = std::sqrt(std::log(1.04) + std::log(1.0225));
    const auto expect_quantile = [&](double value, double known, double z, double share) {
        const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0)) / (known * sigma);
        EXPECT_NEAR(value, known, 4 * std::sqrt(share * (1 - share) / 200'000) / density);
    };
    expect_quantile(per_year.p5, 32.974108, -1.644854, 0.05);
    expect_quantile(per_year.p50, 49.577542, 0, 0.5);
    expect_quantile(per_year.p95, 74.541295, 1.644854, 0.95);
    EXPECT_NEAR(per_year.mean, 50 * 1.0225, 4 * per_year.standard_error);
    EXPECT_LT(per_year.low, per_year.p5);
    EXPECT_GT(per_year.high, per_year.p95);
    const Figure& use = figure(found, 0, Output::use);
    const double mean = 20 * 0.2527 * 1.2 * std::exp(std::pow(std::log(1.3), 2) / 2);
    EXPECT_NEAR(use.mean, mean, 4 * use.standard_error);
}

TEST(Draws, are_the_same_bits_for_any_number_of_threads) {
    Builder b = mixed();
    b.question.draws = 40000;  // two parts and a block that is not full
    b.question.with_sensitivity = true;
    const std::vector<double> one = numbers_of(answer(b.question));
    for (const unsigned threads : {2U, 16U}) {
        b.question.threads = threads;
        EXPECT_TRUE(has_same_bits(numbers_of(answer(b.question)), one)) << threads;
    }
    b.question.seed = 2;
    EXPECT_FALSE(has_same_bits(numbers_of(answer(b.question)), one));
}

TEST(Draws, are_the_same_bits_at_every_width_of_the_vector_unit) {
    Builder b = mixed();
    b.question.draws = 5000;
    b.question.with_sensitivity = true;
    const chance::Width before = chance::width();
    chance::set_width(chance::Width::base);
    const std::vector<double> expected = numbers_of(answer(b.question));
    for (const chance::Width width : {chance::Width::avx2, chance::Width::avx512}) {
        chance::set_width(width);
        EXPECT_TRUE(has_same_bits(numbers_of(answer(b.question)), expected));
    }
    chance::set_width(before);
}

TEST(Draws, make_an_option_differ_from_itself_by_exactly_nothing) {
    Builder b = mixed();
    Option again = b.question.options[1];
    again.id = "longer again";
    b.question.options.push_back(again);
    b.question.draws = 20000;
    const Assessment found = answer(b.question);
    for (const Comparison& comparison : found.comparisons) {
        const bool is_itself = comparison.one == 1 && comparison.other == 3;
        EXPECT_EQ(comparison.chance_equal, is_itself ? 1 : 0);
        if (!is_itself) continue;
        for (const double number :
             {comparison.difference.p5, comparison.difference.p95, comparison.difference.mean,
              comparison.difference.sd, comparison.chance_less}) {
            EXPECT_EQ(number, 0);
        }
    }
}

TEST(Draws, that_are_shared_tell_options_apart_that_lie_in_each_others_range) {
    Builder b;
    Device device = b.device("laptop", 0, 20);
    device.embodied = b.about<KgCo2e>(Distribution::lognormal(250, 1.4));
    b.question.devices.push_back(device);
    b.add("four years", b.route(RouteKind::bought_new, 4));
    b.add("five years", b.route(RouteKind::bought_new, 5));
    b.question.draws = 20000;
    const Assessment found = answer(b.question);
    EXPECT_GT(figure(found, 1, Output::total).p95, figure(found, 0, Output::total).p5);
    EXPECT_EQ(found.comparisons[0].chance_less, 0);
}

TEST(Draws, double_with_the_number_of_seats) {
    Builder b = mixed();
    b.question.draws = 3000;
    b.question.with_sensitivity = true;
    const Assessment once = answer(b.question);
    for (Line& line : b.question.fleet) line.seats *= 2;
    const Assessment twice = answer(b.question);
    for (std::size_t option = 0; option < 3; ++option) {
        for (const Outcome& outcome : once.options[option].outcomes) {
            const double factor = outcome.output == Output::reused_share ? 1 : 2;
            const Figure& found = figure(twice, option, outcome.output);
            const Figure expected = scaled(outcome.figure, factor);
            EXPECT_DOUBLE_EQ(found.p50, expected.p50) << name_of(outcome.output);
            EXPECT_DOUBLE_EQ(found.mean, expected.mean) << name_of(outcome.output);
            EXPECT_DOUBLE_EQ(found.high, expected.high) << name_of(outcome.output);
        }
        EXPECT_EQ(once.options[option].sensitivity.drivers[0].input,
                  twice.options[option].sensitivity.drivers[0].input);
    }
}

TEST(Draws, do_not_depend_on_the_order_of_lines_devices_and_options) {
    Builder b = mixed();
    b.question.draws = 3000;
    const Assessment one = answer(b.question);
    std::swap(b.question.fleet[0], b.question.fleet[2]);
    std::swap(b.question.devices[0], b.question.devices[1]);
    for (Option& option : b.question.options) {
        for (Part& part : option.parts) {
            part.line = 2 - part.line;
            if (part.device < 2) part.device = 1 - part.device;
        }
    }
    std::swap(b.question.options[0], b.question.options[1]);
    const Assessment other = answer(b.question);
    for (std::size_t option = 0; option < 3; ++option) {
        const std::size_t there = option == 2 ? 2 : 1 - option;
        for (const Outcome& outcome : one.options[option].outcomes) {
            const Figure& found = figure(other, there, outcome.output);
            EXPECT_NEAR(found.p95, outcome.figure.p95, 1e-12 * std::abs(found.p95))
                << name_of(outcome.output);
            EXPECT_NEAR(found.mean, outcome.figure.mean, 1e-12 * std::abs(found.mean))
                << name_of(outcome.output);
        }
    }
}

TEST(Draws, stay_within_the_range_that_is_told) {
    Builder b = mixed();
    for (Device& device : b.question.devices) {
        device.embodied = b.about<KgCo2e>(Distribution::triangular(100, 200, 400));
    }
    b.question.draws = 20000;
    const Assessment found = answer(b.question);
    for (const OptionResult& option : found.options) {
        for (const Outcome& outcome : option.outcomes) {
            const Figure& f = outcome.figure;
            EXPECT_LE(f.low, f.p5) << name_of(outcome.output);
            EXPECT_LE(f.p5, f.p50) << name_of(outcome.output);
            EXPECT_LE(f.p50, f.p95) << name_of(outcome.output);
            EXPECT_LE(f.p95, f.high) << name_of(outcome.output);
        }
    }
}

TEST(Draws, of_a_life_below_a_year_stay_within_the_range_of_aged_maintenance) {
    Builder b = golden();
    Route& route = b.question.options[0].parts[0].route;
    route.life = b.known<Year>(0.9512);
    route.costs.ageing = Ageing{1, b.about<EuroPerYear>(Distribution::uniform(10, 30))};
    const Result<Assessment> found = assess(b.question);
    const Figure& cost = figure(*found, 0, Output::ownership);
    EXPECT_LT(cost.low, cost.central);
    EXPECT_GT(cost.high, cost.central);
}

TEST(Draws, of_one_part_and_of_the_same_in_two_are_equal) {
    Builder b = golden();
    b.question.devices[0].embodied = b.about<KgCo2e>(Distribution::lognormal(250, 1.4));
    const std::vector<Part> whole = b.question.options[0].parts;
    std::vector<Part> parted = {whole[0], whole[0]};
    parted[0].share = 0.8;
    parted[1].share = 0.2;
    b.question.options = {{"whole", whole}, {"parted", parted}, {"again", whole}};
    b.question.draws = 5'000;
    const Assessment found = answer(b.question);
    ASSERT_EQ(found.comparisons.size(), 3U);
    for (const Comparison& one : found.comparisons) {
        EXPECT_EQ(one.chance_equal, 1);
        EXPECT_EQ(one.chance_less, 0);
    }
    EXPECT_EQ(found.comparisons[1].difference.sd, 0) << "an option against itself differs by exactly 0";
    EXPECT_EQ(found.comparisons[1].difference.p95, 0);
}

TEST(Draws, take_each_burden_rule_as_often_as_asked) {
    Builder b = golden();
    b.question.options.pop_back();
    b.question.burden = Burden::drawn;
    b.question.life_share_chance = 0.25;
    b.question.draws = 40000;
    const Figure found = figure(answer(b.question), 2, Output::embodied);
    EXPECT_NEAR(found.mean, 50000 + 0.25 * 250000, 4 * found.standard_error);
    EXPECT_EQ(found.p5, 50000);
    EXPECT_EQ(found.p95, 300000);
}

TEST(Draws, tell_how_far_they_are_to_the_end) {
    Builder b = mixed();
    b.question.draws = 40000;
    b.question.with_sensitivity = true;
    b.question.threads = 3;
    std::size_t told = 0;
    std::size_t all = 0;
    answer(b.question, [&](std::size_t done, std::size_t of) {
        EXPECT_EQ(done, ++told);
        EXPECT_TRUE(all == 0 || all == of);
        all = of;
        return true;
    });
    EXPECT_EQ(told, all);
    EXPECT_GT(all, 8U);
}

TEST(Draws, stop_when_they_are_told_to) {
    Builder b = triangular_fleet();
    b.question.draws = 200000;
    std::size_t told = 0;
    const Result<Assessment> found = assess(b.question, [&](std::size_t, std::size_t) { return ++told < 3; });
    ASSERT_FALSE(found);
    EXPECT_EQ(found.problems()[0].phrase, "impact.problem.stopped");
    EXPECT_EQ(told, 3U);
}

}  // namespace kring::impact
