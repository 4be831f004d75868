// SPDX-License-Identifier: EUPL-1.2
// Who may make a commitment, and who may change one. Reading is decided by its audience, in domain/chain.
#pragma once

#include "domain/commitment/commitment.hpp"
#include "domain/journal/actor.hpp"

namespace kring::commitment {

/// After a workshop that one may read: who takes part in it, and its network's facilitators.
bool may_commit(const Actor& actor, const chain::Record& workshop);

/// Its owner alone, while it is not taken back.
bool may_change(const Actor& actor, const chain::Record& commitment);

}  // namespace kring::commitment
