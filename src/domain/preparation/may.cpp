// SPDX-License-Identifier: EUPL-1.2
#include "domain/preparation/may.hpp"

#include "domain/chain/audience.hpp"
#include "domain/letters/store.hpp"
#include "domain/people/people.hpp"
#include "domain/preparation/store.hpp"

namespace kring::preparation {

bool may_prepare(const Actor& actor, std::string_view network) { return actor.is_facilitator(network); }

LeftOut judge(db::Connection& in, std::string_view person, std::string_view state, const Subject& subject,
              Time when) {
    if (state == "invited") return LeftOut::invited;
    const auto actor = people::actor_of(in, person);
    if (!actor) return LeftOut::suspended;
    const chain::Record header = header_of(subject);
    if (!actor->is_member(subject.network.id) || !chain::may_read(in, *actor, header, when))
        return LeftOut::rights;
    const bool wants_none =
        letters::choice_of_person(in, person, subject.network.id) == letters::Choice::nothing;
    return wants_none ? LeftOut::choice : LeftOut::none;
}

bool may_open(db::Connection& in, const Actor& actor, const Message& message, const Subject& subject,
              Time when) {
    if (!actor.is_member(subject.network.id)) return false;
    if (!chain::may_read(in, actor, header_of(subject), when)) return false;
    return may_prepare(actor, subject.network.id) || went_to(in, message.id, actor.person);
}

}  // namespace kring::preparation
