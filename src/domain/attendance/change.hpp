// SPDX-License-Identifier: EUPL-1.2
// What the acts of this room share: finding the workshop they are about, and the one way in which
// somebody with an account comes to be there.
#pragma once

#include <string_view>

#include "domain/attendance/attendance.hpp"
#include "domain/journal/journal.hpp"

namespace kring::attendance {

/// The workshop, for a facilitator: `not_found` when it cannot be read or is none, `forbidden`, or
/// `conflict` while it is withdrawn.
Result<workshop::Workshop> find_to_run(const Act& act, std::string_view workshop);

/// The same, and from its day on; `conflict` before, without a day, and when it is cancelled.
Result<workshop::Workshop> find_to_note(const Act& act, std::string_view workshop);

/// They are there; nothing happens when they are already. Who does not take part walks in, and takes part
/// from now on. `pool`: where, for who has no registration.
void make_present(const Act& act, const workshop::Workshop& workshop, std::string_view person, How how,
                  Pool pool);

/// Journals "attendance.WORD" about the workshop.
void note(const Act& act, const Attendance& attendance, std::string_view what);

}  // namespace kring::attendance
