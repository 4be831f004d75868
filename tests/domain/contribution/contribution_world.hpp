// SPDX-License-Identifier: EUPL-1.2
// What the tests of this room share: the small world at its desk, and one good draft of each kind.
#pragma once

#include "domain/chain/audience.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/contribution/pages.hpp"
#include "domain/contribution/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::contribution {

using Words = std::vector<std::string>;

inline Common good_common(std::string_view audience = "network") {
    Common common;
    common.network = "ict";
    common.title = "Hoe vraag je om zeven jaar steun?";
    common.audience = audience;
    return common;
}

inline QuestionDraft good_question(std::string_view audience = "network") {
    return {good_common(audience), "", "Wij kopen laptops voor *zeven* jaar.", false};
}

inline AnswerDraft good_answer(std::string_view question, std::string_view body = "Vraag om updates.") {
    return {std::string(question), "nl", std::string(body)};
}

inline CaseDraft good_case(std::string_view audience = "network") {
    CaseDraft draft;
    draft.common = good_common(audience);
    draft.common.title = "Laptops voor zeven jaar in Linderdam";
    draft.context = "De oude laptops waren op.";
    draft.bought = "Achthonderd laptops.";
    draft.approach = "Eerst de markt gevraagd.";
    draft.criteria_used = "Zeven jaar updates.";
    draft.failed = "De opslag was vast gesoldeerd.";
    draft.again = "Eerder beginnen.";
    return draft;
}

inline LessonDraft good_lesson(std::string_view audience = "network") {
    LessonDraft draft;
    draft.common = good_common(audience);
    draft.common.title = "Begin bij de behoefte";
    draft.body = "Vraag eerst wat nodig is.";
    return draft;
}

class ContributionTest : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};
    static constexpr Time when = fixtures::world_time;

    void sql(std::string_view statement, std::initializer_list<db::Param> params = {}) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement, params);
            return Result<Done>(Done{});
        }));
    }
    std::int64_t count(std::string_view statement, std::initializer_list<db::Param> params = {}) {
        return desk.read([&](db::Connection& in) { return in.count(statement, params); });
    }
    Result<Asked> try_ask(std::string_view by, const QuestionDraft& draft, int delay = 0, Time at = when) {
        return desk.act(by, [&](const Act& act) { return ask(act, draft, delay); }, at);
    }
    std::string asked(std::string_view by, const QuestionDraft& draft = good_question(), Time at = when) {
        return try_ask(by, draft, 0, at)->id;
    }
    Result<std::string> try_answer(std::string_view by, const AnswerDraft& draft, Time at = when) {
        return desk.act(by, [&](const Act& act) { return answer(act, draft); }, at);
    }
    std::string answered(std::string_view by, std::string_view question, Time at = when) {
        return *try_answer(by, good_answer(question), at);
    }
    /// One of the acts that take a record's id alone.
    Result<Done> doing(std::string_view by, Result<Done> (*what)(const Act&, std::string_view),
                       std::string_view id, Time at = when) {
        return desk.act(by, [&](const Act& act) { return what(act, id); }, at);
    }
    Result<Done> try_accept(std::string_view by, std::string_view question, std::string_view chosen) {
        return desk.act(by, [&](const Act& act) { return accept(act, question, chosen); });
    }

    chain::Record record(std::string_view id) {
        return desk.read([&](db::Connection& in) { return chain::find(in, id).value(); });
    }
    Question question(std::string_view id) {
        return desk.read(
            [&](db::Connection& in) { return find_question(in, chain::find(in, id).value()).value(); });
    }
    Answer found_answer(std::string_view id) {
        return desk.read(
            [&](db::Connection& in) { return find_answer(in, chain::find(in, id).value()).value(); });
    }
    /// The ids of a question's answers as this reader sees them.
    Words answers_seen_by(std::string_view person, std::string_view id) {
        Words ids;
        const Question one = question(id);
        desk.read([&](db::Connection& in) {
            const Actor who = person.empty() ? Actor{} : fixtures::actor(in, person);
            for (const Answer& found : answers_of(in, who, one, when)) ids.push_back(found.record.id);
        });
        return ids;
    }
};

}  // namespace kring::contribution
