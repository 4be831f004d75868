// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/may.hpp"

#include "domain/chain/audience.hpp"

namespace kring::network {

bool may_make_programme(const Actor& actor) { return actor.is_administrator || actor.is_operator; }

bool may_make_network(const Actor& actor) { return actor.is_administrator || actor.is_operator; }

bool may_edit_network(const Actor& actor, std::string_view network) {
    return actor.is_facilitator(network) || actor.is_administrator || actor.is_operator;
}

bool may_see(const Actor& actor, const Network& network) {
    return chain::may_read_network(actor, network.id, network.is_open) || may_edit_network(actor, network.id);
}

bool may_see_members(const Actor& actor, std::string_view network) {
    const Membership* membership = actor.in(network);
    return actor.is_operator || (membership && membership->side != Side::supplier);
}

}  // namespace kring::network
