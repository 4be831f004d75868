// SPDX-License-Identifier: EUPL-1.2
// Which figures a scenario needs, and what is offered for each: from the factor sets, else a stated
// assumption of Kring's own, marked as unverified. Whatever one put in its place goes before.
#pragma once

#include "domain/factor/lookup.hpp"
#include "domain/scenario/figures.hpp"
#include "domain/scenario/inputs.hpp"
#include "platform/db/db.hpp"

namespace kring::scenario {

/// Every figure that these inputs need, one's own in place. Problems, at device_N and area, for a kind of
/// device or an area that no figures are known for.
Result<Figures> resolve(db::Connection& in, const factor::Versions& versions, const Inputs& inputs);

/// The same without one's own: what is offered.
Result<Figures> offered(db::Connection& in, const factor::Versions& versions, const Inputs& inputs);

/// Kinds of device that figures are known for, in the order of kinds.
std::vector<std::string> known_devices(db::Connection& in, const factor::Versions& versions);

/// The kind of device that stands for this one on a route: `instead` in the place of desktops and
/// workstations, itself else.
std::string device_on(const Route& route, const std::string& device);

/// The versions of factor sets these figures came from, for what is kept and told.
std::string versions_of(const Figures& figures);

}  // namespace kring::scenario
