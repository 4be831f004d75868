// SPDX-License-Identifier: EUPL-1.2
// Reads a compiled gettext catalogue (.mo) from memory. Private to platform/html. Own reader,
// because Boost.Locale cannot list its keys, which the checks at start need.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::html {

struct CatalogueEntry {
    std::string key;
    std::vector<std::string> forms;  ///< one, or two for a plural: one and other
};

/// Every phrase but the header. The file format is in the GNU gettext manual, "The Format of GNU
/// MO Files". Throws std::runtime_error unless it is whole, in UTF-8, and its plural rule is that
/// of Dutch and English (n != 1).
std::vector<CatalogueEntry> read_catalogue(std::string_view mo);

}  // namespace kring::html
