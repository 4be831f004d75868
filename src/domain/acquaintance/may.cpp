// SPDX-License-Identifier: EUPL-1.2
#include "domain/acquaintance/may.hpp"

#include "domain/network/store.hpp"

namespace kring::acquaintance {

Result<network::Network> find_own(db::Connection& in, const Actor& actor, std::string_view network) {
    if (!actor.is_member(network)) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return network::find_visible(in, actor, network);
}

Result<network::Network> find_run(db::Connection& in, const Actor& actor, std::string_view network) {
    if (!actor.is_facilitator(network)) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return network::find_visible(in, actor, network);
}

}  // namespace kring::acquaintance
