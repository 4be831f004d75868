// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with a draft tender. Each leaves one line in the journal.
#pragma once

#include "domain/desk/visit.hpp"
#include "domain/tender/tender.hpp"
#include "domain/tender/typed.hpp"

namespace kring::tender {

/// Makes a draft in a network from its first step, with the usual criteria and assumptions. `not_found` for a
/// network where one may not draft: to a supplier there is nothing here. Returns its id.
Result<std::string> make(const Act& act, std::string_view network, const Typed& typed);

/// A draft of one's own with everything of one that one may read but its bids; it follows from that one.
Result<std::string> copy(const Act& act, std::string_view id);

/// The steps. Its owner alone; `not_found` for who cannot read it. Everything can be changed later.
Result<Done> set_about(const Act& act, std::string_view id, const Typed& typed);
Result<Done> set_criteria(const Act& act, std::string_view id, const Typed& typed);
Result<Done> set_scoring(const Act& act, std::string_view id, const Typed& typed);
Result<Done> set_market(const Act& act, std::string_view id, const Typed& typed);
Result<Done> set_expected(const Act& act, std::string_view id, const Typed& typed);

/// Takes a weight from the picture: the field "share", 0 to 100 per cent of all weight on sustainability.
/// Refused when no criterion counts as sustainability.
Result<Done> choose_weight(const Act& act, std::string_view id, const Typed& typed);

/// Takes it back, or undoes that within 30 days; as with every record.
Result<Done> withdraw(const Act& act, std::string_view id);
Result<Done> restore(const Act& act, std::string_view id);

/// One's own draft to change. `not_found` for who cannot read it, `forbidden` for who may not change it.
Result<Tender> find_own(const Act& act, std::string_view id);

}  // namespace kring::tender
