// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/acts.hpp"
#include "domain/contribution/compose.hpp"
#include "domain/contribution/store.hpp"

namespace kring::contribution {

namespace {

// A question counts its open answers; an accepted answer that is gone is no longer accepted.
void mend_question(const Act& act, std::string_view id) {
    const auto record = chain::find(act.in, id);
    if (!record || record->kind != chain::Kind::answer) return;
    recount_answers(act.in, record->parent);
    if (record->is_withdrawn) {
        act.in.execute("update questions set accepted_answer_id = null where accepted_answer_id = $1", {id});
    }
}

// A workshop is taken back by its planners, and a published version by nobody.
Result<Done> check_kind(const Act& act, std::string_view id) {
    using chain::Kind;
    const auto record = chain::find(act.in, id);
    for (const Kind kind : {Kind::question, Kind::answer, Kind::case_, Kind::lesson}) {
        if (record && record->kind == kind) return Done{};
    }
    return problem(Trouble::not_found, "problem.not_found");
}

}  // namespace

Result<Done> withdraw(const Act& act, std::string_view id) {
    TRY_DONE(check_kind(act, id));
    TRY_DONE(chain::withdraw(act, id));
    mend_question(act, id);
    return Done{};
}

Result<Done> restore(const Act& act, std::string_view id) {
    TRY_DONE(check_kind(act, id));
    // Whoever asked took it back with the key: nobody else may undo that.
    const bool is_taken_back =
        act.in.exists("select 1 from questions where id = $1 and withdraw_hash = ''", {id});
    TRY_DONE(chain::restore(act, id));
    if (is_taken_back) return problem(Trouble::conflict, "contribution.key.final");
    mend_question(act, id);
    return Done{};
}

}  // namespace kring::contribution
