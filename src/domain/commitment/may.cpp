// SPDX-License-Identifier: EUPL-1.2
#include "domain/commitment/may.hpp"

namespace kring::commitment {

bool may_commit(const Actor& actor, const chain::Record& workshop) {
    if (workshop.is_withdrawn || !actor.is_member(workshop.network)) return false;
    return actor.takes_part_in(workshop.id) || actor.is_facilitator(workshop.network);
}

bool may_change(const Actor& actor, const chain::Record& commitment) {
    return actor.is_signed_in() && commitment.owner == actor.person && !commitment.is_withdrawn;
}

}  // namespace kring::commitment
