// SPDX-License-Identifier: EUPL-1.2
#include "domain/evaluation/may.hpp"

namespace kring::evaluation {

bool may_answer(const Actor& actor, const chain::Record& workshop) {
    return !workshop.is_withdrawn && actor.is_member(workshop.network) && actor.takes_part_in(workshop.id);
}

bool may_see(const Actor& actor, const chain::Record& workshop) {
    return !workshop.is_withdrawn && actor.is_facilitator(workshop.network);
}

}  // namespace kring::evaluation
