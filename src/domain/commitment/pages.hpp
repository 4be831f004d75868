// SPDX-License-Identifier: EUPL-1.2
// The pages of commitments, and what other pages show of them.
#pragma once

#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::commitment {

std::vector<desk::Route> routes();

/// For "Mijn Kring": the visitor's own, as rows of commitment_row. Empty for who has none.
html::List own_commitments(const desk::Visit& visit);

/// On a workshop's page: to make one, and to read those of it and of the workshops before.
void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside);

}  // namespace kring::commitment
