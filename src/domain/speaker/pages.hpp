// SPDX-License-Identifier: EUPL-1.2
// The pages about guest speakers for those who invite them and those who listen, and the pages of a guest's
// own, which need a link instead of an account.
#pragma once

#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::speaker {

std::vector<desk::Route> routes();

/// On a workshop's page: to invite guests, and to see what they brought.
void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside);

}  // namespace kring::speaker
