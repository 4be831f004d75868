// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/text.hpp"
#include "tests/domain/contribution/contribution_world.hpp"

namespace kring::contribution {
namespace {

using fixtures::faults_of;
using fixtures::phrases_of;

class Answering : public ContributionTest {
protected:
    Result<Done> outdate(std::string_view by, std::string_view id, std::string_view why) {
        return desk.act(by, [&](const Act& act) { return mark_outdated(act, id, why); });
    }
    Result<Done> change(std::string_view by, std::string_view id, const AnswerDraft& draft, Time at = when) {
        return desk.act(by, [&](const Act& act) { return change_answer(act, id, draft); }, at);
    }
};
KRING_ON_BOTH_ENGINES(Answering);

TEST_P(Answering, gives_an_answer_the_readers_of_its_question) {
    const std::string asked_of = asked("anna", good_question("purchasers"));
    const auto made = try_answer("bram", good_answer(asked_of, "# Vraag **updates**\n\nZeven jaar lang."));
    ASSERT_TRUE(made);
    const Answer kept = found_answer(*made);
    EXPECT_EQ(kept.record.parent, asked_of);
    EXPECT_EQ(kept.record.owner, "bram");
    EXPECT_EQ(kept.record.title, "Vraag updates");
    EXPECT_EQ(kept.record.audience, chain::Audience::purchasers);
    EXPECT_EQ(kept.record.created_at, when);
    EXPECT_EQ(kept.body, "# Vraag **updates**\n\nZeven jaar lang.");
    EXPECT_EQ(question(asked_of).answers, 1);
    EXPECT_EQ(count("select count(*) from links where from_id = $1 and relation = 'answers' and to_id = $2",
                    {*made, asked_of}),
              1);
    EXPECT_EQ(answers_seen_by("anna", asked_of), Words{*made});
    EXPECT_EQ(answers_seen_by("sami", asked_of), Words{});
    EXPECT_EQ(desk.journalled().back(), "answer.given " + *made);
}

TEST_P(Answering, does_not_take_the_source_of_the_question_for_its_own) {
    const std::string id = asked("anna");
    sql("update records set source_title = 'Verslag', certainty = 'unverified' where id = $1", {id});
    const std::string given = answered("bram", id);
    EXPECT_EQ(record(given).source.title, "");
    EXPECT_EQ(record(given).source.certainty, "");
}

TEST_P(Answering, is_for_members_who_can_read_the_question) {
    const std::string open = asked("anna", good_question("everyone"));
    const std::string closed = asked("anna", good_question("purchasers"));
    for (const char* other : {"olga", "beheer", ""}) {
        EXPECT_EQ(phrases_of(try_answer(other, good_answer(open))), Words{"contribution.not_a_member"})
            << other;
        EXPECT_EQ(phrases_of(try_answer(other, good_answer(closed))), Words{"problem.not_found"}) << other;
    }
    EXPECT_EQ(phrases_of(try_answer("sami", good_answer(closed))), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(try_answer("anna", good_answer("ict-2"))), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(try_answer("anna", good_answer("nergens"))), Words{"problem.not_found"});
    const std::string given = answered("sami", open);
    EXPECT_EQ(phrases_of(try_answer("anna", good_answer(given))), Words{"problem.not_found"});
    const auto empty = try_answer("anna", good_answer(open, " \n"));
    ASSERT_FALSE(empty);
    EXPECT_EQ(faults_of(empty.problems()), Words{"body: problem.needed.body"});
    EXPECT_EQ(question(open).answers, 1);
}

TEST_P(Answering, is_over_when_the_question_is_withdrawn) {
    const std::string id = asked("anna");
    ASSERT_TRUE(doing("anna", withdraw, id));
    EXPECT_FALSE(try_answer("anna", good_answer(id)));
    EXPECT_EQ(phrases_of(try_answer("bram", good_answer(id))), Words{"problem.not_found"});
}

TEST_P(Answering, shortens_the_title_of_a_long_answer) {
    const std::string id = asked("anna");
    std::string body;
    for (int i = 0; i < 60; ++i) body += "w\xc3\xb3\xc3\xb3rd ";
    const std::string title = record(*try_answer("bram", good_answer(id, body))).title;
    EXPECT_LE(length(title), 101u);
    EXPECT_TRUE(title.ends_with("\xe2\x80\xa6")) << title;
    EXPECT_NE(record(*try_answer("bram", good_answer(id, "![](https://x.example/y.png)"))).title, "<");
}

TEST_P(Answering, is_rewritten_by_its_owner_alone_and_loses_its_check) {
    const std::string id = answered("anna", asked("sami"));
    ASSERT_TRUE(doing("bram", check, id));
    for (const char* other : {"bram", "femke", "eva"}) {
        EXPECT_EQ(phrases_of(change(other, id, good_answer("", "Anders."))), Words{"contribution.not_yours"})
            << other;
    }
    EXPECT_EQ(phrases_of(change("olga", id, good_answer("", "Anders."))), Words{"problem.not_found"});
    EXPECT_EQ(found_answer(id).checked_by_name, "Bram Hoekstra");
    ASSERT_TRUE(change("anna", id, good_answer("", "Beter."), when + hour_ms));
    const Answer kept = found_answer(id);
    EXPECT_EQ(kept.body + kept.record.title, "Beter.Beter.");
    EXPECT_EQ(kept.record.updated_at, when + hour_ms);
    EXPECT_EQ(kept.record.created_at, when);
    EXPECT_EQ(kept.checked_by_name + kept.checked_on, "");
    EXPECT_FALSE(change("anna", id, good_answer("", "")));
    EXPECT_EQ(desk.journalled().back(), "answer.changed " + id);
}

TEST_P(Answering, is_accepted_by_the_asker_or_a_facilitator_and_that_can_be_taken_back) {
    const std::string id = asked("anna");
    const std::string first = answered("bram", id);
    const std::string second = answered("sami", id, when + 1);
    for (const char* other : {"bram", "sami", "eva"}) {
        EXPECT_EQ(phrases_of(try_accept(other, id, first)), Words{"contribution.accept.not_yours"}) << other;
    }
    EXPECT_EQ(phrases_of(try_accept("olga", id, first)), Words{"problem.not_found"});
    ASSERT_TRUE(try_accept("anna", id, second));
    EXPECT_EQ(question(id).accepted_answer, second);
    EXPECT_EQ(answers_seen_by("noor", id), (Words{second, first}));
    ASSERT_TRUE(try_accept("femke", id, first));
    EXPECT_EQ(question(id).accepted_answer, first);
    ASSERT_TRUE(try_accept("anna", id, ""));
    EXPECT_EQ(question(id).accepted_answer, "");
    const Words lines = desk.journalled();
    EXPECT_EQ(Words(lines.end() - 3, lines.end()),
              (Words{"answer.accepted " + id, "answer.accepted " + id, "answer.unaccepted " + id}));
}

TEST_P(Answering, accepts_only_an_open_answer_to_that_question) {
    const std::string id = asked("anna");
    const std::string other = answered("bram", asked("anna"));
    const std::string gone = answered("anna", id);
    ASSERT_TRUE(doing("anna", withdraw, gone));
    for (const std::string& wrong : {other, gone, id, std::string("nergens"), std::string("ict-2")}) {
        EXPECT_EQ(phrases_of(try_accept("anna", id, wrong)), Words{"problem.not_found"}) << wrong;
    }
    EXPECT_EQ(phrases_of(try_accept("anna", other, other)), Words{"problem.not_found"});
    EXPECT_EQ(question(id).accepted_answer, "");
}

TEST_P(Answering, is_checked_by_an_expert_with_name_and_day) {
    const std::string id = asked("anna");
    const std::string given = answered("sami", id);
    for (const char* other : {"anna", "femke", "eva", "noor"}) {
        EXPECT_EQ(phrases_of(doing(other, check, given)), Words{"contribution.check.not_expert"}) << other;
    }
    EXPECT_EQ(phrases_of(doing("olga", check, given)), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(doing("bram", check, id)), Words{"problem.not_found"});
    ASSERT_TRUE(doing("bram", check, given, when + 15 * hour_ms));
    EXPECT_EQ(found_answer(given).checked_by_name, "Bram Hoekstra");
    EXPECT_EQ(found_answer(given).checked_on, "2026-11-24") << "the day in Amsterdam";
    EXPECT_EQ(phrases_of(doing("bram", check, answered("bram", id))), Words{"contribution.check.not_expert"});
}

TEST_P(Answering, is_marked_outdated_by_an_expert_with_a_reason_until_checked_again) {
    const std::string given = answered("sami", asked("anna"));
    EXPECT_EQ(phrases_of(outdate("anna", given, "Nieuwe wet.")), Words{"contribution.check.not_expert"});
    EXPECT_EQ(phrases_of(outdate("bram", given, " ")), Words{"problem.needed.why"});
    EXPECT_EQ(phrases_of(outdate("bram", given, std::string("a\x01", 2))), Words{"problem.unclean"});
    EXPECT_EQ(phrases_of(outdate("bram", given, std::string(1001, 'x'))).size(), 1u);
    ASSERT_TRUE(outdate("bram", given, "Nieuwe wet."));
    const Answer old = found_answer(given);
    EXPECT_EQ(old.outdated_by_name + "|" + old.outdated_on + "|" + old.outdated_why,
              "Bram Hoekstra|2026-11-23|Nieuwe wet.");
    ASSERT_TRUE(doing("bram", check, given));
    EXPECT_EQ(found_answer(given).outdated_on + found_answer(given).outdated_why, "");
    const Words lines = desk.journalled();
    EXPECT_EQ(Words(lines.end() - 2, lines.end()),
              (Words{"answer.outdated " + given, "answer.checked " + given}));
}

TEST_P(Answering, shows_accepted_before_checked_before_others_before_outdated) {
    const std::string id = asked("anna");
    Words given;
    for (int i = 0; i < 5; ++i) given.push_back(answered("sami", id, when + i));
    ASSERT_TRUE(outdate("bram", given[0], "Oud."));
    ASSERT_TRUE(doing("bram", check, given[2]));
    ASSERT_TRUE(try_accept("anna", id, given[4]));
    EXPECT_EQ(answers_seen_by("noor", id), (Words{given[4], given[2], given[1], given[3], given[0]}));
}

TEST_P(Answering, says_too_long_of_a_reason_that_is_too_long) {
    const std::string given = answered("sami", asked("anna"));
    EXPECT_EQ(phrases_of(outdate("bram", given, std::string(1001, 'x'))), Words{"problem.too_long"});
}

}  // namespace
}  // namespace kring::contribution
