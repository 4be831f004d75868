// SPDX-License-Identifier: EUPL-1.2
// The pages of draft tenders and of the award simulator.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::tender {

std::vector<desk::Route> routes();

}  // namespace kring::tender
