// SPDX-License-Identifier: EUPL-1.2
#include "domain/letters/acts.hpp"
#include "domain/letters/store.hpp"
#include "domain/people/people.hpp"

namespace kring::letters {

namespace {

constexpr int people_at_once = 50;

bool post_digest(const Act& act, const DueDigest& due, std::int64_t until) {
    const auto person = people::find_person(act.in, due.person).value();
    const auto actor = people::actor_of(act.in, due.person);
    if (!actor || news(act.in, *actor, due.after, until, act.when).empty()) return false;
    const std::string id =
        journal::post(act, {person.id, person.name, person.email, person.language, "", ""});
    insert(act.in, LetterRow{id, Kind::digest, "", due.after, until});
    return true;
}

}  // namespace

bool has_due_digests(db::Connection& in, Time when) {
    if (amsterdam_clock(when) < digest_clock) return false;
    return !due_digests(in, amsterdam_day(when), 1, when).empty();
}

Result<int> make_digests(const Act& act) {
    if (amsterdam_clock(act.when) < digest_clock) return 0;
    const std::string day = amsterdam_day(act.when);
    const auto all_due = due_digests(act.in, day, people_at_once, act.when);
    if (all_due.empty()) return 0;
    make_key(act.in, act.when);
    const std::int64_t until = journal::last_sequence(act.in);
    int posted = 0;
    for (const DueDigest& due : all_due) {
        make_stop(act.in, due.person, "", act.when);
        posted += post_digest(act, due, until) ? 1 : 0;
        set_digested(act.in, due.person, day, until);
    }
    if (posted > 0) journal::record(act, "letters.digested", "", std::to_string(posted));
    return posted;
}

}  // namespace kring::letters
