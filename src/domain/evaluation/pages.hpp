// SPDX-License-Identifier: EUPL-1.2
// The pages of evaluations, and the doors to them on the page of a workshop.
#pragma once

#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::evaluation {

std::vector<desk::Route> routes();

/// For participants while it is open; for facilitators once the workshop is over.
void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside);

}  // namespace kring::evaluation
