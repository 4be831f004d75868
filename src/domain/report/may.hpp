// SPDX-License-Identifier: EUPL-1.2
// Who sees the draft, and who works on it. A report that is fixed is read by its audience, in domain/chain.
#pragma once

#include "domain/chain/record.hpp"
#include "domain/journal/actor.hpp"

namespace kring::report {

/// Who takes part in the workshop, and its network's facilitators; each sees what they may read.
bool may_see_draft(const Actor& actor, const chain::Record& workshop);

/// Edits and fixes: the network's facilitators.
bool may_edit(const Actor& actor, const chain::Record& workshop);

}  // namespace kring::report
