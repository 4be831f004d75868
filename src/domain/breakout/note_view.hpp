// SPDX-License-Identifier: EUPL-1.2
// Notes in a list, for their table and for the plenary.
#pragma once

#include "domain/breakout/breakout_view.hpp"

namespace kring::breakout {

/// "Tafel 2, ronde 1", as it is credited.
std::string place_of(const desk::Visit& visit, const Note& note);

/// For breakout_note; with the way to change them when `may_change`.
html::List note_views(const desk::Visit& visit, const Place& place, const std::vector<Note>& notes,
                      bool may_change);

}  // namespace kring::breakout
