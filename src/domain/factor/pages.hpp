// SPDX-License-Identifier: EUPL-1.2
// The pages of factors: where our numbers come from, for everybody; and their administration.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::factor {

std::vector<desk::Route> routes();

}  // namespace kring::factor
