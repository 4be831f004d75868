// SPDX-License-Identifier: EUPL-1.2
// Whether bytes are text at all, before anything reads them: what people hand in by mistake gets a code of
// its own (a spreadsheet, a web page, UTF-16, Latin-1).
#pragma once

#include <string_view>

#include "engine/reading/notes.hpp"

namespace kring::reading {

enum class Expected { table, module };

/// True when `bytes` are clean UTF-8 text of the kind expected; a byte order mark is cut off. Else the reason
/// is noted.
bool admit(std::string_view& bytes, Expected expected, Notes& notes);

}  // namespace kring::reading
