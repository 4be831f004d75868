// SPDX-License-Identifier: EUPL-1.2
// What of one's own contributions must be done before a moment, for one's own calendar.
#pragma once

#include <vector>

#include "domain/calendar/deadline.hpp"

namespace kring::contribution {

/// Until when each contribution that somebody took back can be put back.
std::vector<calendar::Deadline> deadlines(db::Connection& in, const calendar::Asking& asking);

}  // namespace kring::contribution
