// SPDX-License-Identifier: EUPL-1.2
// What goes on by itself: offers pass on by the clock, who may not come any more leaves the line,
// reminders are posted, needs are deleted.
#include <set>

#include "domain/registration/acts.hpp"
#include "domain/registration/change.hpp"
#include "domain/registration/letters.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::registration {

namespace {

constexpr int week_days = 7;
constexpr std::string_view first_hour = "08:00";

std::string day_after(Time when, int days) { return amsterdam_day(when + days * day_ms); }

std::string last_day_of_needs(Time when) { return day_after(when, -needs_days); }
Time withdrawn_before(Time when) { return when - needs_days * day_ms; }

Running running_of(db::Connection& in, std::string_view id) {
    return {workshop::find(in, id).value(), find_terms(in, id).value()};
}

// The reminder that is due: none to whoever registered after the day on which it went to the others.
std::string_view reminder_due(const workshop::Workshop& workshop, const Registration& one, Time when) {
    const int left = days_until(workshop, when);
    const int left_then = days_until(workshop, one.changed_at);
    if (left == 1 && left_then > 1) return "day";
    if (left > 1 && left_then > week_days && one.reminded.empty()) return "week";
    return "";
}

struct Reminder {
    workshop::Workshop workshop;
    Registration registration;
    std::string_view kind;
};

std::vector<Reminder> reminders_due(db::Connection& in, Time when) {
    std::vector<Reminder> due;
    if (amsterdam_clock(when) < first_hour) return due;
    std::optional<workshop::Workshop> workshop;
    for (const Registration& one : confirmed_between(in, day_after(when, 1), day_after(when, week_days))) {
        if (!workshop || workshop->record.id != one.workshop) workshop = workshop::find(in, one.workshop);
        const std::string_view kind = reminder_due(*workshop, one, when);
        if (!kind.empty()) due.push_back({*workshop, one, kind});
    }
    return due;
}

int end_lapsed(const Act& act, const desk::Site& site) {
    const auto ended = lapsed(act.in, amsterdam_day(act.when));
    for (const Registration& one : ended)
        move_to(act, site, workshop::find(act.in, one.workshop).value(), one, State::cancelled, lapsed_word);
    return static_cast<int>(ended.size());
}

int remind(const Act& act, const desk::Site& site) {
    const auto due = reminders_due(act.in, act.when);
    for (const Reminder& reminder : due) {
        set_reminded(act.in, reminder.registration.id, reminder.kind);
        post_letter(act, site, reminder.workshop, reminder.registration, reminder.kind);
    }
    return static_cast<int>(due.size());
}

// Who may not come is told nothing: their registration ends as lapsed.
int tell_cancelled(const Act& act, const desk::Site& site) {
    const auto found = untold(act.in, amsterdam_day(act.when));
    for (const Registration& one : found) {
        const auto workshop = workshop::find(act.in, one.workshop).value();
        set_told_cancelled(act.in, one.id, workshop.is_cancelled());
        if (may_come(act.in, one.person, workshop.record, act.when))
            post_letter(act, site, workshop, one, workshop.is_cancelled() ? "called_off" : "on_again");
    }
    return static_cast<int>(found.size());
}

int delete_needs(const Act& act) {
    const auto old =
        workshops_with_old_needs(act.in, last_day_of_needs(act.when), withdrawn_before(act.when));
    for (const std::string& workshop : old) {
        const auto count = drop_needs_of_workshop(act.in, workshop);
        journal::record(act, "registration.needs_deleted", workshop, "count=" + std::to_string(count));
    }
    return static_cast<int>(old.size());
}

}  // namespace

bool has_places_to_pass_on(db::Connection& in, Time when) { return !workshops_overdue(in, when).empty(); }

Result<int> pass_on_places(const Act& act, const desk::Site& site) {
    const auto overdue = workshops_overdue(act.in, act.when);
    for (const std::string& id : overdue) settle(act, site, running_of(act.in, id));
    return static_cast<int>(overdue.size());
}

bool has_registrations_to_tend(db::Connection& in, Time when) {
    return !lapsed(in, amsterdam_day(when)).empty() || !untold(in, amsterdam_day(when)).empty() ||
           !reminders_due(in, when).empty() || !workshops_with_room(in, amsterdam_day(when)).empty() ||
           !workshops_with_old_needs(in, last_day_of_needs(when), withdrawn_before(when)).empty();
}

Result<int> tend_registrations(const Act& act, const desk::Site& site) {
    int count = end_lapsed(act, site);
    for (const std::string& id : workshops_with_room(act.in, amsterdam_day(act.when)))
        settle(act, site, running_of(act.in, id));
    count += tell_cancelled(act, site);
    count += remind(act, site);
    return count + delete_needs(act);
}

}  // namespace kring::registration
