// SPDX-License-Identifier: EUPL-1.2
// Whether one round can be seated at all by the hard rules: tries every way, within bounds. The rules bind no
// two rounds together, so a plan without violations is there when each round has one.
#pragma once

#include <vector>

#include "engine/seating/setting.hpp"

namespace kring::seating {

enum class Answer { seated, impossible, unknown };

/// Seats tried before the question is left open.
inline constexpr int fit_steps = 4000;

struct Fit {
    Answer answer = Answer::unknown;
    std::vector<int> seats;  ///< [person], when seated
};

/// Seats for the round in which at most so many pairs share a table who are to be kept apart, those of two
/// hosts of one table aside. With `evenly` table sizes must be within setting.sizes, else within the chairs.
Fit fit_round(const Setting& setting, int round, int allowed, bool evenly);

/// Seats with as few such pairs as can be, and among these even sizes where possible; nowhere for everybody
/// when none were found.
std::vector<int> fitting_seats(const Setting& setting, int round);

/// People present who must all be kept apart from one another, more than there are tables; empty when none
/// were found.
std::vector<int> too_many_apart(const Setting& setting, int round);

}  // namespace kring::seating
