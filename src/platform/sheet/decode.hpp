// SPDX-License-Identifier: EUPL-1.2
// Bytes of a text file whose encoding nobody told, as UTF-8. Private to platform/sheet.
#pragma once

#include <string>
#include <string_view>

#include "platform/sheet/read.hpp"

namespace kring::sheet {

struct Decoded {
    std::string text;  ///< clean UTF-8 without byte order mark, when `bad_line` is 0
    Encoding encoding = Encoding::utf8;
    std::size_t bad_line = 0;  ///< where bytes stand that are no text
};

/// A byte order mark decides; else UTF-16 when every other byte is zero, UTF-8 when it is well formed, and
/// Windows-1252 when it is not. A file that is UTF-8 but for a few bytes is refused: it would be read wrong.
Decoded decoded(std::string_view bytes);

}  // namespace kring::sheet
