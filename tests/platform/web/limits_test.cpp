// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/limits.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace kring::web {
namespace {

constexpr Time start{1'795'000'000'000};

TEST(Limits, allow_a_burst_and_then_the_rate) {
    Limits limits;
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(limits.allow("a", 2, 5, start));
    EXPECT_FALSE(limits.allow("a", 2, 5, start));
    EXPECT_FALSE(limits.allow("a", 2, 5, start + 499));
    EXPECT_TRUE(limits.allow("a", 2, 5, start + 500));
    EXPECT_FALSE(limits.allow("a", 2, 5, start + 500));
    EXPECT_TRUE(limits.allow("a", 2, 5, start + 1000));
}

TEST(Limits, never_hold_more_than_the_burst) {
    Limits limits;
    EXPECT_TRUE(limits.allow("a", 10, 2, start));
    int allowed = 0;
    for (int i = 0; i < 100; ++i) allowed += limits.allow("a", 10, 2, start + day_ms) ? 1 : 0;
    EXPECT_EQ(allowed, 2);
}

TEST(Limits, keep_keys_apart) {
    Limits limits;
    EXPECT_TRUE(limits.allow("sign-in 192.0.2.0/24", 0.1, 1, start));
    EXPECT_FALSE(limits.allow("sign-in 192.0.2.0/24", 0.1, 1, start));
    EXPECT_TRUE(limits.allow("sign-in 192.0.3.0/24", 0.1, 1, start));
}

TEST(Limits, count_slow_rates_exactly) {
    Limits limits;
    const double per_day = 1.0 / 86400;
    EXPECT_TRUE(limits.allow("mail", per_day, 1, start));
    EXPECT_FALSE(limits.allow("mail", per_day, 1, start + (day_ms - 2)));
    EXPECT_TRUE(limits.allow("mail", per_day, 1, start + (day_ms + 1)));
}

TEST(Limits, stand_a_clock_set_back) {
    Limits limits;
    EXPECT_TRUE(limits.allow("a", 1, 1, start));
    EXPECT_FALSE(limits.allow("a", 1, 1, start - hour_ms));
    EXPECT_FALSE(limits.allow("a", 1, 1, start + 999));
    EXPECT_TRUE(limits.allow("a", 1, 1, start + 1000));
}

TEST(Limits, let_idle_keys_give_way_to_new_ones) {
    Limits limits(8);
    EXPECT_TRUE(limits.allow("guilty", 0.001, 1, start));
    // Newcomers, each idle again before the next comes, take each other's place.
    for (int i = 0; i < 400; ++i) EXPECT_TRUE(limits.allow("k" + std::to_string(i), 1, 1, start + i * 2000));
    EXPECT_FALSE(limits.allow("guilty", 0.001, 1, start + 999'000));
    EXPECT_TRUE(limits.allow("guilty", 0.001, 1, start + 1'001'000));
}

TEST(Limits, let_the_fullest_key_go_when_all_are_busy) {
    Limits limits(8);
    EXPECT_TRUE(limits.allow("heavy", 0.001, 1, start));
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(limits.allow("light" + std::to_string(i), 1, 1, start));
    EXPECT_FALSE(limits.allow("heavy", 0.001, 1, start));
}

TEST(Limits, refuse_a_rate_that_makes_no_sense) {
    Limits limits;
    EXPECT_THROW(limits.allow("a", 0, 1, start), std::logic_error);
    EXPECT_THROW(limits.allow("a", 1, 0.5, start), std::logic_error);
}

TEST(Limits, count_right_from_many_threads) {
    Limits limits;
    std::atomic<int> allowed{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 1000; ++i) allowed += limits.allow("a", 1, 500, start) ? 1 : 0;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(allowed, 500);
}

}  // namespace
}  // namespace kring::web
