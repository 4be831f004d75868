// SPDX-License-Identifier: EUPL-1.2
// The curve of the simulator as paths for an SVG: the chance that the greenest bid wins, with the band of
// what drawing by lot leaves uncertain, and how often the weight decides. Pure; the template draws it.
#pragma once

#include <string>
#include <vector>

#include "domain/tender/simulate.hpp"

namespace kring::tender {

inline constexpr int picture_width = 640;
inline constexpr int picture_height = 360;
inline constexpr int plot_left = 56;
inline constexpr int plot_right = 612;
inline constexpr int plot_top = 16;
inline constexpr int plot_bottom = 304;

struct Picture {
    std::string band;      ///< closed: 1.96 standard errors about the chance
    std::string green;     ///< a line
    std::string decisive;  ///< a line
    std::string own;       ///< x of the draft's own value
};

/// Coordinates with one decimal; values outside the plot are kept at its edge. Empty paths for no points.
Picture picture_of(const Answer& answer);

/// x of a part of the axis, y of a share, both 0 to 1, as text.
std::string x_at(double part);
std::string y_at(double share);

}  // namespace kring::tender
