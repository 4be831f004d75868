// SPDX-License-Identifier: EUPL-1.2
// Who may note who was there. Reading the workshop comes first and is decided by its audience, in
// domain/chain.
#pragma once

#include <string_view>

#include "domain/journal/actor.hpp"
#include "platform/db/db.hpp"

namespace kring::attendance {

/// Sees the list, ticks names, scans codes, shows the room's code, prints: the network's facilitators.
bool may_note(const Actor& actor, std::string_view network);

/// Has a code of their own and may use the room's: who takes part in the workshop.
bool may_check_in(db::Connection& in, std::string_view person, std::string_view workshop);

}  // namespace kring::attendance
