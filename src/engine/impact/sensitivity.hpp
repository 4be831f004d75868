// SPDX-License-Identifier: EUPL-1.2
// What drives the spread of a figure, or of the difference of two: the share of the variance that each input
// explains by itself (first-order index of Sobol' 1993), by binning (Plischke 2010).
#pragma once

#include <vector>

#include "engine/impact/lots.hpp"

namespace kring::impact {

/// Draws and bins it takes; draws are the first of each stream, however many the figures take.
inline constexpr std::size_t sensitivity_draws = 32768;
inline constexpr std::size_t sensitivity_bins = 32;
/// In how many parts they are done: what `progress` counts.
inline constexpr std::size_t sensitivity_parts = 8;

/// Sums of the compared output of each option, by cause and bin.
class Drivers {
public:
    /// Not complete when `progress` stopped it.
    Drivers(const Lots& lots, const chance::Progress& progress);

    bool is_complete() const { return is_complete_; }
    Sensitivity of(std::size_t option) const;
    Sensitivity of_difference(std::size_t one, std::size_t other) const;

private:
    struct Sums;
    void count_block(std::size_t block, BlockValues& values, Sums& sums) const;
    Driver driver_of(const Cause& cause, double share) const;
    Sensitivity shares(const std::vector<double>& weights) const;

    const Lots& lots_;
    std::size_t options_;
    std::vector<Cause> causes_;
    std::vector<double> centre_;    ///< by option: taken off, so that sums stay small
    std::vector<double> sums_;      ///< by cause, bin and option
    std::vector<double> counts_;    ///< by cause and bin
    std::vector<double> products_;  ///< by option and option
    bool is_complete_ = false;
};

}  // namespace kring::impact
