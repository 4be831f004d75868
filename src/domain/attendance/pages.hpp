// SPDX-License-Identifier: EUPL-1.2
// The pages of attendance, and its doors on a workshop's own page.
#pragma once

#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::attendance {

std::vector<desk::Route> routes();

/// To join: one's code. On the day: ticking, the room's code, checking in. To plan: list and badges.
void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside);

}  // namespace kring::attendance
