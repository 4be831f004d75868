// SPDX-License-Identifier: EUPL-1.2
// The page of one workshop, for the rooms above to put their doors on it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "platform/html/view.hpp"

namespace kring::workshop {

/// A link to something of a workshop that this visitor may use now.
struct Door {
    std::string href;
    std::string label;  ///< in the reader's language
};

/// What the rooms above put beside a workshop. Doors stand in the order in which they are added.
struct Beside {
    html::View registration;  ///< the view of registration_panel, or holds nothing
    std::vector<Door> join;   ///< to take part
    std::vector<Door> day;    ///< on the day itself; also on "Vandaag"
    std::vector<Door> plan;   ///< for those who run it
    std::vector<Door> read;   ///< what came of it
};

/// A room's own doors on a workshop that the visitor may read and that is not withdrawn.
using DoorSource = void (*)(const desk::Visit& visit, std::string_view workshop, Beside& beside);

web::Response show_workshop(const desk::Visit& visit, Beside beside);

}  // namespace kring::workshop
