// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/acts.hpp"
#include "domain/registration/change.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/store.hpp"

namespace kring::registration {

namespace {

Result<Done> end(const Act& act, const desk::Site& site, const Running& running, const Registration& one) {
    if (!is_active(one.state)) return Done{};
    move_to(act, site, running.workshop, one, State::cancelled);
    settle(act, site, running);
    return Done{};
}

Problem absent() { return {Trouble::not_found, "problem.not_found", "", {}}; }

}  // namespace

Result<Done> cancel(const Act& act, const desk::Site& site, std::string_view workshop) {
    TRY(running, find_running(act, workshop));
    const auto own = find(act.in, running.workshop.record.id, act.who.person);
    if (!own) return absent();
    if (has_begun(running.workshop, act.when)) return conflict("registration.problem.begun");
    return end(act, site, running, *own);
}

Result<Done> cancel_numbered(const Act& act, const desk::Site& site, std::string_view workshop,
                             std::int64_t number) {
    TRY(running, find_running(act, workshop));
    if (!may_run(act.who, running.workshop.record.network))
        return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    const auto one = find_numbered(act.in, running.workshop.record.id, number);
    if (!one) return absent();
    return end(act, site, running, *one);
}

Result<Done> accept(const Act& act, const desk::Site& site, std::string_view workshop) {
    TRY(running, find_running(act, workshop));
    settle(act, site, running);
    const auto own = find(act.in, running.workshop.record.id, act.who.person);
    if (!own) return absent();
    if (own->state == State::confirmed) return Done{};
    if (own->state != State::offered) return conflict("registration.problem.offer_over");
    move_to(act, site, running.workshop, *own, State::confirmed);
    return Done{};
}

}  // namespace kring::registration
