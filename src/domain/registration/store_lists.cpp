// SPDX-License-Identifier: EUPL-1.2
// Rows, lists and needs.
#include "domain/registration/store.hpp"
#include "domain/registration/store_rows.hpp"

namespace kring::registration {

namespace {

std::string select_listed() {
    return "select " + std::string(registration_columns) +
           ", p.name, coalesce(o.name, ''), coalesce(n.diet, ''), coalesce(n.access, '') "
           "from registrations g join people p on p.id = g.person_id "
           "left join organisations o on o.id = g.organisation_id "
           "left join registration_needs n on n.registration_id = g.id ";
}

Listed read_listed(const db::Row& row) {
    const int at = registration_column_count;
    return {read_registration(row), row.text(at), row.text(at + 1), {row.text(at + 2), row.text(at + 3)}};
}

std::vector<Listed> all_listed(db::Connection& in, std::string_view after_joins,
                               const std::vector<db::Param>& params) {
    std::vector<Listed> found;
    in.query(select_listed() + std::string(after_joins), params,
             [&](const db::Row& row) { found.push_back(read_listed(row)); });
    return found;
}

}  // namespace

Registration read_registration(const db::Row& row) {
    Registration one;
    one.id = row.text(0);
    one.workshop = row.text(1);
    one.person = row.text(2);
    one.organisation = row.text(3);
    one.pool = pool_of(row.view(4)).value();
    one.state = state_of(row.view(5)).value();
    one.number = row.integer(6);
    one.is_passed_over = row.truth(7);
    one.reason = row.text(8);
    one.offered_until = row.time_or_none(9);
    one.changed_at = row.time(10);
    one.reminded = row.text(11);
    one.is_told_cancelled = row.truth(12);
    return one;
}

std::vector<Registration> all_registrations(db::Connection& in, std::string_view after_from,
                                            const std::vector<db::Param>& params) {
    std::vector<Registration> found;
    in.query(
        "select " + std::string(registration_columns) + " from registrations g " + std::string(after_from),
        params, [&](const db::Row& row) { found.push_back(read_registration(row)); });
    return found;
}

std::vector<std::string> all_ids(db::Connection& in, std::string_view sql,
                                 const std::vector<db::Param>& params) {
    std::vector<std::string> found;
    in.query(sql, params, [&](const db::Row& row) { found.push_back(row.text(0)); });
    return found;
}

Needs needs_of(db::Connection& in, std::string_view registration) {
    Needs needs;
    in.query("select diet, access from registration_needs where registration_id = $1", {registration},
             [&](const db::Row& row) { needs = {row.text(0), row.text(1)}; });
    return needs;
}

void put_needs(db::Connection& in, std::string_view registration, const Needs& needs) {
    in.execute("delete from registration_needs where registration_id = $1", {registration});
    if (needs.empty()) return;
    in.execute("insert into registration_needs (registration_id, diet, access) values ($1, $2, $3)",
               {registration, needs.diet, needs.access});
}

std::vector<std::string> workshops_with_old_needs(db::Connection& in, std::string_view last_day,
                                                  Time withdrawn_before) {
    return all_ids(in,
                   "select distinct g.workshop_id from registration_needs n join registrations g on "
                   "g.id = n.registration_id join workshops w on w.id = g.workshop_id "
                   "join records r on r.id = g.workshop_id where (w.day <> '' and w.day <= $1) or "
                   "r.withdrawn_at <= $2 order by g.workshop_id",
                   {last_day, withdrawn_before});
}

std::int64_t drop_needs_of_workshop(db::Connection& in, std::string_view workshop) {
    return in.execute(
        "delete from registration_needs where registration_id in "
        "(select id from registrations where workshop_id = $1)",
        {workshop});
}

std::vector<Listed> list(db::Connection& in, std::string_view workshop, const std::vector<State>& among,
                         int page) {
    std::vector<db::Param> params = {workshop, listed_per_page, (page - 1) * listed_per_page};
    std::string states_named;
    for (const State state : among) {
        params.emplace_back(word(state));
        states_named += (states_named.empty() ? "$" : ", $") + std::to_string(params.size());
    }
    return all_listed(in,
                      "where g.workshop_id = $1 and g.state in (" + states_named +
                          ") order by case g.state when 'confirmed' then 0 when 'offered' then 1 "
                          "when 'waiting' then 2 else 3 end, g.is_passed_over, g.number limit $2 offset $3",
                      params);
}

std::optional<Listed> find_listed(db::Connection& in, std::string_view workshop, std::int64_t number) {
    auto found = all_listed(in, "where g.workshop_id = $1 and g.number = $2", {workshop, number});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Listed> with_needs(db::Connection& in, std::string_view workshop) {
    return all_listed(in,
                      "where g.workshop_id = $1 and g.state in ('confirmed', 'offered') and "
                      "n.registration_id is not null order by p.name, g.number",
                      {workshop});
}

Tally tally(db::Connection& in, std::string_view workshop) {
    Tally found;
    in.query("select pool, state, count(*) from registrations where workshop_id = $1 group by pool, state",
             {workshop}, [&](const db::Row& row) {
                 const auto pool = static_cast<std::size_t>(pool_of(row.view(0)).value());
                 const auto state = static_cast<std::size_t>(state_of(row.view(1)).value());
                 found.counts[pool][state] = row.integer(2);
             });
    return found;
}

std::vector<std::string> active_people(db::Connection& in, std::string_view workshop) {
    return all_ids(in,
                   "select person_id from registrations where workshop_id = $1 and "
                   "state in ('confirmed', 'waiting', 'offered') order by person_id",
                   {workshop});
}

std::vector<Registration> active_of(db::Connection& in, std::string_view person) {
    return all_registrations(in,
                             "join workshops w on w.id = g.workshop_id where g.person_id = $1 and "
                             "g.state in ('confirmed', 'waiting', 'offered') order by w.day, g.workshop_id",
                             {person});
}

}  // namespace kring::registration
