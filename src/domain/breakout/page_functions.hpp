// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::breakout {

web::Response show_own(const desk::Visit& visit);
web::Response show_room(const desk::Visit& visit);

web::Response show_plan(const desk::Visit& visit);
web::Response post_step(const desk::Visit& visit);

web::Response edit_setup(const desk::Visit& visit);
web::Response post_setup(const desk::Visit& visit);
web::Response edit_table(const desk::Visit& visit);
web::Response post_table(const desk::Visit& visit);

web::Response show_notes(const desk::Visit& visit);
web::Response post_note(const desk::Visit& visit);
web::Response edit_note(const desk::Visit& visit);
web::Response post_changed_note(const desk::Visit& visit);

web::Response show_plenary(const desk::Visit& visit);
web::Response post_plenary(const desk::Visit& visit);

}  // namespace kring::breakout
