// SPDX-License-Identifier: EUPL-1.2
// The pages of break-out tables.
#pragma once

#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::breakout {

std::vector<desk::Route> routes();

/// My table and its notes, on the day; setting up, for who runs it.
void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside);

}  // namespace kring::breakout
