// SPDX-License-Identifier: EUPL-1.2
// An outcome to take away: one flat table for a spreadsheet, and a document for the printer. Both carry where
// the numbers come from and what the licences ask.
#pragma once

#include <vector>

#include "domain/factor/lookup.hpp"
#include "domain/outcome/words.hpp"
#include "platform/press/paper.hpp"
#include "platform/sheet/sheet.hpp"

namespace kring::outcome {

/// Part, route, subject, unit, P5, P50, P95, mean and source a row: first the outcome, then comparisons and
/// drivers, then every figure, then how it was made and the notices. Numbers in full, with a point.
sheet::Sheet sheet_of(const Telling& telling, const std::vector<factor::Notice>& notices);

/// Without its style.
press::Paper paper_of(const Telling& telling, const std::vector<factor::Notice>& notices);

}  // namespace kring::outcome
