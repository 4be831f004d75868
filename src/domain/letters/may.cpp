// SPDX-License-Identifier: EUPL-1.2
#include "domain/letters/may.hpp"

#include "domain/chain/audience.hpp"
#include "domain/contribution/may.hpp"
#include "domain/letters/store.hpp"
#include "domain/network/store.hpp"

namespace kring::letters {

namespace {

bool concerns(db::Connection& in, const Actor& actor, const chain::Record& record) {
    if (record.audience == chain::Audience::persons) return true;  // who may read it is named in it
    return record.kind == chain::Kind::answer && takes_part_in(in, actor.person, record.parent);
}

}  // namespace

Wish wish_for(db::Connection& in, const Actor& actor, const chain::Record& record, Time when) {
    const bool is_theirs = record.owner == actor.person;
    if (record.is_withdrawn || !actor.is_member(record.network)) return Wish::forbidden;
    if (!chain::may_read(in, actor, record, when)) return Wish::forbidden;
    const Choice choice = choice_of_person(in, actor.person, record.network);
    const bool is_chosen =
        choice == Choice::everything || (choice == Choice::mine && concerns(in, actor, record));
    return is_chosen && !is_theirs ? Wish::wanted : Wish::unwanted;
}

bool may_reply(db::Connection& in, const Actor& actor, const chain::Record& question, Time when) {
    const auto network = network::find(in, question.network);
    if (question.kind != chain::Kind::question || !network || !may_travel(*network, question)) return false;
    return chain::may_read(in, actor, question, when) && contribution::may_answer(actor, question);
}

}  // namespace kring::letters
