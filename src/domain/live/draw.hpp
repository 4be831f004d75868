// SPDX-License-Identifier: EUPL-1.2
// The order of pitches by lot, such that anybody can draw it again: docs/live.md tells how, with
// nothing but sha256sum and sort.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::live {

/// The names, all different, by the SHA-256 of "seed LF name" as hexadecimal digits, lowest first. In
/// whatever order they are given, the outcome is the same.
std::vector<std::string> drawn_order(std::string_view seed, std::vector<std::string> names);

}  // namespace kring::live
