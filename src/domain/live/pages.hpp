// SPDX-License-Identifier: EUPL-1.2
// The pages of a workshop as it happens.
#pragma once

#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::live {

/// All but the live page itself, which app puts together with the doors of other rooms.
std::vector<desk::Route> routes();

/// What is on now and the queue, for phones. When the facilitator sends everybody to the tables, it shows
/// the doors for the day that `doors` adds.
web::Response show_live(const desk::Visit& visit, workshop::DoorSource doors);

/// To the live page, on the day and while it is open; to its direction, for facilitators; to what came of it.
void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside);

}  // namespace kring::live
