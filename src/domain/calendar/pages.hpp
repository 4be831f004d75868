// SPDX-License-Identifier: EUPL-1.2
// The calendar of all workshops, its feeds, files of single workshops, and the link of one's own calendar.
// What is read by that link stands in app, which knows the deadlines of every room.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::calendar {

std::vector<desk::Route> routes();

}  // namespace kring::calendar
