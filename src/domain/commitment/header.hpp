// SPDX-License-Identifier: EUPL-1.2
// From what was typed to the fields that are written; shared by the acts of this room.
#pragma once

#include "domain/commitment/commitment.hpp"
#include "domain/journal/journal.hpp"

namespace kring::commitment {

/// Fills title, language, day, explanation and audience. `invalid` for an organisation's audience without
/// one.
Result<Done> describe(const Act& act, const Draft& draft, Commitment& one);

/// One's own commitment to change. `not_found` for who cannot read it, `forbidden` for who is not its
/// owner or when it was taken back.
Result<Commitment> find_own(const Act& act, std::string_view id);

}  // namespace kring::commitment
