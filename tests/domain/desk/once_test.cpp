// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/once.hpp"

#include <thread>

#include "tests/fixtures/desk.hpp"

namespace kring::desk {
namespace {

using fixtures::world_time;

constexpr std::string_view key = "0123456789abcdef0123456789abcdef";

class Once : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    Result<std::string> send(std::string_view person, std::string_view with_key, const std::string& made,
                             Time when = world_time) {
        return desk.act(
            person,
            [&](const Act& act) {
                return once(act, with_key, [&]() -> Result<std::string> {
                    journal::record(act, "test.done", made);
                    return made;
                });
            },
            when);
    }
    std::int64_t done() {
        return desk.read([](db::Connection& in) {
            return in.count("select count(*) from journal where word = 'test.done'");
        });
    }
};
KRING_ON_BOTH_ENGINES(Once);

TEST_P(Once, the_second_time_hands_back_what_the_first_made) {
    EXPECT_EQ(*send("anna", key, "first"), "first");
    EXPECT_EQ(*send("anna", key, "second"), "first");
    EXPECT_EQ(done(), 1);
}

TEST_P(Once, another_person_may_have_the_same_key) {
    EXPECT_EQ(*send("anna", key, "hers"), "hers");
    EXPECT_EQ(*send("bram", key, "his"), "his");
    EXPECT_EQ(done(), 2);
}

TEST_P(Once, without_a_key_each_counts) {
    EXPECT_EQ(*send("anna", "", "one"), "one");
    EXPECT_EQ(*send("anna", "", "two"), "two");
    EXPECT_EQ(done(), 2);
}

TEST_P(Once, what_was_refused_may_be_sent_again_with_the_same_key) {
    const auto refused = desk.act("anna", [&](const Act& act) {
        return once(act, key, []() -> Result<std::string> {
            return Problem{Trouble::invalid, "problem.choice", "", {}};
        });
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(*send("anna", key, "mended"), "mended");
}

TEST_P(Once, eight_at_once_land_once) {
    std::vector<std::thread> threads;
    std::vector<std::string> answers(8);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        threads.emplace_back([&, i] { answers[i] = *send("anna", key, "made-" + std::to_string(i)); });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(done(), 1);
    for (const std::string& answer : answers) EXPECT_EQ(answer, answers.front());
}

TEST_P(Once, is_forgotten_after_a_month) {
    ASSERT_TRUE(send("anna", key, "first"));
    const auto dropped = [&](Time when) {
        return *desk.database.write([&](db::Connection& in) { return drop_old_submissions(in, when); });
    };
    EXPECT_EQ(dropped(world_time + submission_ms), 0);
    EXPECT_EQ(dropped(world_time + submission_ms + 1), 1);
}

}  // namespace
}  // namespace kring::desk
