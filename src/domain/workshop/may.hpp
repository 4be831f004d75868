// SPDX-License-Identifier: EUPL-1.2
// Who may plan. Reading is decided by each record's audience, in domain/chain.
#pragma once

#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"
#include "domain/journal/actor.hpp"

namespace kring::workshop {

/// Makes and changes series, workshops and sessions: the network's facilitators.
bool may_plan(const Actor& actor, std::string_view network);

/// Audiences a planner may give a workshop: those they belong to among everyone, network, purchasers.
std::vector<chain::Audience> audiences_for(const Actor& actor, std::string_view network);

/// How many take part: the network's members. Who they are: its facilitators.
bool may_count_participants(const Actor& actor, std::string_view network);
bool may_choose_participants(const Actor& actor, std::string_view network);

}  // namespace kring::workshop
