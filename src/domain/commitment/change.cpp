// SPDX-License-Identifier: EUPL-1.2
// What its owner changes, and taking back.
#include "domain/chain/audience.hpp"
#include "domain/chain/search.hpp"
#include "domain/commitment/acts.hpp"
#include "domain/commitment/header.hpp"
#include "domain/commitment/may.hpp"
#include "domain/commitment/store.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::commitment {

namespace {

Problem conflict(std::string_view phrase) { return {Trouble::conflict, std::string(phrase), "", {}}; }

Result<Done> close(const Act& act, std::string_view id, State state, std::string_view outcome) {
    TRY(one, find_own(act, id));
    if (one.state != State::open) return conflict("commitment.problem.closed");
    one.state = state;
    one.outcome = trim(outcome);
    one.closed_at = act.when;
    one.record.updated_at = act.when;
    update(act.in, one);
    journal::record(act, "commitment." + std::string(word(state)), one.record.id);
    return Done{};
}

Result<Done> check_kind(const Act& act, std::string_view id) {
    if (find(act.in, id)) return Done{};
    return Problem{Trouble::not_found, "problem.not_found", "", {}};
}

}  // namespace

Result<Done> describe(const Act& act, const Draft& draft, Commitment& one) {
    const auto audience = chain::audience_of(draft.audience).value();
    one.record.title = trim(draft.what);
    one.record.language = draft.language;
    one.record.updated_at = act.when;
    one.record.audience = audience;
    one.record.audience_of.clear();
    if (audience == chain::Audience::workshop) one.record.audience_of = one.workshop;
    if (audience == chain::Audience::organisation) {
        if (act.who.organisation.empty())
            return Problem{Trouble::invalid, "commitment.problem.audience", "audience", {}};
        one.record.audience_of = act.who.organisation;
    }
    one.due_on = draft.due_on;
    one.body = draft.body;
    return Done{};
}

Result<Commitment> find_own(const Act& act, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    auto one = find(act.in, record.id);
    if (!one) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_change(act.who, record))
        return Problem{Trouble::forbidden, "commitment.problem.not_yours", "", {}};
    return std::move(*one);
}

Result<Done> change(const Act& act, std::string_view id, const Draft& draft) {
    TRY(one, find_own(act, id));
    if (one.state != State::open) return conflict("commitment.problem.closed");
    if (Problems problems = problems_of(draft, amsterdam_day(act.when)); !problems.empty()) return problems;
    if (draft.due_on != one.due_on) one.reminded = Reminder::none;
    TRY_DONE(describe(act, draft, one));
    update(act.in, one);
    chain::index(act.in, one.record, html::markdown_words(one.body));
    journal::record(act, "commitment.changed", one.record.id);
    return Done{};
}

Result<Done> finish(const Act& act, std::string_view id, std::string_view result) {
    TRY_DONE(find_own(act, id));
    if (Problems problems = problems_of_outcome(result, "result"); !problems.empty()) return problems;
    return close(act, id, State::done, result);
}

Result<Done> drop(const Act& act, std::string_view id, std::string_view reason) {
    TRY_DONE(find_own(act, id));
    if (Problems problems = problems_of_outcome(reason, "drop_reason"); !problems.empty()) return problems;
    return close(act, id, State::dropped, reason);
}

Result<Done> reopen(const Act& act, std::string_view id) {
    TRY(one, find_own(act, id));
    if (one.state == State::open) return conflict("commitment.problem.open");
    one.state = State::open;
    one.outcome.clear();
    one.closed_at.reset();
    one.record.updated_at = act.when;
    update(act.in, one);
    journal::record(act, "commitment.reopened", one.record.id);
    return Done{};
}

Result<Done> withdraw(const Act& act, std::string_view id) {
    TRY_DONE(check_kind(act, id));
    return chain::withdraw(act, id);
}

Result<Done> restore(const Act& act, std::string_view id) {
    TRY_DONE(check_kind(act, id));
    return chain::restore(act, id);
}

}  // namespace kring::commitment
