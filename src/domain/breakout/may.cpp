// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/may.hpp"

#include <algorithm>

namespace kring::breakout {

bool may_run(const Actor& actor, std::string_view network) {
    return actor.is_facilitator(network) || actor.is_operator;
}

bool may_see(const Actor& actor, std::string_view network, std::string_view workshop) {
    return may_run(actor, network) || (actor.is_member(network) && actor.takes_part_in(workshop));
}

bool is_of_table(const Actor& actor, std::string_view network, const Table& table, std::int64_t round,
                 const std::vector<Seat>& seats) {
    if (may_run(actor, network)) return true;
    if (!actor.is_signed_in() || !actor.is_member(network)) return false;
    if (table.host == actor.person) return true;
    return std::any_of(seats.begin(), seats.end(), [&](const Seat& seat) {
        return seat.round == round && seat.table == table.id && seat.person == actor.person;
    });
}

}  // namespace kring::breakout
