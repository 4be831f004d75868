// SPDX-License-Identifier: EUPL-1.2
#include "domain/speaker/may.hpp"

#include "domain/chain/audience.hpp"

namespace kring::speaker {

bool may_invite(const Actor& actor, std::string_view network) {
    return actor.is_facilitator(network) || actor.is_operator;
}

bool may_have(db::Connection& in, const Actor& actor, const Guest& guest, Purpose purpose, Time when) {
    const auto session = chain::find_readable(in, actor, guest.session, when);
    if (!session) return false;
    if (may_invite(actor, guest.network)) return true;
    if (session->is_withdrawn) return false;
    return purpose == Purpose::photo ? guest.shows_person() : guest.consent.may_publish;
}

}  // namespace kring::speaker
