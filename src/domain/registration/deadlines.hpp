// SPDX-License-Identifier: EUPL-1.2
// Until when one may take a place that is offered, for one's own calendar.
#pragma once

#include <vector>

#include "domain/calendar/deadline.hpp"

namespace kring::registration {

/// The offers that stand, for workshops that the person may read.
std::vector<calendar::Deadline> deadlines(db::Connection& in, const calendar::Asking& asking);

}  // namespace kring::registration
