// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::factor {

web::Response show_sets(const desk::Visit& visit);
web::Response show_version(const desk::Visit& visit);
web::Response show_row(const desk::Visit& visit);
web::Response send_table(const desk::Visit& visit);

web::Response manage_sets(const desk::Visit& visit);
web::Response post_files(const desk::Visit& visit);
web::Response manage_version(const desk::Visit& visit);

web::Response new_own(const desk::Visit& visit);
web::Response post_new_own(const desk::Visit& visit);
web::Response edit_own(const desk::Visit& visit);
web::Response post_own(const desk::Visit& visit);
web::Response post_own_withdrawal(const desk::Visit& visit);

}  // namespace kring::factor
