// SPDX-License-Identifier: EUPL-1.2
// Who may draft a tender, and whom it may be shown to. Reading is decided by its audience, in domain/chain;
// what is kept here is that a purchaser's draft is never offered to an audience with suppliers in it.
#pragma once

#include <vector>

#include "domain/journal/actor.hpp"
#include "domain/tender/tender.hpp"

namespace kring::tender {

/// Members on the purchasers' side, and advisers who facilitate, edit or check; never a supplier.
bool may_draft(const Actor& actor, std::string_view network);

/// Its owner alone, while it is not taken back and while they may still draft in the network.
bool may_change(const Actor& actor, const chain::Record& tender);

/// What the owner may choose, the default first: the own organisation (when there is one), the owner alone,
/// the network's purchasers. Advisers who facilitate or edit buy nothing: theirs is a worked example, and may
/// be shown to the network or to everyone too.
std::vector<chain::Audience> audiences_for(const Actor& actor, std::string_view network);

}  // namespace kring::tender
