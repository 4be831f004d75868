// SPDX-License-Identifier: EUPL-1.2
// Decimal numbers as people type and read them, Dutch or English, held as whole numbers: cents, or
// thousandths. Nothing is ever rounded on the way in, so that scores can be reckoned exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/html/phrases.hpp"

namespace kring::tender {

using Cents = std::int64_t;  ///< euro cents
using Milli = std::int64_t;  ///< thousandths of a unit: of a point, of one per cent, of a euro per kg

inline constexpr std::int64_t amount_max = 1'000'000'000'000;  ///< before scaling; larger ones are refused

/// The number typed, times ten to the power `places` (0 to 3). Nothing when it is no number, has more
/// decimals than that, or is larger than `amount_max`. In Dutch a comma is the decimal sign and a dot groups
/// thousands where it can ("80.000"), otherwise it is one too ("0.5"); in English the other way round.
/// Spaces, "€" and "%" may stand around it.
std::optional<std::int64_t> read_amount(std::string_view typed, int places, html::Language language);

/// For a field: without grouping and without zeros that say nothing.
std::string amount_in_field(std::int64_t amount, int places, html::Language language);

/// For reading: thousands grouped; `shown` decimals, and more of them when they are there.
std::string amount_in_words(std::int64_t amount, int places, int shown, html::Language language);

/// "€ 80.000" or "€ 80.000,50".
std::string euros(Cents amount, html::Language language);

}  // namespace kring::tender
