// SPDX-License-Identifier: EUPL-1.2
// Numbers as files write them, read strictly: what could mean two things is not guessed at.
#pragma once

#include <optional>
#include <string_view>

#include "engine/reading/oddity.hpp"

namespace kring::reading {

/// Either a finite number or why it is none.
struct ReadNumber {
    std::optional<double> value;
    Code why = Code::not_a_number;
};

/// A sign, digits, the decimal mark with digits, an exponent; nothing else and no blanks.
ReadNumber read_number(std::string_view text, char decimal_mark);

}  // namespace kring::reading
