// SPDX-License-Identifier: EUPL-1.2
// Cases and lessons: brought in, and changed by their owner.
#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/contribution/compose.hpp"
#include "domain/contribution/may.hpp"
#include "domain/contribution/store.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::contribution {

namespace {

CaseRange range_of(const Range& typed) {
    CaseRange range;
    std::int64_t number = 0;
    if (read_number(typed.low, 0, INT64_MAX, number)) range.low = number;
    if (read_number(typed.high, 0, INT64_MAX, number)) range.high = number;
    range.source = trim(typed.source);
    return range;
}

Case case_of(const chain::Record& record, const CaseDraft& draft) {
    return Case{record,
                draft.organisation_name,
                draft.year,
                draft.context,
                draft.bought,
                draft.approach,
                draft.criteria_used,
                draft.result,
                draft.failed,
                draft.again,
                draft.documents,
                range_of(draft.co2),
                range_of(draft.material),
                range_of(draft.money)};
}

Result<Done> tie_origins(const Act& act, const std::string& lesson, const std::vector<std::string>& from) {
    for (const std::string& origin : from) {
        TRY_DONE(chain::tie(act, origin, chain::Relation::distilled_into, lesson));
    }
    return Done{};
}

// Answers are read by whoever reads their question. Others gave theirs to the people who read it then:
// without their consent no change of the question may show them to more.
bool may_readdress(const Act& act, const chain::Record& old, const chain::Record& record) {
    using chain::Audience;
    const bool is_same = record.audience == old.audience && record.audience_of == old.audience_of;
    const bool is_inside_network =
        record.audience == Audience::purchasers || record.audience == Audience::workshop;
    const bool is_narrower =
        old.audience == Audience::everyone || (old.audience == Audience::network && is_inside_network);
    if (is_same || is_narrower) return true;
    return !act.in.exists("select 1 from records where parent_id = $1 and owner_id <> $2",
                          {old.id, act.who.person});
}

}  // namespace

Result<std::string> bring_case(const Act& act, const CaseDraft& draft) {
    if (const Problems faults = faults_of(draft); !faults.empty()) return faults;
    TRY(record, compose(act, chain::Kind::case_, draft.common));
    const Case one = case_of(record, draft);
    insert(act.in, one);
    chain::index(act.in, record, words_of(one));
    journal::record(act, "case.brought", record.id);
    return record.id;
}

Result<Done> change_case(const Act& act, std::string_view id, const CaseDraft& draft) {
    if (const Problems faults = faults_of(draft); !faults.empty()) return faults;
    TRY(old, find_of_kind(act, id, chain::Kind::case_));
    TRY(record, recompose(act, old, draft.common));
    const Case one = case_of(record, draft);
    chain::update(act.in, record);
    update(act.in, one);
    chain::index(act.in, record, words_of(one));
    journal::record(act, "case.changed", id);
    return Done{};
}

Result<std::string> bring_lesson(const Act& act, const LessonDraft& draft) {
    if (const Problems faults = faults_of(draft); !faults.empty()) return faults;
    TRY(record, compose(act, chain::Kind::lesson, draft.common));
    insert(act.in, Lesson{record, draft.body});
    TRY_DONE(tie_origins(act, record.id, draft.from));
    chain::index(act.in, record, html::markdown_words(draft.body));
    journal::record(act, "lesson.distilled", record.id);
    return record.id;
}

Result<Done> change_lesson(const Act& act, std::string_view id, const LessonDraft& draft) {
    if (const Problems faults = faults_of(draft); !faults.empty()) return faults;
    TRY(old, find_of_kind(act, id, chain::Kind::lesson));
    TRY(record, recompose(act, old, draft.common));
    chain::update(act.in, record);
    act.in.execute("update lessons set body = $2 where id = $1", {id, draft.body});
    chain::index(act.in, record, html::markdown_words(draft.body));
    journal::record(act, "lesson.changed", id);
    return Done{};
}

Result<Done> revise_lesson(const Act& act, std::string_view id, std::string_view title,
                           std::string_view body) {
    TRY(record, find_of_kind(act, id, chain::Kind::lesson));
    LessonDraft draft;
    draft.common.title = title;
    draft.common.language = record.language;
    draft.body = body;
    if (const Problems faults = faults_of(draft); !faults.empty()) return faults;
    record.title = trim(title);
    record.updated_at = act.when;
    chain::update(act.in, record);
    act.in.execute("update lessons set body = $2 where id = $1", {id, body});
    chain::index(act.in, record, html::markdown_words(draft.body));
    journal::record(act, "lesson.changed", id);
    return Done{};
}

Result<Done> change_question(const Act& act, std::string_view id, const QuestionDraft& draft) {
    if (const Problems faults = faults_of(draft); !faults.empty()) return faults;
    TRY(old, find_of_kind(act, id, chain::Kind::question));
    TRY(record, recompose(act, old, draft.common));
    if (!may_readdress(act, old, record)) {
        return problem(Trouble::invalid, "contribution.audience.answered", "audience");
    }
    chain::update(act.in, record);
    act.in.execute("update questions set body = $2 where id = $1", {id, draft.body});
    chain::index(act.in, record, html::markdown_words(draft.body));
    journal::record(act, "question.changed", id);
    return Done{};
}

}  // namespace kring::contribution
