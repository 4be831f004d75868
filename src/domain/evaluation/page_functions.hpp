// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::evaluation {

web::Response show_form(const desk::Visit& visit);
web::Response post_form(const desk::Visit& visit);

web::Response show_results(const desk::Visit& visit);
web::Response show_asking(const desk::Visit& visit);
web::Response post_asking(const desk::Visit& visit);

/// The answers as one flat table.
web::Response show_csv(const desk::Visit& visit);
web::Response show_ods(const desk::Visit& visit);

}  // namespace kring::evaluation
