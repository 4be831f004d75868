// SPDX-License-Identifier: EUPL-1.2
// The pages of real bids and of signed sheets.
#pragma once

#include <vector>

#include "domain/bid/bid.hpp"
#include "domain/desk/visit.hpp"
#include "platform/press/paper.hpp"

namespace kring::bid {

std::vector<desk::Route> routes();

/// For the job that prints: a signed sheet on paper.
press::Paper printed(const desk::Site& site, const Sheet& sheet);

}  // namespace kring::bid
