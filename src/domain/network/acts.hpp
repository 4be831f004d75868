// SPDX-License-Identifier: EUPL-1.2
// Everything one can do with programmes and networks. Each act leaves one line in the journal.
#pragma once

#include <string_view>

#include "domain/journal/journal.hpp"
#include "domain/network/network.hpp"
#include "platform/base/result.hpp"

namespace kring::network {

/// Makes a programme; its id is made here. `forbidden` but for an administrator.
Result<Programme> make_programme(const Act& act, Programme wanted);

/// Changes everything of a programme but its id.
Result<Done> change_programme(const Act& act, const Programme& wanted);

/// Makes a network, with an active person, known by mail address, as its facilitator. That person
/// stands on the side of their organisation: an administrator alone can put a supplier there. Who
/// makes it does not become a member.
Result<Network> make_network(const Act& act, Network wanted, std::string_view facilitator_email);

/// Changes a network; its programme only when an administrator asks.
Result<Done> change_network(const Act& act, Network wanted);

}  // namespace kring::network
