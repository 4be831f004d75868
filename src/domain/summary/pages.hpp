// SPDX-License-Identifier: EUPL-1.2
// The pages of summaries: published versions for everyone, the working summary for its editors, and
// the question for consent.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::summary {

std::vector<desk::Route> routes();

}  // namespace kring::summary
