// SPDX-License-Identifier: EUPL-1.2
// Longer use is not always better: where a part with a longer life emits more per seat and year than one of
// the same line in another option, or might, and at which energy or parts both would be even.
#pragma once

#include <vector>

#include "engine/impact/lots.hpp"

namespace kring::impact {

/// Adds longer_is_worse and longer_is_unsure. Without lots, no chances: only what central values say.
void find_longer_use(const Plan& plan, const Lots* lots, std::vector<Finding>& findings);

}  // namespace kring::impact
