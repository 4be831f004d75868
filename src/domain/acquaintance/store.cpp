// SPDX-License-Identifier: EUPL-1.2
#include "domain/acquaintance/store.hpp"

#include <algorithm>

#include "domain/people/people.hpp"
#include "platform/base/secret.hpp"

namespace kring::acquaintance {

std::optional<Wish> find_wish(db::Connection& in, std::string_view network, std::string_view person) {
    std::optional<Wish> found;
    in.query(
        "select themes, meets_other_side from acquaintance_wishes where network_id = $1 and person_id = $2",
        {network, person},
        [&](const db::Row& row) { found = Wish{themes_of(row.text(0)), row.integer(1) != 0}; });
    return found;
}

void put_wish(db::Connection& in, std::string_view network, std::string_view person, const Wish& wish,
              Time when) {
    in.execute(
        "insert into acquaintance_wishes (id, network_id, person_id, themes, meets_other_side, chosen_at) "
        "values ($1, $2, $3, $4, $5, $6) on conflict (network_id, person_id) do update set "
        "themes = excluded.themes, meets_other_side = excluded.meets_other_side, "
        "chosen_at = excluded.chosen_at",
        {new_id(when), network, person, words(wish), wish.meets_other_side, when});
}

bool drop_wish(db::Connection& in, std::string_view network, std::string_view person) {
    const bool was_there = find_wish(in, network, person).has_value();
    in.execute("delete from acquaintance_wishes where network_id = $1 and person_id = $2", {network, person});
    return was_there;
}

std::vector<Wisher> wishers_of(db::Connection& in, std::string_view network) {
    std::vector<Wisher> found;
    in.query(R"(
        select p.id, p.name, p.organisation_id, o.name, p.email, m.side, w.themes, w.meets_other_side
        from acquaintance_wishes w
          join memberships m on m.network_id = w.network_id and m.person_id = w.person_id
          join people p on p.id = w.person_id and p.state = 'active'
          left join organisations o on o.id = p.organisation_id
        where w.network_id = $1)",
             {network}, [&](const db::Row& row) {
                 found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                                  people::side_of(row.text(5)).value_or(Side::adviser),
                                  Wish{themes_of(row.text(6)), row.integer(7) != 0}});
             });
    std::sort(found.begin(), found.end(), [](const Wisher& left, const Wisher& right) {
        return std::pair(left.name, left.person) < std::pair(right.name, right.person);
    });
    return found;
}

Met met_in(db::Connection& in, std::string_view network) {
    Met met;
    in.query(R"(
        select one.person_id, other.person_id
        from acquaintance_people one
          join acquaintance_rounds r on r.id = one.round_id
          join acquaintance_people other on other.round_id = one.round_id and other.number = one.number
            and other.person_id <> one.person_id
        where r.network_id = $1)",
             {network}, [&](const db::Row& row) {
                 if (row.text(0) < row.text(1)) met.emplace(row.text(0), row.text(1));
             });
    return met;
}

void insert(db::Connection& in, const Round& round) {
    in.execute(
        "insert into acquaintance_rounds (id, network_id, number, seed, paired_by, paired_at) "
        "values ($1, $2, $3, $4, $5, $6)",
        {round.id, round.network, round.number, round.seed, round.paired_by, round.paired_at});
}

std::vector<Round> rounds_of(db::Connection& in, std::string_view network) {
    std::vector<Round> found;
    in.query(R"(
        select r.id, r.network_id, r.number, r.seed, r.paired_by, r.paired_at,
          (select count(distinct p.number) from acquaintance_people p where p.round_id = r.id),
          (select count(*) from acquaintance_people p where p.round_id = r.id)
        from acquaintance_rounds r where r.network_id = $1 order by r.number desc)",
             {network}, [&](const db::Row& row) {
                 found.push_back({row.text(0), row.text(1), row.integer(2), row.text(3), row.text(4),
                                  row.time(5), row.integer(6), row.integer(7)});
             });
    return found;
}

void insert(db::Connection& in, const Place& place) {
    in.execute(
        "insert into acquaintance_people (round_id, person_id, number, theme, outbox_id) "
        "values ($1, $2, $3, $4, $5)",
        {place.round, place.person, place.number, place.theme, db::text_or_null(place.outbox)});
}

std::optional<Place> find_by_outbox(db::Connection& in, std::string_view outbox) {
    std::optional<Place> found;
    in.query(R"(
        select p.round_id, r.network_id, p.number, p.person_id, p.theme, p.outbox_id
        from acquaintance_people p join acquaintance_rounds r on r.id = p.round_id where p.outbox_id = $1)",
             {outbox}, [&](const db::Row& row) {
                 found =
                     Place{row.text(0), row.text(1), row.integer(2), row.text(3), row.text(4), row.text(5)};
             });
    return found;
}

std::vector<std::string> others_of(db::Connection& in, const Place& place) {
    std::vector<std::string> found;
    in.query(
        "select person_id from acquaintance_people where round_id = $1 and number = $2 and person_id <> $3 "
        "order by person_id",
        {place.round, place.number, place.person}, [&](const db::Row& row) { found.push_back(row.text(0)); });
    return found;
}

// A message that was withheld told nothing: both must have gone out. Without an outbox they came with a
// folder.
std::vector<Acquaintance> acquaintances_of(db::Connection& in, std::string_view network,
                                           std::string_view person) {
    std::vector<Acquaintance> found;
    in.query(R"(
        select r.paired_at, p.name, o.name, other.theme
        from acquaintance_people one
          join acquaintance_rounds r on r.id = one.round_id and r.network_id = $1
          join acquaintance_people other on other.round_id = one.round_id and other.number = one.number
            and other.person_id <> one.person_id
          join people p on p.id = other.person_id and p.state = 'active'
          join memberships m on m.network_id = r.network_id and m.person_id = p.id
          left join organisations o on o.id = p.organisation_id
        where one.person_id = $2 and not exists (
          select 1 from outbox b where b.id in (one.outbox_id, other.outbox_id) and b.sent_at is null)
        order by r.number desc, p.name, p.id)",
             {network, person}, [&](const db::Row& row) {
                 found.push_back({row.time(0), row.text(1), row.text(2), row.text(3)});
             });
    return found;
}

}  // namespace kring::acquaintance
