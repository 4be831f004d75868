// SPDX-License-Identifier: EUPL-1.2
// Numbers as sure as they are: rounded to a step that follows from their range, in a unit that reads well.
#pragma once

#include <string>
#include <string_view>

#include "domain/scenario/outcome.hpp"
#include "platform/html/phrases.hpp"

namespace kring::outcome {

/// The power of ten to round to: between a tenth and a hundredth of the width from P5 to P95. Without a
/// range, three figures of the value.
double step_of(const scenario::Spread& spread);

/// How a measure is written: kg as tonnes and kWh as MWh from 10,000 on.
struct Scale {
    double factor = 1;  ///< times the value
    std::string unit;   ///< key of phrases: "tCO2e", "MWh" …
};
Scale scale_of(std::string_view unit, double greatest);

/// The value in the scale, rounded to the step (which is in the unscaled unit), as its reader writes numbers.
std::string rounded(const html::Phrases& phrases, html::Language language, double value, double step,
                    const Scale& scale);

/// "ongeveer 80 %" is said with "80 %"; above 99 and below 1 as "meer dan 99 %", "minder dan 1 %".
std::string chance_in_words(const html::Phrases& phrases, html::Language language, double chance);

/// A mark on an axis that is easy to read: 1, 2 or 5 times a power of ten, at most `most` up to `greatest`.
double tick_of(double greatest, int most);

}  // namespace kring::outcome
