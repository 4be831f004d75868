// SPDX-License-Identifier: EUPL-1.2
// Quantiles against sorting; parts of a work against doing them one by one.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <stdexcept>

#include "engine/chance/chance.hpp"

namespace kring::chance {

namespace {

constexpr std::array<double, 7> shares{0, 0.05, 0.3333, 0.5, 0.95, 0.999, 1};

/// NumPy's default, by sorting.
double by_sorting(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const double place = share * static_cast<double>(values.size() - 1);
    const auto lower = static_cast<std::size_t>(place);
    const std::size_t upper = std::min(lower + 1, values.size() - 1);
    const double part = place - static_cast<double>(lower);
    return part == 0 ? values[lower] : values[lower] + part * (values[upper] - values[lower]);
}

}  // namespace

TEST(Quantiles, are_those_of_the_sorted_values) {
    for (const std::size_t count : {1U, 2U, 3U, 17U, 1000U, 19999U, 20000U, 70001U}) {
        for (const Distribution& one :
             {Distribution::normal(-3, 2), Distribution::lognormal(1, 6), Distribution::uniform(0, 1e-9)}) {
            std::vector<double> values(count);
            Sampler(one).draw(Stream(count, 1), 0, values);
            std::vector<double> copy = values;
            const std::vector<double> found = quantiles(copy, shares);
            for (std::size_t at = 0; at < shares.size(); ++at) {
                EXPECT_EQ(found[at], by_sorting(values, shares[at])) << count << ' ' << shares[at];
            }
        }
    }
}

TEST(Quantiles, of_equal_values_are_that_value) {
    std::vector<double> values(30000, 4.5);
    EXPECT_EQ(quantiles(values, shares), std::vector<double>(shares.size(), 4.5));
    std::vector<double> two(30000, 1);
    std::fill(two.begin(), two.begin() + 10000, 0);
    EXPECT_EQ(quantiles(two, std::array{0.3, 0.4}), (std::vector<double>{0, 1}));
}

TEST(Parts, are_each_done_once_by_any_number_of_threads) {
    for (const unsigned threads : {1U, 2U, 16U}) {
        std::vector<std::atomic<int>> done(1000);
        EXPECT_TRUE(for_each_part(done.size(), threads, [&](std::size_t part) { ++done[part]; }));
        EXPECT_TRUE(std::all_of(done.begin(), done.end(), [](const auto& times) { return times == 1; }));
    }
    EXPECT_TRUE(for_each_part(0, 4, [](std::size_t) { FAIL(); }));
}

TEST(Parts, are_told_in_order_and_stop_when_asked) {
    std::vector<std::size_t> told;
    const auto progress = [&](std::size_t done, std::size_t of) {
        EXPECT_EQ(of, 100U);
        told.push_back(done);
        return done < 10;
    };
    std::atomic<std::size_t> begun = 0;
    EXPECT_FALSE(for_each_part(100, 3, [&](std::size_t) { ++begun; }, progress));
    ASSERT_EQ(told.size(), 10U);
    for (std::size_t at = 0; at < told.size(); ++at) EXPECT_EQ(told[at], at + 1);
    EXPECT_LE(begun, 12U);
}

TEST(Parts, throw_again_what_one_of_them_throws) {
    const auto work = [](std::size_t part) {
        if (part == 7) throw std::runtime_error("seven");
    };
    for (const unsigned threads : {1U, 4U})
        EXPECT_THROW(for_each_part(50, threads, work), std::runtime_error);
}

}  // namespace kring::chance
