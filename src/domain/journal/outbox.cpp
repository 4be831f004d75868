// SPDX-License-Identifier: EUPL-1.2
#include "domain/journal/outbox.hpp"

namespace kring::journal {

namespace {

constexpr std::string_view is_due =
    "sent_at is null and withheld_at is null and next_at <= $1 and (claimed_until is null or claimed_until "
    "<= $1)";

}  // namespace

bool has_due(db::Connection& in, Time when) {
    return in.exists("select 1 from outbox where " + std::string(is_due), {when});
}

std::vector<Waiting> claim_due(db::Connection& in, std::string_view claim, Time when) {
    std::vector<Waiting> due;
    in.query(
        "select id, person_id, to_name, to_email, language, subject, body, made_at, tries, calendar from "
        "outbox "
        "where " +
            std::string(is_due) + " order by next_at, id limit $2",
        {when, claimed_at_once}, [&](const db::Row& row) {
            due.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                           row.text(6), row.time(7), row.integer(8), row.text(9)});
        });
    // Writers stand in one line on both engines; should one ever slip in between, it keeps what it took.
    std::vector<Waiting> claimed;
    for (Waiting& one : due) {
        const auto changed = in.execute(
            "update outbox set claim = $2, claimed_until = $3 where id = $4 and " + std::string(is_due),
            {when, claim, when + claim_ms, one.id});
        if (changed == 1) claimed.push_back(std::move(one));
    }
    return claimed;
}

void mark_sent(db::Connection& in, std::string_view id, Time when) {
    in.execute(
        "update outbox set sent_at = $2, body = '', calendar = '', tries = tries + 1, last_error = '', claim "
        "= '', "
        "claimed_until = null where id = $1",
        {id, when});
}

void mark_refused(db::Connection& in, std::string_view id, std::string_view claim, std::string_view fault,
                  Time next_at) {
    in.execute(
        "update outbox set tries = tries + 1, next_at = $3, last_error = $4, claim = '', claimed_until = "
        "null "
        "where id = $1 and claim = $2",
        {id, claim, next_at, fault});
}

void withhold(db::Connection& in, std::string_view id, Time when) {
    in.execute(
        "update outbox set withheld_at = $2, body = '', calendar = '', claim = '', claimed_until = null "
        "where id = $1",
        {id, when});
}

}  // namespace kring::journal
