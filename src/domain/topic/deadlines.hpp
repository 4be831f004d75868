// SPDX-License-Identifier: EUPL-1.2
// Until when topics are chosen, for one's own calendar.
#pragma once

#include <vector>

#include "domain/calendar/deadline.hpp"

namespace kring::topic {

/// The open rounds in which somebody may vote.
std::vector<calendar::Deadline> deadlines(db::Connection& in, const calendar::Asking& asking);

}  // namespace kring::topic
