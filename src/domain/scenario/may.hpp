// SPDX-License-Identifier: EUPL-1.2
// Who may make a scenario, and who may change one. Reading is decided by its audience, in domain/chain.
#pragma once

#include "domain/journal/actor.hpp"
#include "domain/scenario/scenario.hpp"

namespace kring::scenario {

/// In a network that one belongs to.
bool may_make(const Actor& actor, std::string_view network);

/// Its title, note and audience: its owner, while it is not taken back.
bool may_change(const Actor& actor, const chain::Record& record);

/// Its choices: the same, while it is a draft.
bool may_choose(const Actor& actor, const Scenario& scenario);

/// To copy one that one may read: whoever may make one in its network.
bool may_copy(const Actor& actor, const Scenario& scenario);

}  // namespace kring::scenario
