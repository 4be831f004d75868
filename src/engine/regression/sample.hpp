// SPDX-License-Identifier: EUPL-1.2
// What a regression is fitted to: things with a few numbers, each of a group and of a family.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace kring::regression {

inline constexpr std::size_t most_numbers = 4;

/// What can be compared of one thing.
struct Traits {
    std::string group;  ///< things of one group are alike beyond their numbers: the maker
    std::array<std::optional<double>, most_numbers> numbers;
};

/// A thing whose value is known.
struct Sample {
    Traits traits;
    double logarithm = 0;    ///< of the value
    std::size_t family = 0;  ///< samples that tell nearly the same have the same number
};

}  // namespace kring::regression
