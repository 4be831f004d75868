// SPDX-License-Identifier: EUPL-1.2
// The menu: noting who is there. Each act says how it is to be, not what to change, so that doing it
// twice, as a phone does that lost its connection, changes and journals nothing the second time. From the
// day of the workshop on; before it, for a workshop without a day and for a cancelled one: `conflict`.
// `not_found` for a workshop that cannot be read; `forbidden` for who is no facilitator.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/attendance/attendance.hpp"
#include "domain/attendance/sheets.hpp"
#include "domain/journal/journal.hpp"

namespace kring::attendance {

/// These people are there. Who is expected is there where they were expected; another member of the
/// network who may come walks in: `pool` (a word) says where, and from now on they take part. `invalid`
/// on the field "person" for anybody else.
Result<Done> note_present(const Act& act, std::string_view workshop, const std::vector<std::string>& people,
                          std::string_view pool = "room");

/// They were not there after all. Who had walked in takes part no more; a guest is forgotten.
/// `attendance`: its id.
Result<Done> strike(const Act& act, std::string_view workshop, std::string_view attendance);

/// They left at this clock, "15:10"; "" when they did not. `not_found` for who is not there.
Result<Done> note_left(const Act& act, std::string_view workshop, std::string_view attendance,
                       std::string_view clock);

struct Guest {
    std::string key;  ///< an id made when the form was, so that sending it twice makes one guest
    std::string name;
    std::string organisation;
    std::string pool;  ///< word
};
Result<Done> note_guest(const Act& act, std::string_view workshop, const Guest& guest);

/// Who a code checked in.
struct CheckedIn {
    std::string workshop;
    std::string person;
    bool is_own = false;  ///< by the room's code
};

/// Takes a code as typed or scanned, on the day itself: for a facilitator the code of somebody who takes
/// part, for who takes part the code that the room shows. Every other code gives the same problem, on the
/// field "code", whatever is wrong with it.
Result<CheckedIn> check_in(const Act& act, std::string_view typed);

/// Asks for a list or badges on paper; asked again, they are made anew. Also before the day.
Result<Done> order_sheet(const Act& act, std::string_view workshop, const Order& order);

// For jobs. The first only looks, so that a job that finds nothing writes nothing.

bool has_work(db::Connection& in, Time when);
/// Makes the secret of check-in codes when there is none, and drops what was printed for workshops that
/// are over. Returns how much it did.
Result<int> tend(const Act& act);

}  // namespace kring::attendance
