// SPDX-License-Identifier: EUPL-1.2
// The piece of a text in which the words asked for stand, with those words marked. Made here and
// not by the database, so that it marks stems, parts of compounds and beginnings on both alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/terms.hpp"

namespace kring::chain {

/// About 160 characters of clean text around the first words found, with "…" where it was cut,
/// \x01 before and \x02 after each word found; the beginning when none is.
std::string snippet_of(std::string_view text, std::string_view language, const std::vector<Term>& terms);

}  // namespace kring::chain
