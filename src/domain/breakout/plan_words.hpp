// SPDX-License-Identifier: EUPL-1.2
// A plan in words: what it is worth, what it could not keep and why, who moves, and who sits where.
#pragma once

#include "domain/breakout/breakout_view.hpp"
#include "domain/breakout/plan.hpp"

namespace kring::breakout {

/// Lists of `text`.
html::List score_in_words(const desk::Visit& visit, const seating::Plan& plan);
html::List violations_in_words(const desk::Visit& visit, const Place& place, const seating::Plan& plan);
html::List changes_in_words(const desk::Visit& visit, const Place& place, const Proposal& proposal);

/// One component_table for each round.
html::List round_tables(const desk::Visit& visit, const Place& place, const seating::Plan& plan);

}  // namespace kring::breakout
