// SPDX-License-Identifier: EUPL-1.2
// Who may register, and who may run the registration of others. Reading the workshop comes first and
// is decided by its audience, in domain/chain.
#pragma once

#include <string_view>

#include "domain/chain/record.hpp"
#include "domain/journal/actor.hpp"
#include "platform/db/db.hpp"

namespace kring::registration {

/// Registers for workshops of this network: its members.
bool may_register(const Actor& actor, std::string_view network);

/// Sets the terms, sees who registered and what they need, registers and cancels for others, passes
/// over: the network's facilitators.
bool may_run(const Actor& actor, std::string_view network);

/// Whether this person may have a place: a member, not suspended, who may read the workshop.
bool may_come(db::Connection& in, std::string_view person, const chain::Record& workshop, Time when);

}  // namespace kring::registration
