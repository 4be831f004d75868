// SPDX-License-Identifier: EUPL-1.2
// The figures of a question without lots.
#pragma once

#include <array>
#include <vector>

#include "engine/impact/plan.hpp"

namespace kring::impact {

/// central, low and high of each figure; the rest is empty. reused_share is in seats here.
struct Central {
    std::vector<std::array<Figure, output_count>> totals;  ///< by option
    std::vector<Figure> elements;                          ///< by option and element
    std::size_t element_count = 0;
};

Central count_central(const Plan& plan);

}  // namespace kring::impact
