// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::outcome {

web::Response show_scenario(const desk::Visit& visit);
web::Response show_figures(const desk::Visit& visit);
web::Response show_pictures(const desk::Visit& visit);
web::Response post_paper(const desk::Visit& visit);
web::Response send_file(const desk::Visit& visit);

}  // namespace kring::outcome
