// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/people.hpp"
#include "domain/registration/acts.hpp"
#include "domain/registration/change.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::registration {

namespace {

void check_pool(const Terms& terms, std::optional<Pool> pool, Problems& problems) {
    if (!pool || terms.places(*pool) == 0)
        problems.push_back({Trouble::invalid, "registration.problem.pool", "pool", {}});
}

// A place is free to whoever comes when the settled line leaves one: all who wait are then held up by
// their organisation's maximum.
bool has_place(db::Connection& in, const Terms& terms, const Registration& one) {
    if (places_held(in, terms.workshop, one.pool) >= terms.places(one.pool)) return false;
    if (one.organisation.empty() || !terms.organisation_most) return true;
    return places_held(in, terms.workshop, one.pool, one.organisation) < *terms.organisation_most;
}

Registration requested(const Act& act, const Running& running, const std::string& person, Pool pool) {
    const std::string& workshop = running.workshop.record.id;
    Registration one;
    const auto earlier = find(act.in, workshop, person);
    one.id = earlier ? earlier->id : new_id(act.when);
    one.workshop = workshop;
    one.person = person;
    one.organisation = people::find_person(act.in, person).value().organisation_id;
    one.pool = pool;
    one.number = take_number(act.in, workshop);
    return one;
}

Result<Done> check_who(const Act& act, const Running& running, bool is_own) {
    const std::string& network = running.workshop.record.network;
    const bool runs = may_run(act.who, network);
    if (is_own ? !may_register(act.who, network) : !runs)
        return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (running.workshop.is_cancelled()) return conflict("workshop.problem.cancelled");
    if (has_begun(running.workshop, act.when)) return conflict("registration.problem.begun");
    if (!running.terms.is_open && !runs) return conflict("registration.problem.closed");
    return Done{};
}

}  // namespace

Result<Registration> register_for(const Act& act, const desk::Site& site, const Wish& wish) {
    TRY(running, find_running(act, wish.workshop));
    const std::string person = wish.person.empty() ? act.who.person : wish.person;
    const bool is_own = person == act.who.person;
    TRY_DONE(check_who(act, running, is_own));
    settle(act, site, running);
    if (const auto known = find(act.in, running.workshop.record.id, person); known && is_active(known->state))
        return *known;
    Problems problems = problems_of(wish.needs);
    const auto pool = pool_of(wish.pool);
    check_pool(running.terms, pool, problems);
    if (!is_own && !may_come(act.in, person, running.workshop.record, act.when))
        problems.push_back({Trouble::invalid, "registration.problem.person", "person", {}});
    if (!problems.empty()) return problems;

    Registration one = requested(act, running, person, *pool);
    const State state = has_place(act.in, running.terms, one) ? State::confirmed : State::waiting;
    move_to(act, site, running.workshop, one, state);
    put_needs(act.in, one.id, wish.needs);
    one.state = state;
    return one;
}

Result<Done> change_needs(const Act& act, const desk::Site& site, std::string_view workshop,
                          const Needs& needs) {
    TRY(running, find_running(act, workshop));
    settle(act, site, running);
    const auto own = find(act.in, running.workshop.record.id, act.who.person);
    if (!own || !is_active(own->state)) return conflict("registration.problem.none");
    const Problems problems = problems_of(needs);
    if (!problems.empty()) return problems;
    put_needs(act.in, own->id, needs);
    note(act, *own, "needs_changed");
    return Done{};
}

}  // namespace kring::registration
