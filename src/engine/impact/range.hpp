// SPDX-License-Identifier: EUPL-1.2
// A number known between two ends, with the operators of a number (interval arithmetic): the ends of a result
// hold whatever its inputs do within theirs.
#pragma once

#include <algorithm>

namespace kring::impact {

struct Range {
    double low = 0;
    double high = 0;

    Range() = default;
    Range(double value) : low(value), high(value) {}
    Range(double least, double greatest) : low(least), high(greatest) {}

    Range& operator+=(const Range& other) {
        low += other.low;
        high += other.high;
        return *this;
    }
    friend Range operator+(Range one, const Range& other) { return one += other; }
    friend Range operator-(const Range& one, const Range& other) {
        return {one.low - other.high, one.high - other.low};
    }
    friend Range operator*(const Range& one, const Range& other) {
        const auto [least, greatest] = std::minmax(
            {one.low * other.low, one.low * other.high, one.high * other.low, one.high * other.high});
        return {least, greatest};
    }
    /// The divisor does not hold 0.
    friend Range operator/(const Range& one, const Range& other) {
        return one * Range(1 / other.high, 1 / other.low);
    }
};

}  // namespace kring::impact
