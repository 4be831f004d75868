// SPDX-License-Identifier: EUPL-1.2
// Who sets up and runs the tables, who sees who sits where, and who notes at a table. Reading the workshop
// comes first and is decided by its audience, in domain/chain.
#pragma once

#include <string_view>

#include "domain/breakout/breakout.hpp"
#include "domain/journal/actor.hpp"

namespace kring::breakout {

/// Sets up, plans, publishes, begins rounds, and brings notes together: the network's facilitators.
bool may_run(const Actor& actor, std::string_view network);

/// Sees the published seats and all tables' questions: who takes part, and who runs it.
bool may_see(const Actor& actor, std::string_view network, std::string_view workshop);

/// Reads and writes the notes of a table in a round: whoever sits there then, its host, and who runs it.
bool is_of_table(const Actor& actor, std::string_view network, const Table& table, std::int64_t round,
                 const std::vector<Seat>& seats);

}  // namespace kring::breakout
