// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::calendar {

web::Response show_calendar(const desk::Visit& visit);

web::Response show_public_feed(const desk::Visit& visit);
web::Response show_network_feed(const desk::Visit& visit);
web::Response show_workshop_file(const desk::Visit& visit);

web::Response show_link(const desk::Visit& visit);
web::Response post_link(const desk::Visit& visit);
web::Response post_revocation(const desk::Visit& visit);

}  // namespace kring::calendar
