// SPDX-License-Identifier: EUPL-1.2
// Requests to try the planner on.
#pragma once

#include "engine/seating/random.hpp"
#include "engine/seating/seating.hpp"

namespace kring::seating {

/// Everybody alone, no rules: only new meetings count.
Request plain_request(int people, int tables, int rounds, std::uint64_t seed);

/// A workshop: half purchasers, a third suppliers, the others advisers; organisations of one to three people;
/// a host at each table; suppliers that compete, and people who are to be kept apart, but only such as a
/// seating drawn by lot keeps apart in every round. So the rules can be kept.
Request workshop_request(int people, int tables, int rounds, std::uint64_t seed);

/// A few people with all kinds of rules, which cannot always be kept.
Request tiny_request(std::uint64_t seed);

Plan planned(const Request& request);

}  // namespace kring::seating
