// SPDX-License-Identifier: EUPL-1.2
// The pages on which a workshop is got ready: by its facilitator, and by members who say what they want to
// discuss.
#pragma once

#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::preparation {

std::vector<desk::Route> routes();

/// To plan: what is still missing, and messages. To join: saying what one wants to discuss.
void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside);

}  // namespace kring::preparation
