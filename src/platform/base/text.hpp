// SPDX-License-Identifier: EUPL-1.2
// Small, linear work on UTF-8 text: nothing here backtracks (R30).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kring {

/// Bytes of the well-formed UTF-8 sequence that the text begins with, 1 to 4; 0 when it begins with none.
std::size_t sequence_length(std::string_view text);

/// Well-formed UTF-8 without NUL and without C0 controls other than tab, LF and CR.
bool is_clean_text(std::string_view text);

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::vector<std::string_view> words(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// ASCII only; other bytes stay as they are.
std::string ascii_lower(std::string_view text);

/// CRLF and lone CR become LF: what a browser's textarea sends, as we keep it.
std::string with_lf(std::string_view text);

/// Number of Unicode code points in clean text.
std::size_t length(std::string_view text);

/// At most `most` code points, with "…" in place of what was cut.
std::string shortened(std::string_view text, std::size_t most);

/// 3 to 64 of a-z 0-9 -, not beginning with "-".
bool is_id(std::string_view text);

/// A plausible mail address: one @, something on both sides, no spaces or controls, at most 254 bytes.
bool is_email(std::string_view text);

/// Percent-encodes everything but RFC 3986 unreserved characters.
std::string url_encoded(std::string_view text);

/// A whole decimal number within the range; false leaves `number` alone.
bool read_number(std::string_view text, std::int64_t low, std::int64_t high, std::int64_t& number);

}  // namespace kring
