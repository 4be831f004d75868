// SPDX-License-Identifier: EUPL-1.2
// Workshops that will not take place, and those that were taken back: both show in people's calendars.
#include "domain/chain/audience.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/store.hpp"

namespace kring::workshop {

namespace {

Problem problem(Trouble trouble, std::string_view phrase) {
    return Problem{trouble, std::string(phrase), "", {}};
}

Result<Workshop> find_to_change(const Act& act, std::string_view id) {
    TRY(readable, chain::find_readable(act.in, act.who, id, act.when));
    auto workshop = find(act.in, readable.id);
    if (!workshop) return problem(Trouble::not_found, "problem.not_found");
    if (!may_plan(act.who, readable.network)) return problem(Trouble::forbidden, "problem.forbidden");
    if (readable.is_withdrawn) return problem(Trouble::conflict, "workshop.problem.withdrawn");
    return std::move(*workshop);
}

void write(const Act& act, Workshop& workshop, std::string_view word) {
    workshop.sequence += 1;
    workshop.record.updated_at = act.when;
    set_cancelled(act.in, workshop);
    journal::record(act, word, workshop.record.id);
}

}  // namespace

Result<Done> cancel_workshop(const Act& act, std::string_view id, const Bilingual& why) {
    TRY(workshop, find_to_change(act, id));
    if (workshop.is_cancelled()) return problem(Trouble::conflict, "workshop.problem.cancelled");
    if (Problems problems = problems_of_reason(why); !problems.empty()) return problems;
    workshop.cancelled_at = act.when;
    workshop.cancelled_why = why;
    write(act, workshop, "workshop.cancelled");
    return Done{};
}

Result<Done> reinstate_workshop(const Act& act, std::string_view id) {
    TRY(workshop, find_to_change(act, id));
    if (!workshop.is_cancelled()) return problem(Trouble::conflict, "workshop.problem.not_cancelled");
    workshop.cancelled_at.reset();
    workshop.cancelled_why = {};
    write(act, workshop, "workshop.reinstated");
    return Done{};
}

Result<Done> withdraw(const Act& act, std::string_view id) {
    TRY_DONE(chain::withdraw(act, id));
    raise_sequence(act.in, id);
    return Done{};
}

Result<Done> restore(const Act& act, std::string_view id) {
    TRY_DONE(chain::restore(act, id));
    raise_sequence(act.in, id);
    return Done{};
}

}  // namespace kring::workshop
