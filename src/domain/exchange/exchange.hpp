// SPDX-License-Identifier: EUPL-1.2
// What other programs ask of the engines and are answered: documents in JSON, as docs/assess-format.md and
// docs/award-format.md describe them. The command line and the API are two doors to these two functions.
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/chance/chance.hpp"
#include "engine/compatibility/compatibility.hpp"
#include "platform/base/result.hpp"
#include "platform/json/json.hpp"

namespace kring::exchange {

inline constexpr std::string_view assess_format = "kring.assess/1";
inline constexpr std::string_view award_format = "kring.award/1";
inline constexpr std::string_view assessed_format = "kring.assessment/1";
inline constexpr std::string_view awarded_format = "kring.award-result/1";

/// What the door allows, and what it adds.
struct Terms {
    std::size_t draws_max = 4'000'000;
    std::size_t work_max = static_cast<std::size_t>(-1);  ///< draws × parts, or × bidders and formulas
    /// Numbers kept in memory: outcomes (of each option those wanted and its materials) × draws; and those
    /// that sensitivity takes, by uncertain figure and option.
    std::size_t kept_max = static_cast<std::size_t>(-1);
    unsigned threads = 1;                             ///< changes no number
    const compatibility::Figures* figures = nullptr;  ///< of mode "boaviztapi"; none: what is built in
    chance::Progress progress = nullptr;
};

/// The answer to a document of assess_format. Problems, all at once: exchange.problem.*, impact.problem.*,
/// chance.problem.*; the field of each is a JSON pointer into the document.
Result<json::Value> assess(const json::Value& document, const Terms& terms);

/// The same of award_format; problems exchange.problem.*, award.problem.*, chance.problem.*.
Result<json::Value> award(const json::Value& document, const Terms& terms);

/// A document that could not be read at all, as a problem.
Problem problem_of(const json::Fault& fault);

}  // namespace kring::exchange
