// SPDX-License-Identifier: EUPL-1.2
// The addresses of this room.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::acquaintance {

std::vector<desk::Route> routes();

}  // namespace kring::acquaintance
