// SPDX-License-Identifier: EUPL-1.2
// The pages of series, workshops and sessions; and the list of networks and a network's own page,
// which show how far their series have come.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::workshop {

/// All but the page of a workshop itself, which domain/registration puts together
/// (see workshop_page.hpp).
std::vector<desk::Route> routes();

}  // namespace kring::workshop
