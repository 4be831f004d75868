// SPDX-License-Identifier: EUPL-1.2
// Latin letters without their accents, for comparing words: search and lists of equipment fold alike.
#pragma once

#include <cstdint>
#include <string_view>

namespace kring {

/// The letters a to z that stand for a code point of U+00C0 to U+017F, in lower case: "ae", "ss"; "" for
/// the two there that are no letters (× and ÷).
std::string_view plain_latin(std::uint32_t point);

}  // namespace kring
