// SPDX-License-Identifier: EUPL-1.2
// The parts of an outcome that its page and its paper share: conclusion, pictures, tables, sources, notices.
#pragma once

#include "domain/factor/lookup.hpp"
#include "domain/outcome/words.hpp"
#include "platform/html/view.hpp"

namespace kring::outcome {

/// The names of outcome_body. `figures_href`: address of the page that opens each number; "" on paper.
void set_body(html::View& view, const Telling& telling, const std::string& figures_href);

/// A picture of every measure: svg, caption.
html::List all_pictures(const Telling& telling);

/// Rows of outcome_figures: each figure with its source; `measures` with the equation of each.
html::List figure_rows(const Telling& telling, const desk::Visit* visit);
html::List formula_rows(const Telling& telling);

/// What the licences ask to be said, as texts.
html::List notice_rows(const std::vector<factor::Notice>& notices);

/// Where the figures of a scenario came from, to ask for notices.
std::vector<factor::Provenance> used_by(const scenario::Figures& figures);

}  // namespace kring::outcome
