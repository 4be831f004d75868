// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/letters/acts.hpp"
#include "domain/letters/may.hpp"
#include "domain/letters/store.hpp"
#include "domain/people/people.hpp"

namespace kring::letters {

namespace {

constexpr std::int64_t replies_kept_ms = 180 * day_ms;

Result<HeldReply> find_own(const Act& act, std::string_view id) {
    auto reply = held_reply(act.in, id);
    if (!reply || reply->person != act.who.person) {
        return Problem{Trouble::not_found, "problem.not_found", "", {}};
    }
    return std::move(*reply);
}

}  // namespace

Result<std::string> place_held(const Act& act, std::string_view id) {
    TRY(reply, find_own(act, id));
    TRY(question, chain::find_readable(act.in, act.who, reply.question, act.when));
    if (!may_reply(act.in, act.who, question, act.when)) {
        return Problem{Trouble::forbidden, "letters.held.closed", "", {}};
    }
    const auto person = people::find_person(act.in, act.who.person).value();
    TRY(answer, contribution::answer(act, {reply.question, person.language, reply.body}));
    drop_held_reply(act.in, id);
    journal::record(act, "reply.placed", answer);
    return answer;
}

Result<Done> discard_held(const Act& act, std::string_view id) {
    TRY(reply, find_own(act, id));
    drop_held_reply(act.in, id);
    journal::record(act, "reply.discarded", reply.question);
    return Done{};
}

Result<Done> drop_expired(db::Connection& in, Time when) {
    in.execute("delete from held_replies where received_at < $1", {when - held_reply_ms});
    in.execute("delete from replies where received_at < $1", {when - replies_kept_ms});
    // A while longer than they serve, so that who answers late is told so.
    in.execute("delete from reply_addresses where expires_at < $1", {when - reply_address_ms});
    return Done{};
}

}  // namespace kring::letters
