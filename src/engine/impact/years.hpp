// SPDX-License-Identifier: EUPL-1.2
// Years and money: how many devices are bought when, and what a row of payments is worth at the start. For a
// number, a range and a row of draws alike.
#pragma once

#include "engine/impact/range.hpp"
#include "engine/impact/row.hpp"

namespace kring::impact {

/// Service lives begun within the horizon: ceil(H / L); a hair over a whole number is that number.
double lives(double horizon, double life);
Range lives(double horizon, const Range& life);
Row lives(double horizon, const Row& life);

/// What payments of 1 at the start of each service life are worth: sum of (1 + i)^(-k L), k from 0.
double payments_by_life(double horizon, double life, double discount);
Range payments_by_life(double horizon, const Range& life, const Range& discount);
Row payments_by_life(double horizon, const Row& life, const Row& discount);

/// The same of payments of 1 at the end of each year in which the device is in its year `from_age` or later.
double payments_when_aged(int horizon, int from_age, double life, double discount);
Range payments_when_aged(int horizon, int from_age, const Range& life, const Range& discount);
Row payments_when_aged(int horizon, int from_age, const Row& life, const Row& discount);

/// sum of factor^(t - 1) for t from 1 to H.
template <class Number>
Number powers_from_one(int horizon, const Number& factor) {
    Number power = 1;
    Number sum = 1;
    for (int year = 2; year <= horizon; ++year) {
        power = power * factor;
        sum = sum + power;
    }
    return sum;
}

/// factor^H.
template <class Number>
Number power_at_end(int horizon, const Number& factor) {
    Number power = 1;
    for (int year = 1; year <= horizon; ++year) power = power * factor;
    return power;
}

}  // namespace kring::impact
