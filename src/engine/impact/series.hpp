// SPDX-License-Identifier: EUPL-1.2
// All draws of what is wanted: one row of numbers for each figure, and its moments, in an order that does not
// depend on who counted which block.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "engine/impact/impact.hpp"
#include "engine/impact/lots.hpp"

namespace kring::impact {

/// Count, mean and sum of squared deviations; merged as Chan, Golub and LeVeque 1983.
struct Moments {
    double count = 0;
    double mean = 0;
    double squares = 0;

    void merge(const Moments& other);
    double variance() const { return count > 1 ? squares / (count - 1) : 0; }
};

Moments moments_of(std::span<const double> values);

class Series {
public:
    /// Draws everything; not complete when `progress` stopped it.
    Series(const Lots& lots, const chance::Progress& progress);

    bool is_complete() const { return is_complete_; }
    /// The place of an output or an element; outputs that are not wanted have none.
    std::size_t place(std::size_t option, Output output) const;
    std::size_t place_of_element(std::size_t option, std::size_t element) const;
    std::span<double> draws(std::size_t place) { return {numbers_.get() + place * draws_, draws_}; }
    std::span<const double> draws(std::size_t place) const {
        return {numbers_.get() + place * draws_, draws_};
    }
    std::size_t count() const { return per_option_ * options_; }

private:
    void count_block(std::size_t block, BlockValues& values);

    const Lots& lots_;
    std::size_t draws_;
    std::size_t options_;
    std::size_t per_option_ = 0;
    std::array<std::size_t, output_count> slots_{};
    std::size_t first_element_ = 0;
    std::unique_ptr<double[]> numbers_;
    bool is_complete_ = false;
};

inline constexpr std::size_t no_slot = static_cast<std::size_t>(-1);

/// Writes quantiles and moments into a figure; orders the draws anew.
void describe(std::span<double> draws, Figure& figure);

}  // namespace kring::impact
