// SPDX-License-Identifier: EUPL-1.2
#include "domain/workshop/may.hpp"

#include "domain/chain/audience.hpp"

namespace kring::workshop {

using chain::Audience;

bool may_plan(const Actor& actor, std::string_view network) {
    return actor.is_facilitator(network) || actor.is_operator;
}

std::vector<Audience> audiences_for(const Actor& actor, std::string_view network) {
    if (actor.is_operator) return {Audience::everyone, Audience::network, Audience::purchasers};
    std::vector<Audience> found;
    for (const Audience audience : chain::audiences_open_to(actor, network)) {
        const bool fits = audience == Audience::everyone || audience == Audience::network ||
                          audience == Audience::purchasers;
        if (fits) found.push_back(audience);
    }
    return found;
}

bool may_count_participants(const Actor& actor, std::string_view network) {
    return actor.is_member(network) || actor.is_operator;
}

bool may_choose_participants(const Actor& actor, std::string_view network) {
    return may_plan(actor, network);
}

}  // namespace kring::workshop
