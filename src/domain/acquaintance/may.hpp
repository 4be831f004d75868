// SPDX-License-Identifier: EUPL-1.2
// Who asks to meet somebody, and who has people paired. For everybody else neither is there.
#pragma once

#include <string_view>

#include "domain/journal/actor.hpp"
#include "domain/network/network.hpp"
#include "platform/db/db.hpp"

namespace kring::acquaintance {

/// The network, for its members; `not_found` for everybody else.
Result<network::Network> find_own(db::Connection& in, const Actor& actor, std::string_view network);

/// The network, for its facilitators; `not_found` for everybody else.
Result<network::Network> find_run(db::Connection& in, const Actor& actor, std::string_view network);

}  // namespace kring::acquaintance
