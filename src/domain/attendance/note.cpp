// SPDX-License-Identifier: EUPL-1.2
// Noting by hand: present, not after all, left early, a guest.
#include "domain/attendance/acts.hpp"
#include "domain/attendance/change.hpp"
#include "domain/attendance/may.hpp"
#include "domain/attendance/store.hpp"
#include "domain/people/people.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/store.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::attendance {

namespace {

Problem wrong(std::string_view phrase, std::string_view field) {
    return {Trouble::invalid, std::string(phrase), std::string(field), {}};
}

// The one with this id at this workshop.
Result<Attendance> find_at(const Act& act, const workshop::Workshop& workshop, std::string_view id) {
    auto one = find_by_id(act.in, id);
    if (!one || one->workshop != workshop.record.id)
        return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return *one;
}

bool may_walk_in(const Act& act, const workshop::Workshop& workshop, std::string_view person) {
    return registration::may_come(act.in, person, workshop.record, act.when);
}

}  // namespace

Result<Done> note_present(const Act& act, std::string_view id, const std::vector<std::string>& people,
                          std::string_view pool_word) {
    TRY(workshop, find_to_note(act, id));
    const auto pool = registration::pool_of(pool_word);
    if (!pool) return wrong("registration.problem.pool", "pool");
    if (people.empty()) return wrong("attendance.problem.nobody", "person");
    for (const std::string& person : people) {
        const bool is_expected = may_check_in(act.in, person, workshop.record.id);
        if (!is_expected && !may_walk_in(act, workshop, person))
            return wrong("registration.problem.person", "person");
        make_present(act, workshop, person, How::ticked, *pool);
    }
    return Done{};
}

Result<Done> strike(const Act& act, std::string_view id, std::string_view attendance) {
    TRY(workshop, find_to_note(act, id));
    const auto one = find_by_id(act.in, attendance);
    if (!one || one->workshop != workshop.record.id) return Done{};
    drop(act.in, one->id);
    if (one->is_walk_in) workshop::drop_participant(act.in, one->workshop, one->person);
    note(act, *one, "struck");
    return Done{};
}

Result<Done> note_left(const Act& act, std::string_view id, std::string_view attendance,
                       std::string_view clock) {
    TRY(workshop, find_to_note(act, id));
    if (!clock.empty() && !is_clock(clock)) return wrong("attendance.problem.clock", "left_at");
    TRY(one, find_at(act, workshop, attendance));
    if (one.left_at == clock) return Done{};
    one.left_at = clock;
    put(act.in, one);
    note(act, one, clock.empty() ? "stayed" : "left");
    return Done{};
}

Result<Done> note_guest(const Act& act, std::string_view id, const Guest& guest) {
    TRY(workshop, find_to_note(act, id));
    Problems problems = problems_of_guest(guest.name, guest.organisation);
    const auto pool = registration::pool_of(guest.pool);
    if (!pool) problems.push_back(wrong("registration.problem.pool", "pool"));
    if (!problems.empty()) return problems;
    const std::string key = is_id(guest.key) ? guest.key : new_id(act.when);
    if (find_by_id(act.in, key)) return Done{};
    if (count_guests(act.in, workshop.record.id) >= guests_max)
        return Problem{Trouble::conflict, "attendance.problem.guests", "guest_name", {}};
    Attendance one;
    one.id = key;
    one.workshop = workshop.record.id;
    one.guest_name = guest.name;
    one.guest_organisation = guest.organisation;
    one.pool = *pool;
    one.came_at = act.when;
    put(act.in, one);
    note(act, one, "guest");
    return Done{};
}

}  // namespace kring::attendance
