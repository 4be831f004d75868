// SPDX-License-Identifier: EUPL-1.2
// Who meets whom, by a rule that anybody can follow by hand: docs/acquaintances.md tells it in words.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/acquaintance/acquaintance.hpp"

namespace kring::acquaintance {

/// Ids of two people who were paired before, the lesser first.
using Met = std::set<std::pair<std::string, std::string>>;

struct Group {
    std::string theme;
    std::vector<std::string> people;  ///< ids, two or three
};

/// Why somebody is in no group.
enum class Left {
    no_mail,    ///< wants no mail of the network; never from match()
    no_common,  ///< there is nobody whom they may meet
    all_met,    ///< they met all of those before
    odd,        ///< those are all in groups that they do not fit in
};
std::string_view word(Left left);

struct Matching {
    std::vector<Group> groups;
    std::vector<std::pair<std::string, Left>> left;
};

/// Nobody is in two groups, and no two people who met before are in one. The same for the same wishers in
/// any order.
Matching match(std::vector<Wisher> wishers, const Met& met, std::string_view seed);

}  // namespace kring::acquaintance
