// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/may.hpp"

#include "domain/chain/audience.hpp"
#include "domain/people/store.hpp"

namespace kring::registration {

bool may_register(const Actor& actor, std::string_view network) { return actor.is_member(network); }

bool may_run(const Actor& actor, std::string_view network) {
    return actor.is_facilitator(network) || actor.is_operator;
}

bool may_come(db::Connection& in, std::string_view id, const chain::Record& workshop, Time when) {
    const auto person = people::find_person(in, id);
    if (!person || person->state == "suspended") return false;
    Actor actor;
    actor.person = person->id;
    actor.organisation = person->organisation_id;
    people::fill_rights(in, actor);
    return may_register(actor, workshop.network) && chain::may_read(in, actor, workshop, when);
}

}  // namespace kring::registration
