// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/may.hpp"

#include <algorithm>

#include "domain/attendance/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::live {

bool may_follow(const Actor& actor, const chain::Record& workshop) {
    return actor.is_member(workshop.network);
}

bool may_lead(const Actor& actor, std::string_view network) { return actor.is_facilitator(network); }

bool may_choose(db::Connection& in, const Actor& actor, std::string_view workshop) {
    if (!actor.is_signed_in()) return false;
    const auto present = attendance::present(in, workshop);
    if (present.empty()) return actor.takes_part_in(workshop);
    return std::any_of(present.begin(), present.end(),
                       [&](const attendance::Present& one) { return one.person == actor.person; });
}

std::int64_t count_present(db::Connection& in, std::string_view workshop) {
    const auto present = static_cast<std::int64_t>(attendance::present(in, workshop).size());
    return present > 0 ? present : workshop::count_participants(in, workshop);
}

}  // namespace kring::live
