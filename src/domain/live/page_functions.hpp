// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room; pages.cpp has their routes.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::live {

web::Response show_screen(const desk::Visit& visit);

web::Response new_question(const desk::Visit& visit);
web::Response post_question(const desk::Visit& visit);
web::Response post_vote(const desk::Visit& visit);
web::Response post_turn(const desk::Visit& visit);
web::Response edit_turn(const desk::Visit& visit);
web::Response post_edited_turn(const desk::Visit& visit);

web::Response show_direction(const desk::Visit& visit);
web::Response post_direction(const desk::Visit& visit);

web::Response new_statement(const desk::Visit& visit);
web::Response post_new_statement(const desk::Visit& visit);
web::Response post_statement(const desk::Visit& visit);
web::Response post_choice(const desk::Visit& visit);

web::Response new_draw(const desk::Visit& visit);
web::Response post_draw(const desk::Visit& visit);
web::Response post_pitch(const desk::Visit& visit);

}  // namespace kring::live
