// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::commitment {

web::Response list_of_workshop(const desk::Visit& visit);
web::Response list_of_series(const desk::Visit& visit);

web::Response new_commitment(const desk::Visit& visit);
web::Response post_new_commitment(const desk::Visit& visit);
web::Response edit_commitment(const desk::Visit& visit);
web::Response post_commitment(const desk::Visit& visit);

web::Response show_commitment(const desk::Visit& visit);
web::Response ask_result(const desk::Visit& visit);
web::Response post_result(const desk::Visit& visit);
web::Response ask_reason(const desk::Visit& visit);
web::Response post_reason(const desk::Visit& visit);
web::Response post_reopening(const desk::Visit& visit);
web::Response post_withdrawal(const desk::Visit& visit);
web::Response post_restoration(const desk::Visit& visit);

}  // namespace kring::commitment
