// SPDX-License-Identifier: EUPL-1.2
// The pages of programmes and networks. A network's own page and the list of networks show
// workshops too, and therefore stand in domain/workshop.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::network {

std::vector<desk::Route> routes();

}  // namespace kring::network
