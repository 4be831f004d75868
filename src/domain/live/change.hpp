// SPDX-License-Identifier: EUPL-1.2
// What the acts of this room share: finding the workshop that somebody leads, and telling everybody that
// something changed.
#pragma once

#include <string_view>

#include "domain/journal/journal.hpp"
#include "domain/live/live.hpp"
#include "domain/workshop/workshop.hpp"

namespace kring::live {

struct Led {
    workshop::Workshop workshop;
    Room room;
};

/// The workshop that the actor may read. `not_found` when it cannot be read or is none, `conflict` when
/// withdrawn.
Result<Led> find_workshop(const Act& act, std::string_view workshop);
/// The same, for who leads: else `forbidden`.
Result<Led> find_led(const Act& act, std::string_view workshop);
/// The same, `conflict` unless it is open.
Result<Led> find_open(const Act& act, std::string_view workshop);

/// Shows this first from now on.
void show_first(const Act& act, Room room, Showing showing);

/// Counts a statement, forgets who chose what, and journals it.
void end_statement(const Act& act, Statement statement);

/// Ends the pitch that runs, if any.
void halt_pitch(const Act& act, std::string_view workshop);

Problem conflict(std::string_view phrase);

}  // namespace kring::live
