// SPDX-License-Identifier: EUPL-1.2
// The page functions behind the forms of programmes and networks; pages.cpp has their routes.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::network {

web::Response new_programme(const desk::Visit& visit);
web::Response post_new_programme(const desk::Visit& visit);
web::Response edit_programme(const desk::Visit& visit);
web::Response post_programme(const desk::Visit& visit);

web::Response new_network(const desk::Visit& visit);
web::Response post_new_network(const desk::Visit& visit);
web::Response edit_network(const desk::Visit& visit);
web::Response post_network(const desk::Visit& visit);

}  // namespace kring::network
