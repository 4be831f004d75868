// SPDX-License-Identifier: EUPL-1.2
// A moment before which somebody must do something, for their own calendar. Rooms above this one each
// offer a DeadlineSource; app names them all in one list (app/pages_calendar.cpp).
#pragma once

#include <string>
#include <vector>

#include "domain/desk/visit.hpp"
#include "platform/icalendar/icalendar.hpp"

namespace kring::calendar {

/// Whose calendar it is, the language it is in, and when it is read.
struct Asking {
    const desk::Site& site;
    html::Language language;
    const Actor& who;
    Time when;
};

struct Deadline {
    std::string id;     ///< the same for as long as it is the same deadline: "undo-" and a record's id
    std::string title;  ///< worded, in the language asked for
    std::string about;  ///< plain text; may be ""
    std::string path;   ///< where it is done, an address of this site: "/mijn"
    Time ends;
    Time changed_at;  ///< when it was set, or set anew
};

/// The deadlines of one room, through its own rules: nothing that `asking.who` may not see.
using DeadlineSource = std::vector<Deadline> (*)(db::Connection& in, const Asking& asking);

/// The half hour that ends with it.
icalendar::Event event_of(const Asking& asking, const Deadline& deadline);

}  // namespace kring::calendar
