// SPDX-License-Identifier: EUPL-1.2
// How many new meetings are possible at all, by counting arguments: docs/seating.md tells them in words.
#pragma once

#include "engine/seating/setting.hpp"

namespace kring::seating {

/// No seating that keeps people apart as told, hosts at their tables and table sizes within `sizes` in the
/// rounds to come has more new meetings, those of held rounds included.
int most_new_meetings(const Setting& setting, const Grid<Size>& sizes);

/// No seating within these sizes has colleagues at one table fewer times in the rounds to come.
int fewest_colleagues(const Setting& setting);

}  // namespace kring::seating
