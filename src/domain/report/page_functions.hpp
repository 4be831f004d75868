// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::report {

web::Response show_draft(const desk::Visit& visit);
web::Response edit_draft(const desk::Visit& visit);
web::Response post_draft(const desk::Visit& visit);

web::Response ask_checks(const desk::Visit& visit);
web::Response post_asked_check(const desk::Visit& visit);
web::Response show_check(const desk::Visit& visit);
web::Response post_check(const desk::Visit& visit);

web::Response ask_fixing(const desk::Visit& visit);
web::Response post_fixing(const desk::Visit& visit);
web::Response show_report(const desk::Visit& visit);
web::Response post_into_summary(const desk::Visit& visit);
web::Response post_withdrawal(const desk::Visit& visit);
web::Response post_restoration(const desk::Visit& visit);

}  // namespace kring::report
