// SPDX-License-Identifier: EUPL-1.2
#include "domain/journal/outbox.hpp"

#include <set>
#include <thread>

#include "app/embedded.hpp"
#include "domain/journal/journal.hpp"
#include "tests/fixtures/database.hpp"
#include "tests/fixtures/world.hpp"

namespace kring::journal {
namespace {

constexpr Time when = fixtures::world_time;

class Outbox : public ::testing::TestWithParam<db::Engine> {
protected:
    tests::FreshDatabase fresh{GetParam(), app::embedded_migrations()};
    db::Database database{fresh.address()};

    void post(int letters, Time at = when) {
        ASSERT_TRUE(database.write([&](db::Connection& in) {
            for (int i = 0; i < letters; ++i)
                journal::post(Act{Actor{}, at, in, "job"},
                              {"", "Jan", "jan@x.example", "nl", "Onderwerp", "Tekst"});
            return Result<Done>(Done{});
        }));
    }
    static std::vector<Waiting> claim(db::Database& from, std::string_view word, Time at = when) {
        return *from.write(
            [&](db::Connection& in) { return Result<std::vector<Waiting>>(claim_due(in, word, at)); });
    }
    template <class F>
    void run(F&& f) {
        ASSERT_TRUE(database.write([&](db::Connection& in) {
            f(in);
            return Result<Done>(Done{});
        }));
    }
    std::string kept(std::string_view id) {
        std::string row_text;
        database.read([&](db::Connection& in) {
            in.query(
                "select sent_at, withheld_at, tries, claimed_until, last_error, body from outbox where id = "
                "$1",
                {id}, [&](const db::Row& row) {
                    for (int i = 0; i < 6; ++i) row_text += row.text(i) + "|";
                });
        });
        return row_text;
    }
};
KRING_ON_BOTH_ENGINES(Outbox);

TEST_P(Outbox, hands_out_the_longest_waiting_first_and_some_at_a_time) {
    post(claimed_at_once, when);
    post(3, when - minute_ms);
    post(1, when + minute_ms);
    const auto first = claim(database, "een");
    ASSERT_EQ(static_cast<int>(first.size()), claimed_at_once);
    EXPECT_EQ(first[2].made_at, when - minute_ms);
    EXPECT_EQ(first[3].made_at, when);
    EXPECT_EQ(claim(database, "twee").size(), 3u);
    EXPECT_EQ(claim(database, "drie").size(), 0u);
    EXPECT_EQ(claim(database, "drie", when + minute_ms).size(), 1u);
}

TEST_P(Outbox, hands_out_again_what_was_claimed_and_neither_sent_nor_refused) {
    post(1);
    const std::string id = claim(database, "een").at(0).id;
    EXPECT_EQ(claim(database, "twee", when + claim_ms - 1).size(), 0u);
    EXPECT_EQ(claim(database, "twee", when + claim_ms).at(0).id, id);
    EXPECT_EQ(claim(database, "drie", when + claim_ms).size(), 0u);
}

TEST_P(Outbox, forgets_the_words_of_what_was_sent) {
    post(1);
    const std::string id = claim(database, "een").at(0).id;
    run([&](db::Connection& in) { mark_sent(in, id, when); });
    EXPECT_EQ(kept(id), to_text(when) + "||1||||");
    EXPECT_EQ(claim(database, "een", when + day_ms).size(), 0u);
}

TEST_P(Outbox, tries_again_later_what_was_refused) {
    post(1);
    const std::string id = claim(database, "een").at(0).id;
    run([&](db::Connection& in) { mark_refused(in, id, "een", "451 later", when + minute_ms); });
    EXPECT_EQ(kept(id), "||1||451 later|Tekst|");
    EXPECT_EQ(claim(database, "een", when).size(), 0u);
    EXPECT_EQ(claim(database, "een", when + minute_ms).at(0).tries, 1);
}

TEST_P(Outbox, heeds_no_refusal_of_a_claim_that_has_passed_on) {
    post(1);
    const std::string id = claim(database, "een").at(0).id;
    claim(database, "twee", when + claim_ms);
    run([&](db::Connection& in) { mark_refused(in, id, "een", "451 later", when + day_ms); });
    EXPECT_EQ(kept(id), "||0|" + to_text(when + 2 * claim_ms) + "||Tekst|");
    run([&](db::Connection& in) { mark_sent(in, id, when); });
    EXPECT_EQ(kept(id), to_text(when) + "||1||||") << "that it was sent is true, whoever sent it";
}

TEST_P(Outbox, never_hands_out_what_was_withheld) {
    post(1);
    const std::string id = claim(database, "een").at(0).id;
    run([&](db::Connection& in) { withhold(in, id, when); });
    EXPECT_EQ(kept(id), "|" + to_text(when) + "|0||||");
    EXPECT_EQ(claim(database, "een", when + day_ms).size(), 0u);
    EXPECT_FALSE(database.read([](db::Connection& in) { return has_due(in, when + day_ms); }));
}

// As two programs would that serve one database.
TEST_P(Outbox, hands_each_message_to_one_of_several_that_ask_at_once) {
    post(200);
    std::mutex mutex;
    std::multiset<std::string> claimed;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            db::Database own(fresh.address(), 1);
            const std::string word = "program " + std::to_string(i);
            for (auto some = claim(own, word); !some.empty(); some = claim(own, word)) {
                const std::lock_guard lock(mutex);
                for (const Waiting& one : some) claimed.insert(one.id);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(claimed.size(), 200u);
    EXPECT_EQ(std::set<std::string>(claimed.begin(), claimed.end()).size(), 200u);
}

}  // namespace
}  // namespace kring::journal
