// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/search.hpp"
#include "tests/domain/contribution/contribution_world.hpp"

namespace kring::contribution {
namespace {

using fixtures::phrases_of;

class Withdrawing : public ContributionTest {
protected:
    bool reads(std::string_view person, std::string_view id, Time at = when) {
        return desk.read([&](db::Connection& in) {
            const Actor who = person.empty() ? Actor{} : fixtures::actor(in, person);
            return static_cast<bool>(chain::find_readable(in, who, id, at));
        });
    }
    Words own_of(std::string_view person, Time at = when) {
        Words ids;
        desk.read([&](db::Connection& in) {
            for (const auto& one : own(in, fixtures::actor(in, person), at)) ids.push_back(one.id);
        });
        return ids;
    }
};
KRING_ON_BOTH_ENGINES(Withdrawing);

TEST_P(Withdrawing, hides_a_record_from_all_but_its_owner_until_it_is_back) {
    const std::string id = asked("anna", good_question("everyone"));
    ASSERT_TRUE(doing("anna", withdraw, id));
    EXPECT_TRUE(reads("anna", id));
    for (const char* other : {"", "bram", "femke", "eva", "beheer"}) EXPECT_FALSE(reads(other, id)) << other;
    EXPECT_EQ(own_of("anna"), Words{id});
    ASSERT_TRUE(doing("anna", restore, id, when + hour_ms));
    for (const char* reader : {"", "anna", "bram"}) EXPECT_TRUE(reads(reader, id)) << reader;
    EXPECT_FALSE(record(id).is_withdrawn);
    EXPECT_FALSE(record(id).withdrawn_at);
    EXPECT_EQ(desk.journalled(),
              (Words{"question.asked " + id, "question.withdrawn " + id, "question.restored " + id}));
}

TEST_P(Withdrawing, can_be_undone_for_thirty_days) {
    const std::string id = asked("anna");
    ASSERT_TRUE(doing("anna", withdraw, id));
    const Time last = when + 30 * day_ms - 1;
    EXPECT_TRUE(reads("anna", id, last));
    EXPECT_EQ(own_of("anna", last), Words{id});
    const Time late = when + 30 * day_ms + 1;
    EXPECT_FALSE(reads("anna", id, late));
    EXPECT_EQ(own_of("anna", late), Words{});
    const auto refused = doing("anna", restore, id, late);
    ASSERT_FALSE(refused);
    EXPECT_EQ(phrases_of(refused), Words{"record.restore.too_late"});
    EXPECT_EQ(refused.problems().front().trouble, Trouble::conflict);
    EXPECT_TRUE(record(id).is_withdrawn);
    EXPECT_TRUE(doing("anna", restore, id, last));
}

TEST_P(Withdrawing, ends_for_reading_and_undoing_at_the_same_moment) {
    const std::string id = asked("anna");
    ASSERT_TRUE(doing("anna", withdraw, id));
    const Time edge = when + 30 * day_ms;
    const bool is_read = reads("anna", id, edge);
    EXPECT_EQ(own_of("anna", edge).size(), is_read ? 1u : 0u);
    EXPECT_EQ(static_cast<bool>(doing("anna", restore, id, edge)), is_read);
}

TEST_P(Withdrawing, is_for_the_owner_and_for_a_facilitator) {
    const std::string id = asked("anna", good_question("everyone"));
    for (const char* other : {"bram", "eva", "sami", "olga", "beheer"}) {
        EXPECT_EQ(phrases_of(doing(other, withdraw, id)), Words{"record.withdraw.not_yours"}) << other;
    }
    const std::string closed = asked("anna", good_question("purchasers"));
    EXPECT_EQ(phrases_of(doing("sami", withdraw, closed)), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(doing("", withdraw, closed)), Words{"problem.not_found"});
    ASSERT_TRUE(doing("femke", withdraw, id));
    for (const char* other : {"bram", "eva", "sami", ""}) {
        EXPECT_EQ(phrases_of(doing(other, restore, id)), Words{"problem.not_found"}) << other;
    }
    ASSERT_TRUE(doing("femke", restore, id));
    ASSERT_TRUE(doing("femke", withdraw, closed));
    ASSERT_TRUE(doing("anna", restore, closed));
}

TEST_P(Withdrawing, happens_once_and_so_does_undoing_it) {
    const std::string id = asked("anna");
    EXPECT_EQ(phrases_of(doing("anna", restore, id)), Words{"record.restore.is_open"});
    ASSERT_TRUE(doing("anna", withdraw, id));
    EXPECT_EQ(phrases_of(doing("anna", withdraw, id, when + 20 * day_ms)), Words{"record.withdraw.already"});
    EXPECT_EQ(*record(id).withdrawn_at, when) << "a second press does not begin the thirty days anew";
    ASSERT_TRUE(doing("anna", restore, id));
    EXPECT_EQ(phrases_of(doing("anna", restore, id)), Words{"record.restore.is_open"});
}

TEST_P(Withdrawing, takes_back_only_what_participants_bring) {
    for (const char* other : {"ict-2", "ict-2-lezing", "nergens", ""}) {
        EXPECT_EQ(phrases_of(doing("femke", withdraw, other)), Words{"problem.not_found"}) << other;
        EXPECT_EQ(phrases_of(doing("femke", restore, other)), Words{"problem.not_found"}) << other;
    }
}

TEST_P(Withdrawing, takes_an_answer_out_of_the_count_and_of_acceptance) {
    const std::string id = asked("anna");
    const std::string first = answered("bram", id);
    const std::string second = answered("sami", id, when + 1);
    ASSERT_TRUE(try_accept("anna", id, second));
    ASSERT_TRUE(doing("sami", withdraw, second));
    EXPECT_EQ(question(id).answers, 1);
    EXPECT_EQ(question(id).accepted_answer, "");
    EXPECT_EQ(state_of(question(id)), QuestionState::answered);
    EXPECT_EQ(answers_seen_by("anna", id), Words{first});
    ASSERT_TRUE(doing("bram", withdraw, first));
    EXPECT_EQ(state_of(question(id)), QuestionState::open);
    ASSERT_TRUE(doing("sami", restore, second));
    EXPECT_EQ(question(id).answers, 1);
    EXPECT_EQ(question(id).accepted_answer, "");
    EXPECT_EQ(answers_seen_by("anna", id), Words{second});
}

TEST_P(Withdrawing, shows_a_withdrawn_answer_not_even_to_its_owner_on_the_question) {
    const std::string id = asked("anna");
    const std::string given = answered("bram", id);
    ASSERT_TRUE(doing("bram", withdraw, given));
    EXPECT_EQ(answers_seen_by("bram", id), Words{});
    EXPECT_EQ(own_of("bram"), Words{given});
}

TEST_P(Withdrawing, hides_the_answers_with_their_question) {
    const std::string id = asked("anna");
    const std::string given = answered("bram", id);
    ASSERT_TRUE(doing("anna", withdraw, id));
    for (const char* person : {"bram", "anna", "femke", "noor"}) EXPECT_FALSE(reads(person, given)) << person;
    EXPECT_EQ(own_of("bram"), Words{});
    ASSERT_TRUE(doing("anna", restore, id));
    EXPECT_TRUE(reads("noor", given));
    EXPECT_EQ(question(id).answers, 1);
    EXPECT_EQ(answers_seen_by("noor", id), Words{given});
}

TEST_P(Withdrawing, lists_counts_and_finds_only_what_is_open) {
    const std::string kept = asked("anna");
    const std::string gone = asked("anna", good_question(), when + 1);
    ASSERT_TRUE(doing("anna", withdraw, gone));
    desk.read([&](db::Connection& in) {
        for (const char* person : {"anna", "bram"}) {
            const Actor who = fixtures::actor(in, person);
            const auto page = questions(in, who, {}, when);
            EXPECT_EQ(page.total, 1) << person;
            ASSERT_EQ(page.things.size(), 1u) << person;
            EXPECT_EQ(page.things[0].record.id, kept) << person;
            EXPECT_EQ(records(in, who, chain::Kind::question, {}, when).total, 1) << person;
        }
        chain::Query query;
        query.words = "steun";
        const auto found = chain::search(in, fixtures::actor(in, "bram"), query, when);
        ASSERT_EQ(found.hits.size(), 1u);
        EXPECT_EQ(found.hits[0].record.id, kept);
    });
}

TEST_P(Withdrawing, of_an_anonymous_question_is_for_its_key_or_a_facilitator) {
    QuestionDraft draft = good_question();
    draft.is_anonymous = true;
    const std::string id = asked("anna", draft);
    EXPECT_EQ(phrases_of(doing("anna", withdraw, id)), Words{"record.withdraw.not_yours"});
    EXPECT_FALSE(doing("", withdraw, id));
    EXPECT_TRUE(doing("femke", withdraw, id));
}

TEST_P(Withdrawing, by_key_is_not_undone_by_somebody_else) {
    QuestionDraft draft = good_question();
    draft.is_anonymous = true;
    const auto made = try_ask("anna", draft, 0);
    ASSERT_TRUE(
        desk.act("anna", [&](const Act& act) { return withdraw_by_key(act, made->id, made->withdraw_key); }));
    EXPECT_FALSE(doing("bram", restore, made->id));
    EXPECT_FALSE(doing("", restore, made->id));
    EXPECT_EQ(phrases_of(doing("femke", restore, made->id)), Words{"contribution.key.final"});
    EXPECT_FALSE(reads("noor", made->id));
}

}  // namespace
}  // namespace kring::contribution
