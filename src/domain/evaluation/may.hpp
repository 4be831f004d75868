// SPDX-License-Identifier: EUPL-1.2
// Who answers, and who sees what was answered. Reading the workshop comes first, in domain/chain.
#pragma once

#include "domain/chain/record.hpp"
#include "domain/journal/actor.hpp"

namespace kring::evaluation {

/// Who takes part in the workshop.
bool may_answer(const Actor& actor, const chain::Record& workshop);

/// Asks the participants, sees and takes out the answers: the network's facilitators.
bool may_see(const Actor& actor, const chain::Record& workshop);

}  // namespace kring::evaluation
