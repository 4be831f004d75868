// SPDX-License-Identifier: EUPL-1.2
// Who follows a workshop as it happens, who chooses about statements, who leads. Reading the workshop
// and each question comes first and is decided by their audience, in domain/chain.
#pragma once

#include <cstdint>
#include <string_view>

#include "domain/chain/record.hpp"
#include "domain/journal/actor.hpp"
#include "platform/db/db.hpp"

namespace kring::live {

/// Sees the live page, asks and votes for questions: members of the network.
bool may_follow(const Actor& actor, const chain::Record& workshop);

/// Leads: the network's facilitators.
bool may_lead(const Actor& actor, std::string_view network);

/// Agrees or disagrees with a statement: whoever is present. Where nobody's attendance was noted, whoever
/// takes part.
bool may_choose(db::Connection& in, const Actor& actor, std::string_view workshop);

/// How many that are: the people present with an account, as far as is known.
std::int64_t count_present(db::Connection& in, std::string_view workshop);

}  // namespace kring::live
