// SPDX-License-Identifier: EUPL-1.2
// Betters a seating by exchanges of two people in one round, or of their whole parts in all rounds: simulated
// annealing in integers, for a number of steps and never by a clock.
#pragma once

#include "engine/seating/random.hpp"
#include "engine/seating/seats.hpp"

namespace kring::seating {

/// How hot the search begins and ends, in sixteenths of the weights: what a worse step may cost.
struct Heat {
    Cost first = 0;
    Cost last = 0;
};

/// Tries so many steps in single rounds.
void anneal(Seating& seating, Random& random, int steps, const Heat& heat);

/// Tries so many exchanges of the parts of two people over all rounds to come.
void exchange_parts(Seating& seating, Random& random, int steps, const Heat& heat);

/// Goes on to a seating that no single move or exchange makes better; at most so many passes.
void descend(Seating& seating, int passes);

}  // namespace kring::seating
