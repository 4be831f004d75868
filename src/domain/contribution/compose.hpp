// SPDX-License-Identifier: EUPL-1.2
// From what was typed to the record header that is written; shared by the acts of this room.
#pragma once

#include "domain/contribution/contribution.hpp"
#include "domain/journal/journal.hpp"

namespace kring::contribution {

/// The header of a new record, or why its network, audience or workshop will not do.
Result<chain::Record> compose(const Act& act, chain::Kind kind, const Common& common);

/// A new header for an existing record of the same owner.
Result<chain::Record> recompose(const Act& act, const chain::Record& old, const Common& common);

/// A record one may read and is of this kind, or not_found.
Result<chain::Record> find_of_kind(const Act& act, std::string_view id, chain::Kind kind);

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field = "");

}  // namespace kring::contribution
