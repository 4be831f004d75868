// SPDX-License-Identifier: EUPL-1.2
// Takes Dutch compounds apart ("levensduurverlenging": levensduur, verlenging) by a small built-in
// list of words from procurement and ICT. Never by the words of other records: whether a word is
// taken apart would then tell a stranger which words closed records hold (R16).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::chain {

/// The parts of a folded Dutch word, parts of parts as well; empty when it is not seen as a
/// compound. `stemmed` is its Dutch stem.
std::vector<std::string> parts_of(std::string_view word, std::string_view stemmed);

}  // namespace kring::chain
