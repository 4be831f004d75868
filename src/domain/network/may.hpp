// SPDX-License-Identifier: EUPL-1.2
// Who may see and make programmes and networks. What hangs in a network has an audience of its
// own, decided in domain/chain.
#pragma once

#include <string_view>

#include "domain/journal/actor.hpp"
#include "domain/network/network.hpp"

namespace kring::network {

bool may_make_programme(const Actor& actor);
bool may_make_network(const Actor& actor);

/// A facilitator of the network, or an administrator.
bool may_edit_network(const Actor& actor, std::string_view network);

/// Its own page: the readers it is open to, and those who may edit it.
bool may_see(const Actor& actor, const Network& network);

/// The members by name: members on the purchasers' side and advisers, never suppliers.
bool may_see_members(const Actor& actor, std::string_view network);

}  // namespace kring::network
