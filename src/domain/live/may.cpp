// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/may.hpp"

#include "domain/workshop/store.hpp"

namespace kring::live {

bool may_follow(const Actor& actor, const chain::Record& workshop) {
    return actor.is_member(workshop.network);
}

bool may_lead(const Actor& actor, std::string_view network) { return actor.is_facilitator(network); }

bool may_choose(const Actor& actor, std::string_view workshop) { return actor.takes_part_in(workshop); }

std::int64_t count_who_may_choose(db::Connection& in, std::string_view workshop) {
    return workshop::count_participants(in, workshop);
}

}  // namespace kring::live
