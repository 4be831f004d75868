// SPDX-License-Identifier: EUPL-1.2
// Who may see and enter real bids. Stricter than the audience of the draft, never wider: who cannot read the
// draft does not come here at all.
#pragma once

#include <string>
#include <vector>

#include "domain/journal/actor.hpp"
#include "domain/tender/tender.hpp"

namespace kring::bid {

/// The draft's owner, while they may still draft in its network.
bool may_run(const Actor& actor, const tender::Tender& tender);

/// The owner, and those named who are still of the organisation that the draft was made for and on no
/// supplier's side. Not facilitators, editors, administrators.
bool may_see(const Actor& actor, const tender::Tender& tender, const std::vector<std::string>& readers);

}  // namespace kring::bid
