// SPDX-License-Identifier: EUPL-1.2
#include "domain/topic/may.hpp"

#include "domain/chain/audience.hpp"

namespace kring::topic {

bool may_run(const Actor& actor, std::string_view network) { return actor.is_facilitator(network); }

bool may_see(db::Connection& in, const Actor& actor, const Round& round, Time when) {
    return chain::may_read(in, actor, header_of(round), when);
}

bool may_vote(db::Connection& in, const Actor& actor, const Round& round, Time when) {
    return actor.is_member(round.network) && may_see(in, actor, round, when);
}

bool may_take_out(const Actor& actor, const Round& round, const Topic& topic) {
    return topic.person == actor.person || may_run(actor, round.network);
}

}  // namespace kring::topic
