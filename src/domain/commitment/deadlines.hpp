// SPDX-License-Identifier: EUPL-1.2
// The days of one's own open commitments, for one's own calendar.
#pragma once

#include <vector>

#include "domain/calendar/deadline.hpp"

namespace kring::commitment {

std::vector<calendar::Deadline> deadlines(db::Connection& in, const calendar::Asking& asking);

}  // namespace kring::commitment
