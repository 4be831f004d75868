// SPDX-License-Identifier: EUPL-1.2
// Numbers that look random and follow from the seed alone, on every compiler: SplitMix64
// (Steele, Lea, Flood 2014) and integer arithmetic on it. The standard distributions differ by library.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace kring::seating {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint32_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<std::uint32_t>((mixed ^ (mixed >> 31U)) >> 32U);
    }

    /// 0 to count - 1; `count` is at least 1.
    int below(int count) {
        return static_cast<int>((static_cast<std::uint64_t>(next()) * static_cast<std::uint32_t>(count)) >>
                                32U);
    }

    /// 256 times -log2 of a number drawn between 0 and 1, its fraction linear: 0 to 8192.
    std::int64_t surprise() {
        const std::uint32_t drawn = next() | 1U;
        const auto zeros = static_cast<std::uint32_t>(std::countl_zero(drawn));
        const std::uint32_t fraction =
            static_cast<std::uint32_t>(std::uint64_t{drawn} << (zeros + 1U)) >> 24U;
        return static_cast<std::int64_t>((zeros + 1U) * 256U) - static_cast<std::int64_t>(fraction);
    }

    template <class T>
    void shuffle(std::vector<T>& things) {
        for (std::size_t left = things.size(); left > 1; --left) {
            std::swap(things[left - 1], things[static_cast<std::size_t>(below(static_cast<int>(left)))]);
        }
    }

private:
    std::uint64_t state_;
};

}  // namespace kring::seating
