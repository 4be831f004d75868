// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::scenario {

web::Response show_start(const desk::Visit& visit);
web::Response new_scenario(const desk::Visit& visit);
web::Response post_new_scenario(const desk::Visit& visit);
web::Response ask_inventory(const desk::Visit& visit);
web::Response post_inventory(const desk::Visit& visit);
web::Response edit_fleet(const desk::Visit& visit);
web::Response post_fleet(const desk::Visit& visit);
web::Response edit_routes(const desk::Visit& visit);
web::Response post_routes(const desk::Visit& visit);
web::Response edit_assumptions(const desk::Visit& visit);
web::Response post_assumptions(const desk::Visit& visit);
web::Response edit_figure(const desk::Visit& visit);
web::Response post_figure(const desk::Visit& visit);
web::Response edit_words(const desk::Visit& visit);
web::Response post_words(const desk::Visit& visit);
web::Response post_copy(const desk::Visit& visit);
web::Response post_computation(const desk::Visit& visit);
web::Response post_stop(const desk::Visit& visit);
web::Response post_withdrawal(const desk::Visit& visit);
web::Response post_restoration(const desk::Visit& visit);

}  // namespace kring::scenario
