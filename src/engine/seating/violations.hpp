// SPDX-License-Identifier: EUPL-1.2
// Which hard rules seats break, and why no seats could keep them.
#pragma once

#include "engine/seating/setting.hpp"

namespace kring::seating {

/// How often, in rounds to come.
struct Broken {
    int hard = 0;
    int uneven = 0;
};

Broken broken_rules(const Setting& setting, const Seats& seats);

/// By round; in a round the gravest rule first.
std::vector<Violation> violations_in(const Setting& setting, const Seats& seats);

}  // namespace kring::seating
