// SPDX-License-Identifier: EUPL-1.2
// Random questions against a second implementation: exact numbers one by one, and draws against the same
// equations at the numbers that were drawn.
#include "tests/engine/impact/second_count.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/engine/impact/questions.hpp"

namespace kring::impact {

namespace {

using namespace example;

/// Draws questions of fixed numbers, any route, any burden rule.
class Chooser {
public:
    explicit Chooser(unsigned seed) : lots_(seed) {}

    Builder choose() {
        Builder b;
        Question& q = b.question;
        q.horizon = whole(1, 12);
        q.burden = flip() ? Burden::cut_off : Burden::life_share;
        q.acquisition = flip() ? Acquisition::annualised : Acquisition::discrete;
        q.grids = {{"a", b.known<KgCo2ePerKwh>(between(0.02, 0.9)), std::nullopt},
                   {"b", b.known<KgCo2ePerKwh>(between(0.02, 0.9)), b.known<Ratio>(between(0, 0.2))}};
        q.uses = {{"hard", b.known<Ratio>(between(0.5, 2))}};
        if (flip()) q.economy.discount = b.known<Ratio>(flip() ? 0 : between(0, 0.1));
        q.economy.electricity = b.known<EuroPerKwh>(between(0.1, 0.5));
        q.economy.shadow_price = b.known<EuroPerKgCo2e>(between(0, 0.5));
        q.fleet.clear();
        const int lines = whole(1, 5);
        for (int line = 0; line < lines; ++line) choose_line(b, line);
        for (int option = 0; option < 3; ++option) choose_option(b, option);
        q.wanted.clear();
        for (std::size_t output = 0; output < output_count; ++output)
            q.wanted.push_back(static_cast<Output>(output));
        q.with_materials = true;
        return b;
    }

private:
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(lots_);
    }
    int whole(int low, int high) { return std::uniform_int_distribution<int>(low, high)(lots_); }
    bool flip() { return whole(0, 1) == 1; }

    void choose_line(Builder& b, int line) {
        Question& q = b.question;
        Device device = b.device(std::to_string(line), between(0, 500), between(0, 200));
        device.mass = b.known<Kilogram>(between(0.1, 9));
        device.materials.push_back({"Co", b.known<Gram>(between(0, 70)), std::nullopt});
        if (flip())
            device.materials.push_back({"Au", b.known<Gram>(between(0, 1)), b.known<Ratio>(between(0, 1))});
        q.devices.push_back(device);
        const std::optional<std::size_t> use = flip() ? std::optional<std::size_t>(0) : std::nullopt;
        q.fleet.push_back(
            {std::to_string(line), between(1, 900), static_cast<std::size_t>(whole(0, 1)), use});
    }

    void choose_option(Builder& b, int number) {
        const bool may_take_back = flip();
        Option option{std::to_string(number), {}};
        for (std::size_t line = 0; line < b.question.fleet.size(); ++line) {
            const double share = flip() ? 1 : between(0.1, 0.9);
            option.parts.push_back({line, line, share, choose_route(b, may_take_back)});
            if (share < 1) option.parts.push_back({line, line, 1 - share, choose_route(b, may_take_back)});
        }
        b.question.options.push_back(option);
    }

    Route choose_route(Builder& b, bool may_take_back) {
        const bool allows_second_hand = !may_take_back || b.question.burden == Burden::life_share;
        auto kind = static_cast<RouteKind>(whole(0, 4));
        if (kind == RouteKind::refurbished && !allows_second_hand) kind = RouteKind::bought_new;
        Route route = b.route(kind, flip() ? whole(1, 8) : between(0.6, 9));
        if (flip()) route.spare = b.known<Ratio>(between(0, 0.2));
        if (flip()) route.energy = b.known<KwhPerYear>(between(0, 200));
        if (kind == RouteKind::extended && flip()) route.parts = b.known<KgCo2e>(between(0, 40));
        if (kind == RouteKind::remanufactured) route.remade = b.known<Ratio>(between(0, 1));
        if (kind == RouteKind::refurbished) {
            route.process = b.known<KgCo2e>(between(0, 40));
            route.first_life = b.known<Year>(between(1, 6));
            if (flip()) route.parts = b.known<KgCo2e>(between(0, 40));
            if (flip()) route.transport = b.known<KgCo2e>(between(0, 9));
            if (flip()) route.new_material = b.known<Ratio>(between(0, 1));
        }
        if (may_take_back && flip()) {
            route.take_back = TakeBack{b.known<Ratio>(between(0, 1)), b.known<Ratio>(between(0, 1)),
                                       b.known<Year>(between(1, 5)), b.known<Year>(between(1, 5)),
                                       b.known<KgCo2e>(between(0, 30))};
        }
        if (kind == RouteKind::leased) route.costs.lease = b.known<EuroPerYear>(between(50, 500));
        if (kind != RouteKind::leased) route.costs.price = b.known<Euro>(between(100, 2000));
        if (flip()) route.costs.maintenance = b.known<EuroPerYear>(between(0, 90));
        if (flip()) route.costs.ageing = Ageing{whole(1, 6), b.known<EuroPerYear>(between(0, 150))};
        if (flip()) route.costs.residual = b.known<Euro>(between(-50, 400));
        return route;
    }

    std::mt19937 lots_;
};

}  // namespace

TEST(SecondCount, agrees_on_random_questions_to_the_last_digits) {
    for (unsigned seed = 0; seed < 400; ++seed) {
        const Question question = Chooser(seed).choose().question;
        const Result<Assessment> found = assess(question);
        ASSERT_TRUE(found) << seed << ' ' << found.problems()[0].phrase << ' ' << found.problems()[0].field;
        for (std::size_t option = 0; option < 3; ++option) {
            for (const Outcome& outcome : found->options[option].outcomes) {
                const double expected = second_count(question, option, outcome.output);
                const double scale = std::max(std::abs(expected), 1.0);
                EXPECT_NEAR(outcome.figure.central, expected, 1e-11 * scale)
                    << seed << name_of(outcome.output);
            }
            for (const MaterialOutcome& outcome : found->options[option].materials) {
                const double expected = second_count_of(question, option, outcome.element);
                EXPECT_NEAR(outcome.figure.central, expected, 1e-11 * std::max(expected, 1.0)) << seed;
            }
        }
    }
}

TEST(SecondCount, agrees_on_draws_that_cannot_vary_much) {
    // Each estimate varies by a billionth: draws must give what the plain equations give.
    for (unsigned seed = 0; seed < 60; ++seed) {
        const Builder b = Chooser(seed).choose();
        Question question = b.question;
        question.draws = 100;
        const auto shake = [&](auto& estimate) {
            using Kind = std::decay_t<decltype(estimate)>;
            const double middle = estimate.distribution().given[0];
            if (middle <= 0) return;
            estimate = Kind(Distribution::uniform(middle * (1 - 1e-9), middle), estimate.source());
        };
        for (Device& device : question.devices) {
            shake(device.embodied);
            shake(device.energy);
            shake(*device.mass);
        }
        for (Grid& grid : question.grids) {
            shake(grid.factor);
            if (grid.decline) shake(*grid.decline);
        }
        shake(question.economy.electricity.value());
        if (question.economy.discount) shake(*question.economy.discount);
        for (Option& option : question.options) {
            for (Part& part : option.parts) {
                const double life = part.route.life.distribution().given[0];
                if (life != std::round(life)) shake(part.route.life);  // else a purchase might fall away
                if (part.route.costs.maintenance) shake(*part.route.costs.maintenance);
                if (part.route.remade) shake(*part.route.remade);
                if (part.route.first_life) shake(*part.route.first_life);
            }
        }
        const Result<Assessment> found = assess(question);
        ASSERT_TRUE(found) << seed << ' ' << found.problems()[0].phrase << ' ' << found.problems()[0].field;
        for (std::size_t option = 0; option < 3; ++option) {
            for (const Outcome& outcome : found->options[option].outcomes) {
                const double expected = second_count(b.question, option, outcome.output);
                const double scale = std::max(std::abs(expected), 1.0);
                EXPECT_NEAR(outcome.figure.mean, expected, 1e-7 * scale) << seed << name_of(outcome.output);
            }
        }
    }
}

}  // namespace kring::impact
