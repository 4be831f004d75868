// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/lockout.hpp"

#include "tests/domain/people/people_world.hpp"

namespace kring::people {
namespace {

TEST(Lockout, waits_twice_as_long_after_each_try_beyond_the_free_ones) {
    const std::vector<std::pair<std::int64_t, std::int64_t>> known = {
        {0, 0},       {5, 0},       {6, 1000},    {7, 2000},      {8, 4000},
        {15, 512000}, {16, 900000}, {17, 900000}, {10000, 900000}};
    for (const auto& [tries, wait_ms] : known) EXPECT_EQ(wait_after(account_budget, tries), wait_ms) << tries;
}

TEST(Lockout, takes_the_prefix_of_an_address) {
    EXPECT_EQ(prefix_of("192.0.2.77"), "192.0.2.0/24");
    EXPECT_EQ(prefix_of("::ffff:192.0.2.77"), "192.0.2.0/24");
    EXPECT_EQ(prefix_of("2001:db8:1:2:3::4"), "2001:db8:1::/48");
    EXPECT_EQ(prefix_of("2001:0DB8:0001:FFFF::1"), "2001:db8:1::/48");
    EXPECT_EQ(prefix_of("::1"), "::/48");
    EXPECT_EQ(prefix_of("somewhere"), "somewhere");
}

class LockoutStore : public PeopleWorld {
protected:
    Result<Done> count(Time when, const std::vector<Counter>& counters) {
        return database.write([&](db::Connection& in) { return count_try(in, counters, when); });
    }
    const std::vector<Counter> account{{"account:anna@linderdam.example", account_budget}};
};

TEST_P(LockoutStore, lets_five_tries_through_and_then_one_at_a_time) {
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(count(start, account)) << i;
    EXPECT_TRUE(count(start, account));  // the sixth brings the first wait, of one second
    EXPECT_EQ(phrases_of(count(start + 999, account)), Words{"people.wait"});
    EXPECT_TRUE(count(start + 1000, account));
    EXPECT_FALSE(count(start + 2999, account));
    EXPECT_TRUE(count(start + 3000, account));
}

TEST_P(LockoutStore, does_not_count_what_it_refused) {
    for (int i = 0; i < 6; ++i) EXPECT_TRUE(count(start, account));
    for (int i = 0; i < 1000; ++i) EXPECT_FALSE(count(start + 1, account));
    EXPECT_TRUE(count(start + 1000, account));
}

TEST_P(LockoutStore, names_the_wait_in_whole_minutes) {
    Time when = start;
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(count(when, account));
    for (std::int64_t wait = 1000; wait <= 256000; wait *= 2) {
        EXPECT_TRUE(count(when, account));
        when = when + wait;
    }
    const Result<Done> counted = count(when, account);
    EXPECT_TRUE(counted);
    const Result<Done> refused = count(when, account);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().front().trouble, Trouble::too_many);
    EXPECT_EQ(refused.problems().front().values.front().second, "9");  // 512 seconds
}

TEST_P(LockoutStore, forgets_one_try_every_quarter_of_an_hour) {
    for (int i = 0; i < 6; ++i) EXPECT_TRUE(count(start, account));
    EXPECT_TRUE(count(start + 30 * minute_ms, account));  // two of six forgotten, the fifth again
    EXPECT_TRUE(count(start + 30 * minute_ms, account));
    EXPECT_FALSE(count(start + 30 * minute_ms, account));
}

TEST_P(LockoutStore, keeps_the_part_of_a_turn_that_has_passed) {
    const std::vector<Counter> prefix = {{"prefix:192.0.2.0/24", prefix_budget}};
    // A try every 9 seconds: one is forgotten every 10, so only a tenth of them adds up.
    for (int i = 0; i < 550; ++i) ASSERT_TRUE(count(start + i * 9 * second_ms, prefix)) << i;
}

TEST_P(LockoutStore, is_never_longer_than_a_quarter_of_an_hour) {
    Time when = start;
    for (int i = 0; i < 60; ++i) {
        EXPECT_TRUE(count(when, account));
        when = when + 15 * minute_ms;
    }
}

TEST_P(LockoutStore, is_not_made_longer_by_a_clock_set_back) {
    for (int i = 0; i < 6; ++i) EXPECT_TRUE(count(start, account));
    EXPECT_TRUE(count(start - day_ms, account));
    EXPECT_FALSE(count(start - day_ms, account));
}

TEST_P(LockoutStore, begins_anew_after_a_good_try) {
    for (int i = 0; i < 6; ++i) EXPECT_TRUE(count(start, account));
    EXPECT_TRUE(database.write([&](db::Connection& in) -> Result<Done> {
        forget_tries(in, account.front());
        return Done{};
    }));
    for (int i = 0; i < 6; ++i) EXPECT_TRUE(count(start, account));
    EXPECT_FALSE(count(start, account));
}

TEST_P(LockoutStore, keeps_no_address_in_the_clear) {
    EXPECT_TRUE(count(start, account));
    database.read([](db::Connection& in) {
        EXPECT_EQ(in.first_text("select name_hash from login_failures"),
                  // sha256sum of "account:anna@linderdam.example"
                  "0ede63752fa560ea85f3282244cb3c88304f0510f826a30ea51c218a0ada61cc");
    });
}

KRING_ON_BOTH_ENGINES(LockoutStore);

}  // namespace
}  // namespace kring::people
