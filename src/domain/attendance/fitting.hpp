// SPDX-License-Identifier: EUPL-1.2
// How large a text can be set so that it stays within a box: names on badges shrink and are never cut.
#pragma once

#include <string_view>
#include <vector>

namespace kring::attendance {

/// The largest of these type sizes in points, which fall, at which the text fits in a box of so many mm
/// in Noto Sans Bold, words broken where they must be; the smallest when none does. A careful estimate: it
/// rather says too small.
int fitting_size(std::string_view text, double width_mm, double height_mm, const std::vector<int>& sizes);

}  // namespace kring::attendance
