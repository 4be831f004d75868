// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/store.hpp"

#include "domain/registration/store_rows.hpp"

namespace kring::registration {

namespace {

std::optional<Registration> first(db::Connection& in, std::string_view condition,
                                  const std::vector<db::Param>& params) {
    std::optional<Registration> found;
    in.query(
        "select " + std::string(registration_columns) + " from registrations g " + std::string(condition),
        params, [&](const db::Row& row) { found = read_registration(row); });
    return found;
}

}  // namespace

std::optional<Terms> find_terms(db::Connection& in, std::string_view workshop) {
    std::optional<Terms> found;
    in.query(
        "select workshop_id, is_open, room_places, online_places, organisation_most, last_number "
        "from registration_terms where workshop_id = $1",
        {workshop}, [&](const db::Row& row) {
            Terms terms{row.text(0), row.truth(1), row.integer(2), row.integer(3), {}, row.integer(5)};
            if (!row.is_null(4)) terms.organisation_most = row.integer(4);
            found = terms;
        });
    return found;
}

void put_terms(db::Connection& in, const Terms& terms) {
    const db::Param most = terms.organisation_most ? db::Param(*terms.organisation_most) : db::Param(nullptr);
    in.execute(
        "insert into registration_terms (workshop_id, is_open, room_places, online_places, "
        "organisation_most) values ($1, $2, $3, $4, $5) on conflict (workshop_id) do update set "
        "is_open = excluded.is_open, room_places = excluded.room_places, "
        "online_places = excluded.online_places, organisation_most = excluded.organisation_most",
        {terms.workshop, terms.is_open, terms.room_places, terms.online_places, most});
}

std::int64_t take_number(db::Connection& in, std::string_view workshop) {
    in.execute("update registration_terms set last_number = last_number + 1 where workshop_id = $1",
               {workshop});
    return in.count("select last_number from registration_terms where workshop_id = $1", {workshop});
}

std::optional<Registration> find(db::Connection& in, std::string_view workshop, std::string_view person) {
    return first(in, "where g.workshop_id = $1 and g.person_id = $2", {workshop, person});
}

std::optional<Registration> find_numbered(db::Connection& in, std::string_view workshop,
                                          std::int64_t number) {
    return first(in, "where g.workshop_id = $1 and g.number = $2", {workshop, number});
}

void put(db::Connection& in, const Registration& one) {
    const db::Param until = one.offered_until ? db::Param(*one.offered_until) : db::Param(nullptr);
    in.execute(
        "insert into registrations (id, workshop_id, person_id, organisation_id, pool, state, number, "
        "is_passed_over, reason, offered_until, changed_at, reminded, is_told_cancelled) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) "
        "on conflict (workshop_id, person_id) do update set organisation_id = excluded.organisation_id, "
        "pool = excluded.pool, state = excluded.state, number = excluded.number, "
        "is_passed_over = excluded.is_passed_over, reason = excluded.reason, "
        "offered_until = excluded.offered_until, changed_at = excluded.changed_at, "
        "reminded = excluded.reminded, is_told_cancelled = excluded.is_told_cancelled",
        {one.id, one.workshop, one.person, db::text_or_null(one.organisation), word(one.pool),
         word(one.state), one.number, one.is_passed_over, one.reason, until, one.changed_at, one.reminded,
         one.is_told_cancelled});
}

std::int64_t places_held(db::Connection& in, std::string_view workshop, Pool pool,
                         std::string_view organisation) {
    return in.count(
        "select count(*) from registrations where workshop_id = $1 and pool = $2 and "
        "state in ('confirmed', 'offered') and ($3 = '' or organisation_id = $3)",
        {workshop, word(pool), organisation});
}

std::int64_t most_held_by_one(db::Connection& in, std::string_view workshop, Pool pool) {
    return in.count(
        "select count(*) from registrations where workshop_id = $1 and pool = $2 and "
        "state in ('confirmed', 'offered') and organisation_id is not null "
        "group by organisation_id order by count(*) desc limit 1",
        {workshop, word(pool)});
}

std::optional<Registration> first_waiting(db::Connection& in, const Terms& terms, Pool pool) {
    const std::int64_t most = terms.organisation_most.value_or(places_max);
    return first(in,
                 "where g.workshop_id = $1 and g.pool = $2 and g.state = 'waiting' and "
                 "(g.organisation_id is null or (select count(*) from registrations o "
                 "where o.workshop_id = g.workshop_id and o.pool = g.pool and "
                 "o.organisation_id = g.organisation_id and o.state in ('confirmed', 'offered')) < $3) "
                 "order by g.is_passed_over, g.number limit 1",
                 {terms.workshop, word(pool), most});
}

std::int64_t position_of(db::Connection& in, const Registration& waiting) {
    return in.count(
        "select count(*) + 1 from registrations where workshop_id = $1 and pool = $2 and state = 'waiting' "
        "and (is_passed_over < $3 or (is_passed_over = $3 and number < $4))",
        {waiting.workshop, word(waiting.pool), waiting.is_passed_over, waiting.number});
}

std::vector<Registration> overdue_offers(db::Connection& in, std::string_view workshop, Time when) {
    return all_registrations(
        in, "where g.workshop_id = $1 and g.state = 'offered' and g.offered_until <= $2 order by g.number",
        {workshop, when});
}

std::vector<Registration> offers_of(db::Connection& in, std::string_view workshop) {
    return all_registrations(in, "where g.workshop_id = $1 and g.state = 'offered' order by g.number",
                             {workshop});
}

std::vector<std::string> workshops_overdue(db::Connection& in, Time when) {
    return all_ids(in,
                   "select distinct g.workshop_id from registrations g join records r on r.id = "
                   "g.workshop_id join workshops w on w.id = g.workshop_id where g.state = 'offered' "
                   "and g.offered_until <= $1 and r.state = 'open' and w.cancelled_at is null "
                   "order by g.workshop_id",
                   {when});
}

std::vector<std::string> workshops_with_room(db::Connection& in, std::string_view today) {
    return all_ids(
        in,
        "select distinct g.workshop_id from registrations g join records r on r.id = g.workshop_id "
        "join workshops w on w.id = g.workshop_id "
        "join registration_terms t on t.workshop_id = g.workshop_id "
        "where g.state = 'waiting' and r.state = 'open' and w.cancelled_at is null and w.day >= $1 and "
        "(select count(*) from registrations o where o.workshop_id = g.workshop_id "
        "and o.pool = g.pool and o.state in ('confirmed', 'offered')) < "
        "case g.pool when 'room' then t.room_places else t.online_places end order by g.workshop_id",
        {today});
}

std::vector<Registration> lapsed(db::Connection& in, std::string_view today) {
    return all_registrations(
        in,
        "join workshops w on w.id = g.workshop_id join records r on r.id = g.workshop_id "
        "join people p on p.id = g.person_id left join memberships m on m.person_id = g.person_id "
        "and m.network_id = r.network_id where g.state in ('confirmed', 'waiting', 'offered') "
        "and r.state = 'open' and (w.day = '' or w.day >= $1) "
        "and (m.id is null or p.state = 'suspended') order by g.workshop_id, g.number",
        {today});
}

std::vector<Registration> confirmed_between(db::Connection& in, std::string_view first_day,
                                            std::string_view last_day) {
    return all_registrations(
        in,
        "join workshops w on w.id = g.workshop_id join records r on r.id = g.workshop_id "
        "where g.state = 'confirmed' and g.reminded <> 'day' and r.state = 'open' and "
        "w.cancelled_at is null and w.day >= $1 and w.day <= $2 order by g.workshop_id, g.number",
        {first_day, last_day});
}

std::vector<Registration> untold(db::Connection& in, std::string_view today) {
    return all_registrations(
        in,
        "join workshops w on w.id = g.workshop_id join records r on r.id = g.workshop_id "
        "where g.state in ('confirmed', 'waiting', 'offered') and r.state = 'open' and w.day >= $1 and "
        "(g.is_told_cancelled = 1) <> (w.cancelled_at is not null) order by g.workshop_id, g.number",
        {today});
}

void set_told_cancelled(db::Connection& in, std::string_view registration, bool is_told) {
    in.execute("update registrations set is_told_cancelled = $2 where id = $1", {registration, is_told});
}

void set_reminded(db::Connection& in, std::string_view registration, std::string_view reminded) {
    in.execute("update registrations set reminded = $2 where id = $1", {registration, reminded});
}

}  // namespace kring::registration
