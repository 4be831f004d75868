// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room; pages.cpp has their routes.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::letters {

web::Response show_choices(const desk::Visit& visit);
web::Response post_choices(const desk::Visit& visit);

web::Response show_held(const desk::Visit& visit);
web::Response post_held(const desk::Visit& visit);
web::Response post_discard(const desk::Visit& visit);

web::Response show_stop(const desk::Visit& visit);
web::Response post_stop(const desk::Visit& visit);

}  // namespace kring::letters
