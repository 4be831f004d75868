// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/acts.hpp"
#include "domain/calendar/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::calendar {

Result<std::string> make_link(const Act& act) {
    if (!act.who.is_signed_in()) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    const bool is_renewed = link_made_at(act.in, act.who.person).has_value();
    std::string token = new_token();
    put_link(act.in, act.who.person, sha256_hex(token), act.when);
    journal::record(act, is_renewed ? "calendar_link.renewed" : "calendar_link.made", act.who.person);
    return token;
}

Result<Done> revoke_link(const Act& act) {
    if (!drop_link(act.in, act.who.person)) {
        return Problem{Trouble::conflict, "calendar.problem.no_link", "", {}};
    }
    journal::record(act, "calendar_link.revoked", act.who.person);
    return Done{};
}

}  // namespace kring::calendar
