// SPDX-License-Identifier: EUPL-1.2
// A workshop as an event in a calendar; also for what is sent along with mail.
#pragma once

#include <string>
#include <string_view>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/icalendar/icalendar.hpp"

namespace kring::calendar {

/// An event's UID: "ict-2@kring.example". It stays while the site keeps its address.
std::string uid_of(const desk::Site& site, std::string_view id);

/// A workshop that has a day; who may read it was asked before. Without a time it is a whole day, without
/// an end it is given an hour, and says so. `network`: its name, "" when the reader may not know it.
icalendar::Event event_of(const desk::Site& site, html::Language language, const workshop::Workshop& workshop,
                          std::string_view network);

}  // namespace kring::calendar
