// SPDX-License-Identifier: EUPL-1.2
// Two simple planners to compare with: by lot, and one seat after another.
#pragma once

#include "engine/seating/random.hpp"
#include "engine/seating/seating.hpp"

namespace kring::seating {

/// Hosts at their tables, the others by lot over the emptiest tables.
std::vector<Round> random_rounds(const Request& request, Random& random);

/// Hosts at their tables; then each person, in the order of the request, at the table with most new faces
/// among the emptiest tables where nobody sits from whom this person is kept apart; if there is none, at the
/// emptiest.
std::vector<Round> greedy_rounds(const Request& request);

}  // namespace kring::seating
