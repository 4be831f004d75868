// SPDX-License-Identifier: EUPL-1.2
// Numbers as people write them in lists, in Dutch and English spelling. Private to engine/inventory.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "engine/inventory/inventory.hpp"

namespace kring::inventory {

/// A number of devices: "12", "1.250", "1,250", "1 250", "12,0", "10 stuks"; or why it is none.
std::variant<std::int64_t, Reason> quantity_in(const cells::Cell& cell);

/// Kilograms from "1,4 kg", "1.400 g", "3.1 lbs" or "1,4"; a unit in the heading counts when the cell has
/// none. Nothing outside 0.01 to 200 kg.
std::optional<double> weight_in(const cells::Cell& cell, std::string_view heading);

/// Inches from 14", "14 inch", "35,6 cm" or "14"; nothing outside 3 to 120 inch.
std::optional<double> screen_in(const cells::Cell& cell, std::string_view heading);

/// The year of "2021", "04-03-2021", "mrt 2021", a day; nothing unless exactly one from 1980 to 2100.
std::optional<int> year_in(const cells::Cell& cell);

}  // namespace kring::inventory
