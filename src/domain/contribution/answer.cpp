// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/search.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/contribution/compose.hpp"
#include "domain/contribution/may.hpp"
#include "domain/contribution/store.hpp"
#include "domain/desk/form.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::contribution {

namespace {

constexpr std::size_t why_length_max = 1000;

// An answer has no title of its own: its first words serve in lists and in the chain.
std::string title_of(const std::string& body) {
    const std::string plain = html::markdown_words(body);
    const auto line = plain.substr(0, plain.find('\n'));
    return shortened(line.empty() ? plain : line, 100);
}

}  // namespace

Result<std::string> answer(const Act& act, const AnswerDraft& draft) {
    if (const Problems faults = faults_of(draft); !faults.empty()) return faults;
    TRY(question, find_of_kind(act, draft.question, chain::Kind::question));
    if (!may_answer(act.who, question)) return problem(Trouble::forbidden, "contribution.not_a_member");
    Answer one;
    one.record = question;
    one.record.id = new_id(act.when);
    one.record.kind = chain::Kind::answer;
    one.record.parent = question.id;
    one.record.title = title_of(draft.body);
    one.record.language = draft.language;
    one.record.owner = act.who.person;
    one.record.created_at = one.record.updated_at = act.when;
    one.record.source = {};
    one.body = draft.body;
    insert(act.in, one);
    act.in.execute("insert into links (from_id, relation, to_id) values ($1, 'answers', $2)",
                   {one.record.id, question.id});
    act.in.execute("update questions set answer_count = answer_count + 1 where id = $1", {question.id});
    chain::index(act.in, one.record, html::markdown_words(draft.body));
    journal::record(act, "answer.given", one.record.id);
    return one.record.id;
}

Result<Done> change_answer(const Act& act, std::string_view id, const AnswerDraft& draft) {
    if (const Problems faults = faults_of(draft); !faults.empty()) return faults;
    TRY(record, find_of_kind(act, id, chain::Kind::answer));
    if (!may_rewrite(act.who, record)) return problem(Trouble::forbidden, "contribution.not_yours");
    record.title = title_of(draft.body);
    record.language = draft.language;
    record.updated_at = act.when;
    chain::update(act.in, record);
    // What was checked were the old words.
    act.in.execute("update answers set body = $2, checked_by = null, checked_on = '' where id = $1",
                   {id, draft.body});
    chain::index(act.in, record, html::markdown_words(draft.body));
    journal::record(act, "answer.changed", id);
    return Done{};
}

Result<Done> accept(const Act& act, std::string_view question_id, std::string_view answer_id) {
    TRY(question, find_of_kind(act, question_id, chain::Kind::question));
    if (!may_accept(act.who, question)) return problem(Trouble::forbidden, "contribution.accept.not_yours");
    if (!answer_id.empty()) {
        TRY(chosen, find_of_kind(act, answer_id, chain::Kind::answer));
        if (chosen.parent != question.id || chosen.is_withdrawn)
            return problem(Trouble::not_found, "problem.not_found");
    }
    const std::string accepted(answer_id);
    act.in.execute("update questions set accepted_answer_id = $2 where id = $1",
                   {question.id, db::text_or_null(accepted)});
    journal::record(act, answer_id.empty() ? "answer.unaccepted" : "answer.accepted", question.id, answer_id);
    return Done{};
}

Result<Done> check(const Act& act, std::string_view id) {
    TRY(record, find_of_kind(act, id, chain::Kind::answer));
    if (!may_check(act.who, record)) return problem(Trouble::forbidden, "contribution.check.not_expert");
    act.in.execute(
        "update answers set checked_by = $2, checked_on = $3, outdated_by = null, outdated_on = '', "
        "outdated_why = '' "
        "where id = $1",
        {id, act.who.person, amsterdam_day(act.when)});
    journal::record(act, "answer.checked", id);
    return Done{};
}

Result<Done> mark_outdated(const Act& act, std::string_view id, std::string_view why) {
    TRY(record, find_of_kind(act, id, chain::Kind::answer));
    if (!act.who.is_expert(record.network))
        return problem(Trouble::forbidden, "contribution.check.not_expert");
    Problems faults;
    if (!desk::need_text(why, "why", why_length_max, faults)) return faults;
    act.in.execute("update answers set outdated_by = $2, outdated_on = $3, outdated_why = $4 where id = $1",
                   {id, act.who.person, amsterdam_day(act.when), why});
    journal::record(act, "answer.outdated", id);
    return Done{};
}

}  // namespace kring::contribution
