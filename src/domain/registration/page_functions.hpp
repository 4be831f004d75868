// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::registration {

web::Response show_place(const desk::Visit& visit);
web::Response post_registration(const desk::Visit& visit);
web::Response post_cancellation(const desk::Visit& visit);
web::Response post_acceptance(const desk::Visit& visit);
web::Response post_needs(const desk::Visit& visit);

web::Response show_registrations(const desk::Visit& visit);
web::Response post_on_behalf(const desk::Visit& visit);
web::Response edit_terms(const desk::Visit& visit);
web::Response post_terms(const desk::Visit& visit);

web::Response show_registration(const desk::Visit& visit);
web::Response post_passing_over(const desk::Visit& visit);
web::Response post_putting_back(const desk::Visit& visit);
web::Response post_cancellation_by_facilitator(const desk::Visit& visit);

}  // namespace kring::registration
