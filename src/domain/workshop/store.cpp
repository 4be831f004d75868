// SPDX-License-Identifier: EUPL-1.2
#include "domain/workshop/store.hpp"

#include <algorithm>

#include "domain/chain/audience.hpp"
#include "platform/base/secret.hpp"

namespace kring::workshop {

namespace {

constexpr std::string_view series_columns =
    "select id, network_id, number, name_nl, name_en, starts, ends, about_nl, about_en from series ";

Series read_series(const db::Row& row) {
    return Series{row.text(0),
                  row.text(1),
                  row.integer(2),
                  {row.text(3), row.text(4)},
                  row.text(5),
                  row.text(6),
                  {row.text(7), row.text(8)}};
}

std::optional<Series> first_series(db::Connection& in, std::string_view condition,
                                   const std::vector<db::Param>& params) {
    std::optional<Series> found;
    in.query(std::string(series_columns) + std::string(condition), params,
             [&](const db::Row& row) { found = read_series(row); });
    return found;
}

constexpr std::string_view own_columns =
    ", w.series_id, w.number, w.title_en, w.day, w.starts, w.ends, w.day_note_nl, w.day_note_en, w.place, "
    "w.place_note_nl, w.place_note_en, w.about_nl, w.about_en, w.takes_registrations, w.sequence, "
    "w.cancelled_at, w.cancelled_why_nl, w.cancelled_why_en ";

Workshop read_workshop(const db::Row& row) {
    int at = chain::record_column_count;
    Workshop workshop;
    workshop.record = chain::read_record(row);
    workshop.series = row.text(at++);
    workshop.number = row.integer(at++);
    workshop.title_en = row.text(at++);
    workshop.day = row.text(at++);
    workshop.starts = row.text(at++);
    workshop.ends = row.text(at++);
    workshop.day_note = {row.text(at), row.text(at + 1)};
    workshop.place = row.text(at + 2);
    workshop.place_note = {row.text(at + 3), row.text(at + 4)};
    workshop.about = {row.text(at + 5), row.text(at + 6)};
    workshop.takes_registrations = row.truth(at + 7);
    workshop.sequence = row.integer(at + 8);
    workshop.cancelled_at = row.time_or_none(at + 9);
    workshop.cancelled_why = {row.text(at + 10), row.text(at + 11)};
    return workshop;
}

std::string select_workshops() {
    return "select " + std::string(chain::record_columns) + std::string(own_columns) +
           std::string(chain::record_joins) + "join workshops w on w.id = r.id ";
}

std::vector<Workshop> list(db::Connection& in, const Actor& actor, std::string_view condition,
                           std::string_view value, Time when) {
    std::vector<db::Param> params = {value};
    const std::string readable = chain::readable(actor, when, params);
    const std::string sql = select_workshops() + "join series s on s.id = w.series_id where " +
                            std::string(condition) + " and r.state = 'open' and " + readable +
                            " order by s.number, w.number, r.id";
    std::vector<Workshop> found;
    in.query(sql, params, [&](const db::Row& row) { found.push_back(read_workshop(row)); });
    return found;
}

}  // namespace

std::optional<Series> find_series(db::Connection& in, std::string_view id) {
    return first_series(in, "where id = $1", {id});
}

std::optional<Series> find_series(db::Connection& in, std::string_view network, std::int64_t number) {
    return first_series(in, "where network_id = $1 and number = $2", {network, number});
}

std::vector<Series> series_of(db::Connection& in, std::string_view network) {
    std::vector<Series> found;
    in.query(std::string(series_columns) + "where network_id = $1 order by number", {network},
             [&](const db::Row& row) { found.push_back(read_series(row)); });
    return found;
}

void insert_series(db::Connection& in, const Series& series) {
    in.execute(
        "insert into series (id, network_id, number, name_nl, name_en, starts, ends, about_nl, about_en) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {series.id, series.network, series.number, series.name.nl, series.name.en, series.starts, series.ends,
         series.about.nl, series.about.en});
}

void update_series(db::Connection& in, const Series& series) {
    in.execute(
        "update series set number = $2, name_nl = $3, name_en = $4, starts = $5, ends = $6, about_nl = $7, "
        "about_en = $8 where id = $1",
        {series.id, series.number, series.name.nl, series.name.en, series.starts, series.ends,
         series.about.nl, series.about.en});
}

std::vector<std::pair<std::string, std::int64_t>> series_counts(db::Connection& in) {
    std::vector<std::pair<std::string, std::int64_t>> counts;
    in.query("select network_id, count(*) from series group by network_id", {},
             [&](const db::Row& row) { counts.emplace_back(row.text(0), row.integer(1)); });
    return counts;
}

std::int64_t next_series_number(db::Connection& in, std::string_view network) {
    return in.count("select coalesce(max(number), 0) + 1 from series where network_id = $1", {network});
}

std::int64_t next_workshop_number(db::Connection& in, std::string_view series) {
    return in.count("select coalesce(max(number), 0) + 1 from workshops where series_id = $1", {series});
}

bool has_series_number(db::Connection& in, const Series& series) {
    return in.exists("select 1 from series where network_id = $1 and number = $2 and id <> $3",
                     {series.network, series.number, series.id});
}

bool has_workshop_number(db::Connection& in, const Workshop& workshop) {
    return in.exists("select 1 from workshops where series_id = $1 and number = $2 and id <> $3",
                     {workshop.series, workshop.number, workshop.record.id});
}

std::optional<Workshop> find(db::Connection& in, std::string_view id) {
    std::optional<Workshop> found;
    in.query(select_workshops() + "where r.id = $1", {id},
             [&](const db::Row& row) { found = read_workshop(row); });
    return found;
}

std::vector<Workshop> of_series(db::Connection& in, const Actor& actor, std::string_view series, Time when) {
    return list(in, actor, "w.series_id = $1", series, when);
}

std::vector<Workshop> workshops_of_network(db::Connection& in, const Actor& actor, std::string_view network,
                                           Time when) {
    return list(in, actor, "r.kind = 'workshop' and r.network_id = $1", network, when);
}

std::vector<Workshop> dated(db::Connection& in, const Actor& actor, const Dated& wanted, Time when) {
    std::vector<db::Param> params = {wanted.since, wanted.most};
    const auto given = [&](std::string_view value) {
        params.emplace_back(value);
        return "$" + std::to_string(params.size());
    };
    std::string condition = "r.kind = 'workshop' and w.day >= $1";
    if (!wanted.network.empty()) condition += " and r.network_id = " + given(wanted.network);
    if (wanted.of_own) {
        const std::string person = given(actor.person);
        condition +=
            " and (exists (select 1 from memberships m where m.network_id = r.network_id and "
            "m.person_id = " +
            person +
            ") or exists (select 1 from participants p where p.workshop_id = r.id and p.person_id = " +
            person + "))";
    }
    if (!wanted.with_withdrawn) condition += " and r.state = 'open'";
    const std::string readable = chain::readable(actor, when, params);
    std::vector<Workshop> found;
    in.query(select_workshops() + "where " + condition + " and " + readable +
                 " order by w.day, w.starts, r.id limit $2",
             params, [&](const db::Row& row) { found.push_back(read_workshop(row)); });
    return found;
}

void insert(db::Connection& in, const Workshop& workshop) {
    chain::insert(in, workshop.record);
    in.execute(
        "insert into workshops (id, series_id, number, title_en, day, starts, ends, day_note_nl, "
        "day_note_en, place, "
        "place_note_nl, place_note_en, about_nl, about_en) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        {workshop.record.id, workshop.series, workshop.number, workshop.title_en, workshop.day,
         workshop.starts, workshop.ends, workshop.day_note.nl, workshop.day_note.en, workshop.place,
         workshop.place_note.nl, workshop.place_note.en, workshop.about.nl, workshop.about.en});
}

void update(db::Connection& in, const Workshop& workshop) {
    chain::update(in, workshop.record);
    in.execute(
        "update workshops set number = $2, title_en = $3, day = $4, starts = $5, ends = $6, day_note_nl = "
        "$7, "
        "day_note_en = $8, place = $9, place_note_nl = $10, place_note_en = $11, about_nl = $12, about_en = "
        "$13, sequence = $14 "
        "where id = $1",
        {workshop.record.id, workshop.number, workshop.title_en, workshop.day, workshop.starts, workshop.ends,
         workshop.day_note.nl, workshop.day_note.en, workshop.place, workshop.place_note.nl,
         workshop.place_note.en, workshop.about.nl, workshop.about.en, workshop.sequence});
}

void set_cancelled(db::Connection& in, const Workshop& workshop) {
    in.execute(
        "update workshops set cancelled_at = $2, cancelled_why_nl = $3, cancelled_why_en = $4, "
        "sequence = $5 where id = $1",
        {workshop.record.id, workshop.cancelled_at ? db::Param(*workshop.cancelled_at) : db::Param(nullptr),
         workshop.cancelled_why.nl, workshop.cancelled_why.en, workshop.sequence});
    in.execute("update records set updated_at = $2 where id = $1",
               {workshop.record.id, workshop.record.updated_at});
}

void raise_sequence(db::Connection& in, std::string_view id) {
    in.execute("update workshops set sequence = sequence + 1 where id = $1", {id});
}

std::vector<std::string> participants_of(db::Connection& in, std::string_view workshop) {
    std::vector<std::string> found;
    in.query("select person_id from participants where workshop_id = $1 order by person_id", {workshop},
             [&](const db::Row& row) { found.push_back(row.text(0)); });
    return found;
}

std::int64_t count_participants(db::Connection& in, std::string_view workshop) {
    return in.count("select count(*) from participants where workshop_id = $1", {workshop});
}

void set_participants(db::Connection& in, std::string_view workshop, const std::vector<std::string>& people,
                      Time when) {
    const std::vector<std::string> before = participants_of(in, workshop);
    const auto is_in = [](const std::vector<std::string>& all, const std::string& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    for (const std::string& person : before) {
        if (is_in(people, person)) continue;
        in.execute("delete from participants where workshop_id = $1 and person_id = $2", {workshop, person});
    }
    for (const std::string& person : people) {
        if (is_in(before, person)) continue;
        in.execute("insert into participants (id, workshop_id, person_id) values ($1, $2, $3)",
                   {new_id(when), workshop, person});
    }
}

void add_participant(db::Connection& in, std::string_view workshop, std::string_view person, Time when) {
    in.execute(
        "insert into participants (id, workshop_id, person_id) values ($1, $2, $3) on conflict do nothing",
        {new_id(when), workshop, person});
}

void drop_participant(db::Connection& in, std::string_view workshop, std::string_view person) {
    in.execute("delete from participants where workshop_id = $1 and person_id = $2", {workshop, person});
}

void let_register(db::Connection& in, std::string_view workshop) {
    in.execute("update workshops set takes_registrations = 1 where id = $1", {workshop});
}

}  // namespace kring::workshop
