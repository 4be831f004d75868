// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/change.hpp"

#include "domain/chain/audience.hpp"
#include "domain/registration/letters.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::registration {

namespace {

void end_offers(const Act& act, const desk::Site& site, const Running& running) {
    const workshop::Workshop& workshop = running.workshop;
    const auto over = has_begun(workshop, act.when) ? offers_of(act.in, workshop.record.id)
                                                    : overdue_offers(act.in, workshop.record.id, act.when);
    for (const Registration& one : over) move_to(act, site, workshop, one, State::expired);
}

// Hands out one place; false when nobody is next. Whoever may not come any more leaves the line.
bool offer_to_next(const Act& act, const desk::Site& site, const Running& running, Pool pool) {
    while (const auto next = first_waiting(act.in, running.terms, pool)) {
        if (may_come(act.in, next->person, running.workshop.record, act.when)) {
            move_to(act, site, running.workshop, *next, State::offered);
            return true;
        }
        move_to(act, site, running.workshop, *next, State::cancelled, lapsed_word);
    }
    return false;
}

}  // namespace

Problem conflict(std::string_view phrase) { return {Trouble::conflict, std::string(phrase), "", {}}; }

Result<Running> find_running(const Act& act, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    auto workshop = workshop::find(act.in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (record.is_withdrawn) return conflict("workshop.problem.withdrawn");
    const auto terms = find_terms(act.in, record.id);
    if (!terms) return conflict("registration.problem.not_taken");
    return Running{std::move(*workshop), *terms};
}

void note(const Act& act, const Registration& one, std::string_view what) {
    journal::record(act, "registration." + std::string(what), one.workshop,
                    "person=" + one.person + " number=" + std::to_string(one.number) +
                        " pool=" + std::string(word(one.pool)));
}

void move_to(const Act& act, const desk::Site& site, const workshop::Workshop& workshop, Registration one,
             State state, std::string_view as) {
    one.state = state;
    one.changed_at = act.when;
    one.offered_until.reset();
    one.is_passed_over = false;
    one.reason.clear();
    one.reminded.clear();
    one.is_told_cancelled = false;
    if (state == State::offered) one.offered_until = offer_until(workshop, act.when);
    put(act.in, one);
    if (state == State::confirmed)
        workshop::add_participant(act.in, one.workshop, one.person, act.when);
    else
        workshop::drop_participant(act.in, one.workshop, one.person);
    if (!is_active(state)) put_needs(act.in, one.id, {});
    const std::string_view what = as.empty() ? word(state) : as;
    note(act, one, what);
    post_letter(act, site, workshop, one, what);
}

void settle(const Act& act, const desk::Site& site, const Running& running) {
    // What will not take place has no places to give; if it does after all, the line goes on as it stood.
    if (running.workshop.is_cancelled()) return;
    end_offers(act, site, running);
    if (has_begun(running.workshop, act.when)) return;
    const std::string& id = running.workshop.record.id;
    for (const Pool pool : pools) {
        std::int64_t free = running.terms.places(pool) - places_held(act.in, id, pool);
        while (free > 0 && offer_to_next(act, site, running, pool)) --free;
    }
}

}  // namespace kring::registration
