// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::tender {

web::Response list_all(const desk::Visit& visit);
web::Response list_of_network(const desk::Visit& visit);
web::Response show_tender(const desk::Visit& visit);
web::Response post_copy(const desk::Visit& visit);
web::Response post_withdrawal(const desk::Visit& visit);
web::Response post_restoration(const desk::Visit& visit);

web::Response new_tender(const desk::Visit& visit);
web::Response post_new_tender(const desk::Visit& visit);
web::Response edit_about(const desk::Visit& visit);
web::Response post_about(const desk::Visit& visit);
web::Response edit_criteria(const desk::Visit& visit);
web::Response post_criteria(const desk::Visit& visit);
web::Response edit_scoring(const desk::Visit& visit);
web::Response post_scoring(const desk::Visit& visit);
web::Response edit_market(const desk::Visit& visit);
web::Response post_market(const desk::Visit& visit);
web::Response edit_expected(const desk::Visit& visit);
web::Response post_expected(const desk::Visit& visit);

web::Response show_simulator(const desk::Visit& visit);
web::Response post_weight(const desk::Visit& visit);
web::Response post_run(const desk::Visit& visit);
web::Response post_cancellation(const desk::Visit& visit);

}  // namespace kring::tender
