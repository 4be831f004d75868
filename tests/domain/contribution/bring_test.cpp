// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/links.hpp"
#include "tests/domain/contribution/contribution_world.hpp"

namespace kring::contribution {
namespace {

using fixtures::faults_of;
using fixtures::phrases_of;

class Bringing : public ContributionTest {
protected:
    Result<std::string> try_case(std::string_view by, const CaseDraft& draft) {
        return desk.act(by, [&](const Act& act) { return bring_case(act, draft); });
    }
    Result<std::string> try_lesson(std::string_view by, const LessonDraft& draft) {
        return desk.act(by, [&](const Act& act) { return bring_lesson(act, draft); });
    }
    template <class Draft>
    Result<Done> change(std::string_view by, Result<Done> (*what)(const Act&, std::string_view, const Draft&),
                        std::string_view id, const Draft& draft) {
        return desk.act(by, [&](const Act& act) { return what(act, id, draft); }, when + hour_ms);
    }
    Case found_case(std::string_view id) {
        return desk.read(
            [&](db::Connection& in) { return find_case(in, chain::find(in, id).value()).value(); });
    }
    Words origins_of(std::string_view lesson, std::string_view reader) {
        Words ids;
        desk.read([&](db::Connection& in) {
            for (const auto& one : chain::neighbours(in, fixtures::actor(in, reader), lesson, when)) {
                if (one.relation == chain::Relation::distilled_into && !one.is_outgoing)
                    ids.push_back(one.other.id);
            }
        });
        return ids;
    }
};
KRING_ON_BOTH_ENGINES(Bringing);

TEST_P(Bringing, keeps_every_field_of_a_case) {
    CaseDraft draft = good_case("purchasers");
    draft.common.language = "en";
    draft.common.source = {"Verslag 2025", "https://rijk.example/verslag", "2026-01-31", ""};
    draft.organisation_name = "Gemeente Linderdam";
    draft.year = "2024–2025";
    draft.result = "Minder afval.";
    draft.documents = "[Bestek](https://x.example/bestek)";
    draft.co2 = {"100", "300", " LCA "};
    draft.money = {"0", "0", "nacalculatie"};
    const auto made = try_case("anna", draft);
    ASSERT_TRUE(made);
    const Case kept = found_case(*made);
    EXPECT_EQ(kept.record.title, "Laptops voor zeven jaar in Linderdam");
    EXPECT_EQ(kept.record.owner + " " + kept.record.language, "anna en");
    EXPECT_EQ(kept.record.audience, chain::Audience::purchasers);
    EXPECT_EQ(kept.record.source.title + "|" + kept.record.source.url + "|" + kept.record.source.read_on,
              "Verslag 2025|https://rijk.example/verslag|2026-01-31");
    EXPECT_EQ(kept.organisation_name + "|" + kept.year, "Gemeente Linderdam|2024–2025");
    EXPECT_EQ(kept.context + kept.bought + kept.approach + kept.criteria_used,
              draft.context + draft.bought + draft.approach + draft.criteria_used);
    EXPECT_EQ(kept.result + kept.failed + kept.again + kept.documents,
              draft.result + draft.failed + draft.again + draft.documents);
    EXPECT_EQ(kept.co2.low.value() + kept.co2.high.value(), 400);
    EXPECT_EQ(kept.co2.source, "LCA");
    EXPECT_EQ(kept.money.low.value() + kept.money.high.value(), 0);
    EXPECT_FALSE(kept.material.low || kept.material.high);
    EXPECT_EQ(desk.journalled(), Words{"case.brought " + *made});
}

TEST_P(Bringing, is_for_members_with_an_audience_of_their_own) {
    for (const char* other : {"olga", "beheer", ""}) {
        EXPECT_EQ(phrases_of(try_case(other, good_case())), Words{"contribution.not_a_member"}) << other;
        EXPECT_EQ(phrases_of(try_lesson(other, good_lesson())), Words{"contribution.not_a_member"}) << other;
    }
    EXPECT_EQ(phrases_of(try_case("noor", good_case("purchasers"))),
              Words{"contribution.audience.not_yours"});
    EXPECT_EQ(phrases_of(try_lesson("noor", good_lesson("purchasers"))),
              Words{"contribution.audience.not_yours"});
    CaseDraft bad = good_case();
    bad.failed.clear();
    EXPECT_EQ(phrases_of(try_case("anna", bad)), Words{"problem.needed.failed"});
    EXPECT_EQ(count("select count(*) from cases") + count("select count(*) from lessons"), 0);
    EXPECT_EQ(desk.journalled(), Words{});
}

TEST_P(Bringing, lets_the_owner_alone_change_a_case) {
    const std::string id = *try_case("anna", good_case());
    CaseDraft draft = good_case("everyone");
    draft.common.network = "meubels";
    draft.common.title = "Beter verteld";
    draft.failed = "Ook de schermen.";
    draft.material = {"5", "9", "weegbrug"};
    for (const char* other : {"bram", "femke", "eva"}) {
        EXPECT_EQ(phrases_of(change(other, change_case, id, draft)), Words{"contribution.not_yours"})
            << other;
    }
    EXPECT_EQ(phrases_of(change("olga", change_case, id, draft)), Words{"problem.not_found"});
    ASSERT_TRUE(change("anna", change_case, id, draft));
    const Case kept = found_case(id);
    EXPECT_EQ(kept.record.title + "|" + kept.failed, "Beter verteld|Ook de schermen.");
    EXPECT_EQ(kept.record.network, "ict") << "a record does not move to another network";
    EXPECT_EQ(kept.record.audience, chain::Audience::everyone);
    EXPECT_EQ(kept.record.updated_at, when + hour_ms);
    EXPECT_EQ(kept.record.created_at, when);
    EXPECT_EQ(kept.material.high.value(), 9);
    EXPECT_EQ(desk.journalled().back(), "case.changed " + id);
}

TEST_P(Bringing, changes_nothing_of_another_kind_or_of_what_is_withdrawn) {
    const std::string question_id = asked("anna");
    const std::string id = *try_case("anna", good_case());
    EXPECT_EQ(phrases_of(change("anna", change_case, question_id, good_case())), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(change("anna", change_lesson, id, good_lesson())), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(change("anna", change_question, id, good_question())), Words{"problem.not_found"});
    ASSERT_TRUE(doing("anna", withdraw, id));
    EXPECT_EQ(phrases_of(change("anna", change_case, id, good_case())), Words{"contribution.not_yours"});
}

TEST_P(Bringing, ends_with_the_membership) {
    const std::string id = *try_case("anna", good_case("everyone"));
    sql("delete from memberships where person_id = 'anna'");
    EXPECT_EQ(phrases_of(change("anna", change_case, id, good_case())), Words{"contribution.not_yours"});
    EXPECT_FALSE(try_case("anna", good_case()));
}

TEST_P(Bringing, ties_a_lesson_to_what_it_was_distilled_from) {
    const std::string asked_id = asked("bram");
    const std::string given = answered("sami", asked_id);
    const std::string brought = *try_case("bram", good_case());
    LessonDraft draft = good_lesson();
    draft.from = {asked_id, given, brought, "ict-2", "ict-2-lezing", asked_id};
    const auto made = try_lesson("anna", draft);
    ASSERT_TRUE(made);
    EXPECT_EQ(origins_of(*made, "anna").size(), 5u);
    EXPECT_EQ(desk.journalled().back(), "lesson.distilled " + *made);
}

TEST_P(Bringing, brings_no_lesson_from_what_one_cannot_read_or_what_is_no_origin) {
    LessonDraft draft = good_lesson();
    for (const std::string& origin : {asked("anna", good_question("purchasers")), std::string("meubels-1"),
                                      std::string("nergens"), std::string("")}) {
        draft.from = {origin};
        EXPECT_EQ(phrases_of(try_lesson("sami", draft)), Words{"problem.not_found"}) << origin;
    }
    draft.from = {*try_lesson("anna", good_lesson())};
    EXPECT_EQ(phrases_of(try_lesson("anna", draft)), Words{"link.not_legal"});
    EXPECT_EQ(count("select count(*) from lessons"), 1);
    EXPECT_EQ(count("select count(*) from records where kind = 'lesson'"), 1);
}

TEST_P(Bringing, lets_the_owner_alone_change_a_lesson) {
    const std::string id = *try_lesson("anna", good_lesson());
    LessonDraft draft = good_lesson();
    draft.body = "Anders gezegd.";
    EXPECT_EQ(phrases_of(change("eva", change_lesson, id, draft)), Words{"contribution.not_yours"});
    ASSERT_TRUE(change("anna", change_lesson, id, draft));
    EXPECT_EQ(
        desk.read([&](db::Connection& in) { return find_lesson(in, chain::find(in, id).value())->body; }),
        "Anders gezegd.");
    EXPECT_EQ(desk.journalled().back(), "lesson.changed " + id);
}

TEST_P(Bringing, changes_the_readers_of_the_answers_with_those_of_the_question) {
    const std::string id = asked("anna", good_question("everyone"));
    const std::string own = answered("anna", id);
    EXPECT_EQ(answers_seen_by("sami", id), Words{own});
    ASSERT_TRUE(change("anna", change_question, id, good_question("purchasers")));
    EXPECT_EQ(record(own).audience, chain::Audience::purchasers);
    EXPECT_EQ(answers_seen_by("sami", id), Words{});
    EXPECT_EQ(answers_seen_by("bram", id), Words{own});
}

TEST_P(Bringing, shows_answers_of_others_to_nobody_new) {
    const std::string id = asked("anna", good_question("purchasers"));
    const std::string given = answered("bram", id);
    for (const char* wider : {"network", "everyone", "organisation"}) {
        const auto refused = change("anna", change_question, id, good_question(wider));
        ASSERT_FALSE(refused) << wider;
        EXPECT_EQ(faults_of(refused.problems()), Words{"audience: contribution.audience.answered"}) << wider;
    }
    EXPECT_EQ(record(given).audience, chain::Audience::purchasers);
    EXPECT_EQ(question(id).record.audience, chain::Audience::purchasers);
    ASSERT_TRUE(change("anna", change_question, id, good_question("purchasers")));
    EXPECT_EQ(desk.journalled().back(), "question.changed " + id);
}

TEST_P(Bringing, shows_a_withdrawn_answer_of_another_to_nobody_new_when_it_comes_back) {
    const std::string id = asked("anna", good_question("purchasers"));
    const std::string given = answered("bram", id);
    ASSERT_TRUE(doing("bram", withdraw, given));
    const auto changed = change("anna", change_question, id, good_question("everyone"));
    EXPECT_FALSE(changed && record(given).audience == chain::Audience::everyone);
}

TEST_P(Bringing, lets_nobody_change_an_anonymous_question) {
    QuestionDraft draft = good_question();
    draft.is_anonymous = true;
    const std::string id = asked("anna", draft);
    for (const char* person : {"anna", "bram", "femke"}) {
        EXPECT_EQ(phrases_of(change(person, change_question, id, good_question())),
                  Words{"contribution.not_yours"});
    }
}

}  // namespace
}  // namespace kring::contribution
