// SPDX-License-Identifier: EUPL-1.2
// The pages on which a scenario is made and changed. Its own page, with the outcome, is domain/outcome's.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::scenario {

std::vector<desk::Route> routes();

}  // namespace kring::scenario
