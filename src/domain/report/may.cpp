// SPDX-License-Identifier: EUPL-1.2
#include "domain/report/may.hpp"

namespace kring::report {

bool may_see_draft(const Actor& actor, const chain::Record& workshop) {
    if (workshop.is_withdrawn || !actor.is_member(workshop.network)) return false;
    return actor.takes_part_in(workshop.id) || actor.is_facilitator(workshop.network);
}

bool may_edit(const Actor& actor, const chain::Record& workshop) {
    return !workshop.is_withdrawn && actor.is_facilitator(workshop.network);
}

}  // namespace kring::report
