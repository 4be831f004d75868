// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <thread>

#include "tests/domain/contribution/contribution_world.hpp"

namespace kring::contribution {
namespace {

using fixtures::phrases_of;

class Voting : public ContributionTest {
protected:
    std::int64_t kept_votes(std::string_view id) {
        return count("select count(*) from votes where question_id = $1", {id});
    }
    /// People beyond the small world, members of its open network.
    void make_voters(int number) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            for (int i = 0; i < number; ++i) {
                const std::string id = "kiezer-" + std::to_string(i);
                act.in.execute(
                    "insert into people (id, email, name, language, state, created_at) "
                    "values ($1, $2, $1, 'nl', 'active', $3)",
                    {id, id + "@kiezers.example", act.when});
                act.in.execute(
                    "insert into memberships (id, network_id, person_id, side, joined_at) "
                    "values ($1, 'ict', $1, 'purchaser', $2)",
                    {id, act.when});
            }
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(Voting);

TEST_P(Voting, counts_each_voter_once) {
    const std::string id = asked("anna");
    for (const char* voter : {"bram", "sami", "bram", "bram"}) EXPECT_TRUE(doing(voter, vote, id)) << voter;
    EXPECT_EQ(question(id).votes, 2);
    EXPECT_EQ(kept_votes(id), 2);
    EXPECT_EQ(desk.journalled(),
              (Words{"question.asked " + id, "question.voted " + id, "question.voted " + id}));
    const auto voted = [&](std::string_view person) {
        return desk.read([&](db::Connection& in) { return has_voted(in, fixtures::actor(in, person), id); });
    };
    EXPECT_TRUE(voted("bram"));
    EXPECT_FALSE(voted("noor"));
}

TEST_P(Voting, takes_a_vote_back_once) {
    const std::string id = asked("anna");
    ASSERT_TRUE(doing("bram", vote, id));
    ASSERT_TRUE(doing("sami", vote, id));
    EXPECT_TRUE(doing("noor", take_vote_back, id));
    EXPECT_EQ(question(id).votes, 2);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(doing("bram", take_vote_back, id));
    EXPECT_EQ(question(id).votes, 1);
    EXPECT_EQ(kept_votes(id), 1);
    EXPECT_EQ(desk.journalled().back(), "question.vote_taken_back " + id);
    EXPECT_TRUE(doing("bram", vote, id));
    EXPECT_EQ(question(id).votes, 2);
}

TEST_P(Voting, is_for_members_on_questions_of_others) {
    const std::string id = asked("anna", good_question("everyone"));
    EXPECT_EQ(phrases_of(doing("anna", vote, id)), Words{"contribution.vote.not_yours"});
    EXPECT_EQ(phrases_of(doing("anna", take_vote_back, id)), Words{"contribution.vote.not_yours"});
    for (const char* other : {"olga", "beheer", ""}) {
        EXPECT_EQ(phrases_of(doing(other, vote, id)), Words{"contribution.vote.not_yours"}) << other;
    }
    const std::string closed = asked("anna", good_question("purchasers"));
    EXPECT_EQ(phrases_of(doing("sami", vote, closed)), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(doing("bram", vote, "nergens")), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(doing("bram", vote, "ict-2")), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(doing("sami", vote, answered("bram", id))), Words{"problem.not_found"});
    EXPECT_EQ(question(id).votes + question(closed).votes, 0);
}

TEST_P(Voting, is_over_when_the_question_is_withdrawn_and_goes_on_when_it_is_back) {
    const std::string id = asked("anna");
    ASSERT_TRUE(doing("bram", vote, id));
    ASSERT_TRUE(doing("anna", withdraw, id));
    EXPECT_FALSE(doing("sami", vote, id));
    EXPECT_FALSE(doing("femke", vote, id));
    ASSERT_TRUE(doing("anna", restore, id));
    EXPECT_EQ(question(id).votes, 1);
    EXPECT_TRUE(doing("sami", vote, id));
    EXPECT_EQ(question(id).votes, 2);
}

TEST_P(Voting, counts_exactly_when_fifty_vote_at_once_and_press_twice) {
    constexpr int voters = 50;
    make_voters(voters);
    const std::string id = asked("anna");
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < voters; ++i) {
        threads.emplace_back([&, i] {
            for (int press = 0; press < 2; ++press) {
                if (!doing("kiezer-" + std::to_string(i), vote, id)) ++failed;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(question(id).votes, voters);
    EXPECT_EQ(kept_votes(id), voters);
    EXPECT_EQ(desk.journalled().size(), voters + 1u);
    const auto verdict = desk.read([](db::Connection& in) { return journal::verify(in); });
    EXPECT_EQ(verdict.first_bad, 0) << verdict.why;
}

TEST_P(Voting, counts_exactly_when_votes_come_and_go_at_once) {
    constexpr int voters = 50;
    make_voters(voters);
    const std::string id = asked("anna");
    std::vector<std::thread> threads;
    for (int i = 0; i < voters; ++i) {
        threads.emplace_back([&, i] {
            const std::string voter = "kiezer-" + std::to_string(i);
            (void)doing(voter, vote, id);
            if (i % 2 == 0) (void)doing(voter, take_vote_back, id);
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(question(id).votes, voters / 2);
    EXPECT_EQ(kept_votes(id), voters / 2);
}

}  // namespace
}  // namespace kring::contribution
