// SPDX-License-Identifier: EUPL-1.2
#include "engine/impact/years.hpp"

#include <cmath>

namespace kring::impact {

namespace {

constexpr double hair = 1e-9;

}  // namespace

double lives(double horizon, double life) { return std::ceil(horizon / life - hair); }

Range lives(double horizon, const Range& life) {
    return {lives(horizon, life.high), lives(horizon, life.low)};
}

Row lives(double horizon, const Row& life) {
    return each(life, 0, [=](double one, double) { return lives(horizon, one); });
}

double payments_by_life(double horizon, double life, double discount) {
    const double count = lives(horizon, life);
    if (discount == 0) return count;
    const double rate = -life * chance::logarithm(1 + discount);
    return (1 - chance::exponential(count * rate)) / (1 - chance::exponential(rate));
}

Range payments_by_life(double horizon, const Range& life, const Range& discount) {
    return {payments_by_life(horizon, life.high, discount.high),
            payments_by_life(horizon, life.low, discount.low)};
}

Row payments_by_life(double horizon, const Row& life, const Row& discount) {
    if (life.is_constant() && discount.is_constant()) {
        return payments_by_life(horizon, life.constant(), discount.constant());
    }
    const Row count = lives(horizon, life);
    if (discount.is_constant() && discount.constant() == 0) return count;
    const Row rate = logarithm(discount + 1) * life * -1;
    return (Row(1) - exponential(count * rate)) / (Row(1) - exponential(rate));
}

double payments_when_aged(int horizon, int from_age, double life, double discount) {
    double worth = 0;
    double power = 1;
    for (int year = 1; year <= horizon; ++year) {
        power /= 1 + discount;
        const double begun = life * std::floor((year - 1) / life + hair);
        if (year - begun + hair >= from_age) worth += power;
    }
    return worth;
}

Range payments_when_aged(int horizon, int from_age, const Range& life, const Range& discount) {
    const Range all = powers_from_one(horizon, Range(1) / (discount + 1)) / (discount + 1);
    if (life.high + 1 <= from_age) return 0;
    const bool is_life_known = life.low == life.high;
    if (!is_life_known) return {0, all.high};
    return {payments_when_aged(horizon, from_age, life.low, discount.high),
            payments_when_aged(horizon, from_age, life.low, discount.low)};
}

Row payments_when_aged(int horizon, int from_age, const Row& life, const Row& discount) {
    return each(life, discount,
                [=](double one, double other) { return payments_when_aged(horizon, from_age, one, other); });
}

}  // namespace kring::impact
