// SPDX-License-Identifier: EUPL-1.2
// Who may make, freeze and agree. Reading is decided by each record's audience, in domain/chain.
#pragma once

#include <string_view>

#include "domain/journal/actor.hpp"

namespace kring::summary {

/// Makes and changes the working summary: editors and facilitators of its network.
bool may_edit(const Actor& actor, std::string_view network);

/// Freezes it: the same, and the machine's operator.
bool may_freeze(const Actor& actor, std::string_view network);

/// Agrees or refuses: only the person asked.
bool may_decide(const Actor& actor, std::string_view person_asked);

}  // namespace kring::summary
