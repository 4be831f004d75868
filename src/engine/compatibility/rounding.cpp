// SPDX-License-Identifier: EUPL-1.2
// The roundings of BoaviztAPI, made anew from what its documentation says they do.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "engine/compatibility/compatibility.hpp"

namespace kring::compatibility {

namespace {

/// To so many significant digits, halves away from zero as far as doubles tell them. By way of decimal text,
/// so that 0.1 stays the double nearest to 0.1.
double digits(double value, int count) {
    if (value == 0 || !std::isfinite(value)) return value;
    const double size = std::fabs(value);
    const int last = static_cast<int>(std::floor(std::log10(size))) - count + 1;
    const double unit = std::pow(10.0, last);
    double whole = std::floor(size / unit);
    if (std::fabs((whole + 1) * unit - size) <= std::fabs(whole * unit - size)) whole += 1;
    const std::string text =
        (value < 0 ? "-" : "") + std::to_string(static_cast<long long>(whole)) + "e" + std::to_string(last);
    double rounded = 0;
    std::from_chars(text.data(), text.data() + text.size(), rounded);
    return rounded;
}

/// To a multiple of ten to the power of `magnitude`, halves to even as Python rounds.
double to_magnitude(double value, int magnitude) {
    const double unit = std::pow(10, std::abs(magnitude));
    const double scaled = magnitude > 0 ? value / unit : value / std::pow(10, magnitude);
    const double whole = std::nearbyint(scaled);
    return magnitude > 0 ? whole * unit : whole / unit;
}

}  // namespace

Interval rounded(const Interval& interval) {
    const double tenth = (interval.max - interval.min) / 10;
    double value = interval.value;
    if (tenth > 0 && value != 0) {
        // At least one digit of the value stays, however wide its interval.
        const double magnitude = std::min(std::log10(tenth), std::log10(std::fabs(value)));
        value = to_magnitude(value, static_cast<int>(std::floor(magnitude)));
    }
    const Interval made{digits(value, 4), digits(interval.min, 4), digits(interval.max, 4)};
    return made;
}

}  // namespace kring::compatibility
