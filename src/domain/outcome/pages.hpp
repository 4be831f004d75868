// SPDX-License-Identifier: EUPL-1.2
// The page of a scenario with its outcome, the page that opens each number, pictures, and files to take away.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::outcome {

std::vector<desk::Route> routes();

}  // namespace kring::outcome
