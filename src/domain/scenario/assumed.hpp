// SPDX-License-Identifier: EUPL-1.2
// Assumptions of Kring's own, for what no set tells: prices, lives, what repair and refurbishing take. They
// make a first result possible; each is shown as unverified, to be replaced by a figure of one's own.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/scenario/figures.hpp"
#include "domain/scenario/inputs.hpp"

namespace kring::scenario {

/// The assumption of that key: "residual", "laptop.price"; nothing when there is none.
std::optional<Figure> assumed(std::string_view key);

/// Those that a way of acquiring needs beyond what all need.
std::vector<Figure> assumed_for(Way way);

/// Whether these inputs ask for this figure: one of its settings, of its ways, or of a kind of device on one
/// of its routes ("laptop.embodied", energy, kept, mass, price).
bool is_asked(const Inputs& inputs, std::string_view key);

/// Every key that is asked for.
std::vector<std::string> asked_keys(const Inputs& inputs);

}  // namespace kring::scenario
