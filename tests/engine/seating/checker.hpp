// SPDX-License-Identifier: EUPL-1.2
// Counts a plan from scratch, from names alone: a second opinion that shares no code with the engine.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "engine/seating/seating.hpp"

namespace kring::seating {

using Names = std::pair<std::string, std::string>;  ///< two people, the lesser name first

struct Recount {
    std::multiset<std::string> broken;  ///< a line for each broken rule in a round to come, as in line()
    int broken_by = 0;                  ///< the same, a table counted once for each person without a chair
    int uneven = 0;
    int new_meetings = 0;
    int repeated = 0;
    int sides = 0;
    int colleagues = 0;
    int moved = 0;
    std::set<Names> first_meetings;
};

Recount recount(const Request& request, const std::vector<Round>& rounds);

/// A violation of the engine's, in the form of Recount::broken; uneven sizes are not among these.
std::string line(const Violation& violation);

/// The names of rules, rounds, tables and people, and every number, in one text.
std::string text_of(const Plan& plan);

/// Fewest seats that must change, for sizes alone: nobody is kept apart, and hosts stay where they were.
int fewest_moves_for_sizes(const Request& request);

}  // namespace kring::seating
