// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/change.hpp"

#include "domain/attendance/may.hpp"
#include "domain/attendance/store.hpp"
#include "domain/chain/audience.hpp"
#include "domain/people/people.hpp"
#include "domain/registration/store.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::attendance {

namespace {

Problem conflict(std::string_view phrase) { return {Trouble::conflict, std::string(phrase), "", {}}; }

}  // namespace

Result<workshop::Workshop> find_to_run(const Act& act, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    auto workshop = workshop::find(act.in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_note(act.who, record.network)) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (record.is_withdrawn) return conflict("workshop.problem.withdrawn");
    return std::move(*workshop);
}

Result<workshop::Workshop> find_to_note(const Act& act, std::string_view id) {
    TRY(workshop, find_to_run(act, id));
    if (workshop.is_cancelled()) return conflict("workshop.problem.cancelled");
    if (workshop.day.empty() || workshop.day > amsterdam_day(act.when))
        return conflict("attendance.problem.early");
    return std::move(workshop);
}

void make_present(const Act& act, const workshop::Workshop& workshop, std::string_view person, How how,
                  Pool pool) {
    const std::string& id = workshop.record.id;
    if (find(act.in, id, person)) return;
    const auto registered = registration::find(act.in, id, person);
    const bool has_place = registered && registered->state == registration::State::confirmed;
    Attendance one;
    one.id = new_id(act.when);
    one.workshop = id;
    one.person = person;
    one.organisation =
        has_place ? registered->organisation : people::find_person(act.in, person).value().organisation_id;
    one.pool = has_place ? registered->pool : pool;
    one.how = how;
    one.is_walk_in = !may_check_in(act.in, person, id);
    one.came_at = act.when;
    put(act.in, one);
    if (one.is_walk_in) workshop::add_participant(act.in, id, person, act.when);
    note(act, one, "noted");
}

void note(const Act& act, const Attendance& one, std::string_view what) {
    const std::string who = one.is_guest() ? "guest=" + one.id : "person=" + one.person;
    journal::record(act, "attendance." + std::string(what), one.workshop,
                    who + " how=" + std::string(word(one.how)) + " pool=" +
                        std::string(registration::word(one.pool)) + (one.is_walk_in ? " walk_in" : ""));
}

}  // namespace kring::attendance
