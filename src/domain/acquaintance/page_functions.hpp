// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room; pages.cpp has their routes.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::acquaintance {

web::Response show_wish(const desk::Visit& visit);
web::Response post_wish(const desk::Visit& visit);
web::Response post_stop(const desk::Visit& visit);

web::Response show_pairs(const desk::Visit& visit);
web::Response post_pairs(const desk::Visit& visit);

}  // namespace kring::acquaintance
