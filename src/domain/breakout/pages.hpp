// SPDX-License-Identifier: EUPL-1.2
// The pages of break-out tables.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::breakout {

std::vector<desk::Route> routes();

}  // namespace kring::breakout
