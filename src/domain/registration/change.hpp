// SPDX-License-Identifier: EUPL-1.2
// The one way in which a registration changes state, and the passing on of places: shared by all acts
// of this room. Whatever happens to a registration is told in one letter and one line of the journal.
#pragma once

#include <string_view>

#include "domain/desk/visit.hpp"
#include "domain/registration/registration.hpp"

namespace kring::registration {

/// What an act finds before it changes anything.
struct Running {
    workshop::Workshop workshop;
    Terms terms;
};

/// The workshop that the actor may read, with its terms. `not_found` when it cannot be read or is none,
/// `conflict` while it is withdrawn or when it takes no registrations.
Result<Running> find_running(const Act& act, std::string_view workshop);

/// Why a registration ends that somebody did not end: they may not come any more.
inline constexpr std::string_view lapsed_word = "lapsed";

/// Moves it to a state: keeps the row, makes or ends the participant, forgets needs that are needed no
/// more, journals "registration.WORD" and posts that letter; the word is the state's own unless given.
void move_to(const Act& act, const desk::Site& site, const workshop::Workshop& workshop,
             Registration registration, State state, std::string_view as = "");

/// Journals "registration.WORD" about somebody's registration.
void note(const Act& act, const Registration& registration, std::string_view what);

/// Ends the offers whose time is over and offers every free place to who is next, in both pools, until
/// none is free or nobody is next. Does nothing twice: to be called before and after every change.
void settle(const Act& act, const desk::Site& site, const Running& running);

Problem conflict(std::string_view phrase);

}  // namespace kring::registration
