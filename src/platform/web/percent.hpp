// SPDX-License-Identifier: EUPL-1.2
// Percent-encoding read strictly (RFC 3986 section 2.1): paths, queries and forms share it, so
// that no two of them can disagree about what a byte means.
#pragma once

#include <string>
#include <string_view>

namespace kring::web {

/// Well-formed UTF-8 without NUL.
bool is_utf8_without_nul(std::string_view text);

/// Undoes %XX, and "+" for a space when asked. False on a broken escape, invalid UTF-8 or NUL.
bool percent_decode(std::string_view text, bool plus_is_space, std::string& decoded);

/// True for C0 controls and DEL.
bool is_control(char c);

}  // namespace kring::web
