// SPDX-License-Identifier: EUPL-1.2
// Who may choose topics: whoever the round is for, by the one audience rule; and its facilitators.
#pragma once

#include <string_view>

#include "domain/journal/actor.hpp"
#include "domain/topic/topic.hpp"
#include "platform/db/db.hpp"

namespace kring::topic {

/// Opens, closes and changes rounds, and ties topics to workshops: the network's facilitators.
bool may_run(const Actor& actor, std::string_view network);

/// Sees a round and what it came to.
bool may_see(db::Connection& in, const Actor& actor, const Round& round, Time when);

/// Proposes and votes in it: a member it is for.
bool may_vote(db::Connection& in, const Actor& actor, const Round& round, Time when);

/// Takes a topic out of an open round: whoever proposed it, and the network's facilitators.
bool may_take_out(const Actor& actor, const Round& round, const Topic& topic);

}  // namespace kring::topic
