// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::attendance {

web::Response show_attendance(const desk::Visit& visit);
web::Response post_attendance(const desk::Visit& visit);
web::Response post_walk_in(const desk::Visit& visit);
web::Response post_guest(const desk::Visit& visit);

web::Response show_room_code(const desk::Visit& visit);

web::Response show_own_code(const desk::Visit& visit);
web::Response show_check_in(const desk::Visit& visit);
web::Response post_check_in(const desk::Visit& visit);

web::Response show_paper(const desk::Visit& visit);
web::Response post_paper(const desk::Visit& visit);
web::Response send_file(const desk::Visit& visit);

}  // namespace kring::attendance
