// SPDX-License-Identifier: EUPL-1.2
// Checking in with a code, and what goes on behind the pages.
#include "domain/attendance/acts.hpp"
#include "domain/attendance/change.hpp"
#include "domain/attendance/code.hpp"
#include "domain/attendance/may.hpp"
#include "domain/attendance/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::attendance {

namespace {

struct Match {
    workshop::Workshop workshop;
    std::string person;
    How how = How::scanned;
};

std::vector<workshop::Workshop> held_today(const Act& act) {
    workshop::Dated dated;
    dated.since = amsterdam_day(act.when);
    std::vector<workshop::Workshop> held;
    for (workshop::Workshop& one : workshop::dated(act.in, act.who, dated, act.when)) {
        if (is_on(one, act.when) && !one.is_cancelled()) held.push_back(std::move(one));
    }
    return held;
}

// Goes through all of them, so that a code that is there takes as long as one that is not.
std::optional<Match> find_match(const Act& act, std::string_view code, std::string_view key) {
    std::optional<Match> found;
    for (const workshop::Workshop& one : held_today(act)) {
        const std::string& id = one.record.id;
        if (may_check_in(act.in, act.who.person, id) && is_room_code(code, key, id, act.when))
            found = Match{one, act.who.person, How::self};
        if (!may_note(act.who, one.record.network)) continue;
        for (const std::string& person : workshop::participants_of(act.in, id)) {
            if (is_code(code, own_code(key, id, person))) found = Match{one, person, How::scanned};
        }
    }
    return found;
}

}  // namespace

Result<CheckedIn> check_in(const Act& act, std::string_view typed) {
    const std::string code = code_in(typed);
    const std::string key = find_key(act.in);
    const auto match = code.empty() || key.empty() ? std::nullopt : find_match(act, code, key);
    if (!match) return Problem{Trouble::invalid, "attendance.problem.code", "code", {}};
    make_present(act, match->workshop, match->person, match->how, Pool::room);
    return CheckedIn{match->workshop.record.id, match->person, match->how == How::self};
}

Result<Done> order_sheet(const Act& act, std::string_view id, const Order& order) {
    TRY(workshop, find_to_run(act, id));
    put_order(act.in, workshop.record.id, order, act.when);
    journal::record(act, "attendance.sheet_asked", workshop.record.id,
                    "kind=" + std::string(word(order.kind)) + (order.with_codes ? " codes" : ""));
    return Done{};
}

bool has_work(db::Connection& in, Time when) {
    return find_key(in).empty() || has_old_sheets(in, amsterdam_day(when));
}

Result<int> tend(const Act& act) {
    const bool has_key = !find_key(act.in).empty();
    if (!has_key) make_key(act.in, act.when);
    const std::int64_t dropped = drop_old_sheets(act.in, amsterdam_day(act.when));
    if (dropped > 0)
        journal::record(act, "attendance.sheets_dropped", "", "count=" + std::to_string(dropped));
    return static_cast<int>(dropped) + (has_key ? 0 : 1);
}

}  // namespace kring::attendance
