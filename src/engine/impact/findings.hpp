// SPDX-License-Identifier: EUPL-1.2
// What a reader of the figures should be told besides.
#pragma once

#include "engine/impact/central.hpp"
#include "engine/impact/lots.hpp"

namespace kring::impact {

/// Findings that follow from the question and its central values. `lots` is absent when nothing is drawn.
std::vector<Finding> find_notices(const Plan& plan, const Central& central, const Lots* lots);

/// Findings that follow from the figures.
void find_heavy_tails(Assessment& assessment);

}  // namespace kring::impact
