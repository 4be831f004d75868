// SPDX-License-Identifier: EUPL-1.2
// Tells of seats what a facilitator wants to know: counts, and which rule is broken by whom, and why.
#pragma once

#include "engine/seating/setting.hpp"

namespace kring::seating {

Score score_of(const Setting& setting, const Seats& seats);

/// Everything of a plan. `standing` gives the rounds that are held.
Plan report(const Setting& setting, const Seats& seats, const std::vector<Round>& standing);

}  // namespace kring::seating
