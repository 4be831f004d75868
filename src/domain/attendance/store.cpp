// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/store.hpp"

#include <algorithm>

#include "domain/people/people.hpp"

namespace kring::attendance {

namespace {

constexpr std::string_view columns =
    "a.id, a.workshop_id, a.person_id, a.organisation_id, a.guest_name, a.guest_organisation, a.pool, a.how, "
    "a.is_walk_in, a.came_at, a.left_at";
constexpr int column_count = 11;

Attendance read_attendance(const db::Row& row) {
    Attendance one;
    one.id = row.text(0);
    one.workshop = row.text(1);
    one.person = row.text(2);
    one.organisation = row.text(3);
    one.guest_name = row.text(4);
    one.guest_organisation = row.text(5);
    one.pool = registration::pool_of(row.view(6)).value();
    one.how = how_of(row.view(7)).value();
    one.is_walk_in = row.truth(8);
    one.came_at = row.time(9);
    one.left_at = row.text(10);
    return one;
}

std::optional<Attendance> first(db::Connection& in, std::string_view condition,
                                std::initializer_list<db::Param> params) {
    std::optional<Attendance> found;
    in.query("select " + std::string(columns) + " from attendances a where " + std::string(condition), params,
             [&](const db::Row& row) { found = read_attendance(row); });
    return found;
}

void sort_by_name(std::vector<Listed>& all) {
    std::vector<std::pair<std::string, std::size_t>> keys;
    for (std::size_t at = 0; at < all.size(); ++at) keys.emplace_back(sort_key(all[at].name), at);
    std::sort(keys.begin(), keys.end());
    std::vector<Listed> sorted;
    for (const auto& [key, at] : keys) sorted.push_back(std::move(all[at]));
    all = std::move(sorted);
}

std::optional<Side> side_in(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return people::side_of(row.view(column));
}

// People with an account who came or are expected; the organisation is that of the day, of the
// registration, or of today, whichever is known first.
std::vector<Listed> listed_people(db::Connection& in, std::string_view workshop) {
    std::vector<Listed> all;
    in.query("select " + std::string(columns) +
                 ", p.id, p.name, coalesce(o.name, ''), coalesce(o.id, ''), m.side, "
                 "coalesce(a.pool, g.pool, 'room'), coalesce(g.id, ''), t.id is not null "
                 "from people p join records r on r.id = $1 "
                 "left join attendances a on a.workshop_id = $1 and a.person_id = p.id "
                 "left join participants t on t.workshop_id = $1 and t.person_id = p.id "
                 "left join registrations g on g.workshop_id = $1 and g.person_id = p.id "
                 "and g.state = 'confirmed' "
                 "left join organisations o on o.id = case when a.id is not null then a.organisation_id "
                 "when g.id is not null then g.organisation_id else p.organisation_id end "
                 "left join memberships m on m.person_id = p.id and m.network_id = r.network_id "
                 "where a.id is not null or t.id is not null",
             {workshop}, [&](const db::Row& row) {
                 Listed one;
                 const int at = column_count;
                 if (!row.is_null(0)) one.attendance = read_attendance(row);
                 one.person = row.text(at);
                 one.name = row.text(at + 1);
                 one.organisation = row.text(at + 2);
                 one.organisation_id = row.text(at + 3);
                 one.side = side_in(row, at + 4);
                 one.pool = registration::pool_of(row.view(at + 5)).value();
                 one.registration = row.text(at + 6);
                 one.is_expected = row.truth(at + 7) && !(one.attendance && one.attendance->is_walk_in);
                 all.push_back(std::move(one));
             });
    return all;
}

}  // namespace

std::vector<Present> present(db::Connection& in, std::string_view workshop) {
    std::vector<Present> all;
    in.query(
        "select a.person_id, p.name, a.organisation_id, m.side, a.pool from attendances a "
        "join people p on p.id = a.person_id join records r on r.id = a.workshop_id "
        "left join memberships m on m.person_id = a.person_id and m.network_id = r.network_id "
        "where a.workshop_id = $1 and a.left_at = '' order by a.person_id",
        {workshop}, [&](const db::Row& row) {
            all.push_back({row.text(0), row.text(1), row.text(2), side_in(row, 3).value_or(Side::adviser),
                           registration::pool_of(row.view(4)).value()});
        });
    return all;
}

std::optional<Attendance> find(db::Connection& in, std::string_view workshop, std::string_view person) {
    return first(in, "a.workshop_id = $1 and a.person_id = $2", {workshop, person});
}

std::optional<Attendance> find_by_id(db::Connection& in, std::string_view id) {
    return first(in, "a.id = $1", {id});
}

void put(db::Connection& in, const Attendance& one) {
    in.execute(
        "insert into attendances (id, workshop_id, person_id, organisation_id, guest_name, "
        "guest_organisation, pool, how, is_walk_in, came_at, left_at) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do update set "
        "pool = excluded.pool, how = excluded.how, came_at = excluded.came_at, left_at = excluded.left_at",
        {one.id, one.workshop, db::text_or_null(one.person), db::text_or_null(one.organisation),
         one.guest_name, one.guest_organisation, registration::word(one.pool), word(one.how), one.is_walk_in,
         one.came_at, one.left_at});
}

void drop(db::Connection& in, std::string_view id) {
    in.execute("delete from attendances where id = $1", {id});
}

std::int64_t count_guests(db::Connection& in, std::string_view workshop) {
    return in.count("select count(*) from attendances where workshop_id = $1 and person_id is null",
                    {workshop});
}

std::vector<Listed> listed(db::Connection& in, std::string_view workshop) {
    std::vector<Listed> all = listed_people(in, workshop);
    in.query("select " + std::string(columns) +
                 " from attendances a where a.workshop_id = $1 and a.person_id is null",
             {workshop}, [&](const db::Row& row) {
                 Listed one;
                 one.attendance = read_attendance(row);
                 one.name = one.attendance->guest_name;
                 one.organisation = one.attendance->guest_organisation;
                 one.pool = one.attendance->pool;
                 all.push_back(std::move(one));
             });
    sort_by_name(all);
    return all;
}

std::vector<Listed> other_members(db::Connection& in, std::string_view workshop, std::string_view network) {
    std::vector<Listed> all;
    in.query(
        "select p.id, p.name, coalesce(o.name, ''), coalesce(o.id, ''), m.side from memberships m "
        "join people p on p.id = m.person_id left join organisations o on o.id = p.organisation_id "
        "where m.network_id = $2 and p.state <> 'suspended' and not exists (select 1 from attendances a "
        "where a.workshop_id = $1 and a.person_id = p.id) and not exists (select 1 from participants t "
        "where t.workshop_id = $1 and t.person_id = p.id)",
        {workshop, network}, [&](const db::Row& row) {
            Listed one;
            one.person = row.text(0);
            one.name = row.text(1);
            one.organisation = row.text(2);
            one.organisation_id = row.text(3);
            one.side = side_in(row, 4);
            all.push_back(std::move(one));
        });
    sort_by_name(all);
    return all;
}

}  // namespace kring::attendance
