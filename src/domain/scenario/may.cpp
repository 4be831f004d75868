// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/may.hpp"

namespace kring::scenario {

bool may_make(const Actor& actor, std::string_view network) {
    return actor.is_signed_in() && actor.is_member(network);
}

bool may_change(const Actor& actor, const chain::Record& record) {
    return actor.is_signed_in() && record.owner == actor.person && !record.is_withdrawn;
}

bool may_choose(const Actor& actor, const Scenario& scenario) {
    return may_change(actor, scenario.record) && !scenario.is_shared();
}

bool may_copy(const Actor& actor, const Scenario& scenario) {
    return may_make(actor, scenario.record.network) && !scenario.record.is_withdrawn;
}

}  // namespace kring::scenario
