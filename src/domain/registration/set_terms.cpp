// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/people/people.hpp"
#include "domain/registration/acts.hpp"
#include "domain/registration/change.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/store.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::registration {

namespace {

Problem too_low(std::string_view phrase, std::string_view field, std::int64_t count) {
    return {Trouble::conflict, std::string(phrase), std::string(field), {{"count", std::to_string(count)}}};
}

// Where whoever was chosen by hand before gets a place.
Pool pool_of_chosen(const Terms& terms) { return terms.room_places > 0 ? Pool::room : Pool::online; }

void check_places_held(db::Connection& in, const Terms& wanted, Problems& problems) {
    for (const Pool pool : pools) {
        const std::int64_t held = places_held(in, wanted.workshop, pool);
        if (wanted.places(pool) < held)
            problems.push_back(too_low("registration.problem.places_held",
                                       pool == Pool::room ? "room_places" : "online_places", held));
        const std::int64_t most = most_held_by_one(in, wanted.workshop, pool);
        if (wanted.organisation_most && *wanted.organisation_most < most)
            problems.push_back(too_low("registration.problem.organisation_held", "organisation_most", most));
    }
}

void check_chosen(db::Connection& in, const Terms& wanted, Problems& problems) {
    const auto chosen = static_cast<std::int64_t>(workshop::participants_of(in, wanted.workshop).size());
    const Pool pool = pool_of_chosen(wanted);
    if (wanted.places(pool) < chosen)
        problems.push_back(too_low("registration.problem.places_held",
                                   pool == Pool::room ? "room_places" : "online_places", chosen));
}

void take_over_chosen(const Act& act, const desk::Site& site, const workshop::Workshop& workshop,
                      const Terms& terms) {
    workshop::let_register(act.in, terms.workshop);
    for (const std::string& person : workshop::participants_of(act.in, terms.workshop)) {
        Registration one;
        one.id = new_id(act.when);
        one.workshop = terms.workshop;
        one.person = person;
        one.organisation = people::find_person(act.in, person).value().organisation_id;
        one.pool = pool_of_chosen(terms);
        one.number = take_number(act.in, terms.workshop);
        move_to(act, site, workshop, one, State::confirmed);
    }
}

std::string in_words(const Terms& terms) {
    std::string words = std::string(terms.is_open ? "open" : "closed") +
                        " room=" + std::to_string(terms.room_places) +
                        " online=" + std::to_string(terms.online_places);
    if (terms.organisation_most) words += " organisation=" + std::to_string(*terms.organisation_most);
    return words;
}

}  // namespace

Result<Done> set_terms(const Act& act, const desk::Site& site, const Terms& wanted) {
    TRY(record, chain::find_readable(act.in, act.who, wanted.workshop, act.when));
    const auto workshop = workshop::find(act.in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_run(act.who, record.network)) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (record.is_withdrawn) return conflict("workshop.problem.withdrawn");
    const auto known = find_terms(act.in, record.id);
    if (known) settle(act, site, {*workshop, *known});

    Problems problems = problems_of(wanted);
    if (workshop->day.empty()) problems.push_back({Trouble::invalid, "registration.problem.no_day", "", {}});
    if (problems.empty() && known) check_places_held(act.in, wanted, problems);
    if (problems.empty() && !known) check_chosen(act.in, wanted, problems);
    if (!problems.empty()) return problems;

    put_terms(act.in, wanted);
    journal::record(act, "registration.terms_set", record.id, in_words(wanted));
    if (!known) take_over_chosen(act, site, *workshop, wanted);
    settle(act, site, {*workshop, wanted});
    return Done{};
}

}  // namespace kring::registration
