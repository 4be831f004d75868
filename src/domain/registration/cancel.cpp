// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/acts.hpp"
#include "domain/registration/change.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/store.hpp"

namespace kring::registration {

namespace {

using Found = std::optional<Registration>;

Result<Done> end(const Act& act, const desk::Site& site, const Running& running, const Found& one) {
    if (!one) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!is_active(one->state)) return Done{};
    move_to(act, site, running.workshop, *one, State::cancelled);
    settle(act, site, running);
    return Done{};
}

}  // namespace

Result<Done> cancel(const Act& act, const desk::Site& site, std::string_view workshop) {
    TRY(running, find_running(act, workshop));
    if (has_begun(running.workshop, act.when)) return conflict("registration.problem.begun");
    settle(act, site, running);
    return end(act, site, running, find(act.in, running.workshop.record.id, act.who.person));
}

Result<Done> cancel_numbered(const Act& act, const desk::Site& site, std::string_view workshop,
                             std::int64_t number) {
    TRY(running, find_running(act, workshop));
    if (!may_run(act.who, running.workshop.record.network))
        return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    settle(act, site, running);
    return end(act, site, running, find_numbered(act.in, running.workshop.record.id, number));
}

Result<Done> accept(const Act& act, const desk::Site& site, std::string_view workshop) {
    TRY(running, find_running(act, workshop));
    if (!may_register(act.who, running.workshop.record.network))
        return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (running.workshop.is_cancelled()) return conflict("workshop.problem.cancelled");
    settle(act, site, running);
    const auto own = find(act.in, running.workshop.record.id, act.who.person);
    if (!own) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (own->state == State::confirmed) return Done{};
    if (own->state != State::offered) return conflict("registration.problem.offer_over");
    move_to(act, site, running.workshop, *own, State::confirmed);
    return Done{};
}

}  // namespace kring::registration
