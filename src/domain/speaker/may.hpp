// SPDX-License-Identifier: EUPL-1.2
// Who may see and do what with a guest speaker. Whether somebody reads the session comes first, and is
// decided by its audience, in domain/chain; a guest themselves is known by their link alone.
#pragma once

#include <string_view>

#include "domain/journal/actor.hpp"
#include "domain/speaker/guest.hpp"
#include "platform/db/db.hpp"

namespace kring::speaker {

/// Invites guests, sees what is in and what is missing: the network's facilitators.
bool may_invite(const Actor& actor, std::string_view network);

/// Whether the actor may have this file: readers of the session as far as the guest agrees at this moment,
/// facilitators who read it always. The one rule for every file of a guest.
bool may_have(db::Connection& in, const Actor& actor, const Guest& guest, Purpose purpose, Time when);

}  // namespace kring::speaker
