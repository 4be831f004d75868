// SPDX-License-Identifier: EUPL-1.2
// Answers as people and programs read them beside the bare JSON: a table for a terminal, and what is wrong as
// application/problem+json (RFC 9457).
#pragma once

#include <functional>
#include <string>

#include "domain/exchange/exchange.hpp"

namespace kring::exchange {

/// An answer of `assess` or `award` as lines of text, in English; numbers to six digits.
std::string as_table(const json::Value& answer);

/// What words a problem in the reader's language.
using Say = std::function<std::string(const Problem&)>;

/// One problem document for all problems: `errors` holds for each its pointer, code and text.
json::Value problem_document(int status, const std::string& title, const Problems& problems, const Say& say);

}  // namespace kring::exchange
