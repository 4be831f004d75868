// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/store.hpp"

#include "platform/base/secret.hpp"

namespace kring::calendar {

std::string owner_of_link(db::Connection& in, std::string_view token) {
    return in.first_text("select person_id from calendar_links where token_hash = $1", {sha256_hex(token)})
        .value_or("");
}

std::optional<Time> link_made_at(db::Connection& in, std::string_view person) {
    std::optional<Time> made_at;
    in.query("select made_at from calendar_links where person_id = $1", {person},
             [&](const db::Row& row) { made_at = row.time(0); });
    return made_at;
}

void put_link(db::Connection& in, std::string_view person, std::string_view token_hash, Time when) {
    in.execute(R"(
        insert into calendar_links (person_id, token_hash, made_at) values ($1, $2, $3)
        on conflict (person_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at)",
               {person, token_hash, when});
}

bool drop_link(db::Connection& in, std::string_view person) {
    return in.execute("delete from calendar_links where person_id = $1", {person}) > 0;
}

}  // namespace kring::calendar
