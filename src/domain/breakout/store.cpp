// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/store.hpp"

#include <algorithm>
#include <set>

#include "domain/attendance/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::breakout {

namespace {

void read_tables(db::Connection& in, Breakout& breakout) {
    in.query("select id, number, host_id from breakout_tables where workshop_id = $1 order by number",
             {breakout.workshop}, [&](const db::Row& row) {
                 breakout.tables.push_back({row.text(0), row.integer(1), row.text(2), {}});
             });
    in.query(
        "select q.table_id, q.question_id from breakout_questions q join breakout_tables t on "
        "t.id = q.table_id where t.workshop_id = $1 order by q.question_id",
        {breakout.workshop}, [&](const db::Row& row) {
            const auto table = std::find_if(breakout.tables.begin(), breakout.tables.end(),
                                            [&](const Table& one) { return one.id == row.view(0); });
            table->questions.push_back(row.text(1));
        });
}

// Once somebody is noted present, whoever is not noted is not there.
std::set<std::string> in_the_room(db::Connection& in, std::string_view workshop) {
    const std::vector<attendance::Listed> listed = attendance::listed(in, workshop);
    const bool is_noted = std::any_of(listed.begin(), listed.end(), [](const attendance::Listed& one) {
        return one.attendance && !one.person.empty();
    });
    std::set<std::string> here;
    for (const attendance::Listed& one : listed) {
        const bool is_there = is_noted ? one.attendance && one.attendance->left_at.empty() : one.is_expected;
        if (is_there && one.pool == attendance::Pool::room) here.insert(one.person);
    }
    return here;
}

}  // namespace

std::optional<Breakout> find(db::Connection& in, std::string_view workshop) {
    std::optional<Breakout> found;
    in.query(
        "select workshop_id, round_count, minutes, chairs, mix, seed, version, is_published, current_round, "
        "round_began_at, closed_at from breakouts where workshop_id = $1",
        {workshop}, [&](const db::Row& row) {
            Breakout one;
            one.workshop = row.text(0);
            one.rounds = row.integer(1);
            one.minutes = row.integer(2);
            one.chairs = row.integer(3);
            one.mix = mix_of(row.view(4)).value();
            one.seed = row.integer(5);
            one.version = row.integer(6);
            one.is_published = row.truth(7);
            one.round = row.integer(8);
            one.round_began_at = row.time_or_none(9);
            one.closed_at = row.time_or_none(10);
            found = one;
        });
    if (!found) return found;
    read_tables(in, *found);
    in.query("select one_id, other_id from breakout_apart where workshop_id = $1 order by one_id, other_id",
             {workshop}, [&](const db::Row& row) { found->apart.push_back({row.text(0), row.text(1)}); });
    in.query("select person_id from breakout_away where workshop_id = $1 order by person_id", {workshop},
             [&](const db::Row& row) { found->away.push_back(row.text(0)); });
    return found;
}

bool insert(db::Connection& in, const Breakout& one) {
    return in.execute(
               "insert into breakouts (workshop_id, round_count, minutes, chairs, mix) "
               "values ($1, $2, $3, $4, $5) on conflict do nothing",
               {one.workshop, one.rounds, one.minutes, one.chairs, word(one.mix)}) > 0;
}

bool advance(db::Connection& in, const Breakout& one) {
    const db::Param began = one.round_began_at ? db::Param(*one.round_began_at) : db::Param(nullptr);
    const db::Param closed = one.closed_at ? db::Param(*one.closed_at) : db::Param(nullptr);
    return in.execute(
               "update breakouts set version = version + 1, round_count = $3, minutes = $4, chairs = $5, "
               "mix = $6, seed = $7, is_published = $8, current_round = $9, round_began_at = $10, "
               "closed_at = $11 where workshop_id = $1 and version = $2",
               {one.workshop, one.version, one.rounds, one.minutes, one.chairs, word(one.mix), one.seed,
                one.is_published, one.round, began, closed}) > 0;
}

void put_tables(db::Connection& in, const Breakout& breakout, std::int64_t count, Time when) {
    for (std::int64_t number = 1; number <= count; ++number) {
        if (breakout.table_numbered(number)) continue;
        in.execute("insert into breakout_tables (id, workshop_id, number) values ($1, $2, $3)",
                   {new_id(when), breakout.workshop, number});
    }
    in.execute(
        "delete from breakout_questions where table_id in (select id from breakout_tables where "
        "workshop_id = $1 and number > $2)",
        {breakout.workshop, count});
    in.execute("delete from breakout_tables where workshop_id = $1 and number > $2",
               {breakout.workshop, count});
}

void put_table(db::Connection& in, const Table& table) {
    in.execute("update breakout_tables set host_id = $2 where id = $1",
               {table.id, db::text_or_null(table.host)});
    in.execute("delete from breakout_questions where table_id = $1", {table.id});
    for (const std::string& question : table.questions) {
        in.execute("insert into breakout_questions (table_id, question_id) values ($1, $2)",
                   {table.id, question});
    }
}

void put_apart(db::Connection& in, std::string_view workshop, const std::vector<Apart>& apart) {
    in.execute("delete from breakout_apart where workshop_id = $1", {workshop});
    for (const Apart& pair : apart) {
        in.execute(
            "insert into breakout_apart (workshop_id, one_id, other_id) values ($1, $2, $3) "
            "on conflict do nothing",
            {workshop, pair.one, pair.other});
    }
}

void put_away(db::Connection& in, std::string_view workshop, const std::vector<std::string>& away) {
    in.execute("delete from breakout_away where workshop_id = $1", {workshop});
    for (const std::string& person : away) {
        in.execute(
            "insert into breakout_away (workshop_id, person_id) values ($1, $2) on conflict do nothing",
            {workshop, person});
    }
}

std::vector<Seat> seats_of(db::Connection& in, std::string_view workshop) {
    std::vector<Seat> found;
    in.query(
        "select s.round, s.table_id, s.person_id from breakout_seats s join breakout_tables t on "
        "t.id = s.table_id join people p on p.id = s.person_id where s.workshop_id = $1 "
        "order by s.round, t.number, p.name, p.id",
        {workshop}, [&](const db::Row& row) { found.push_back({row.integer(0), row.text(1), row.text(2)}); });
    return found;
}

void put_seats(db::Connection& in, std::string_view workshop, std::int64_t from,
               const std::vector<Seat>& seats) {
    in.execute("delete from breakout_seats where workshop_id = $1 and round >= $2", {workshop, from});
    for (const Seat& seat : seats) {
        if (seat.round < from) continue;
        in.execute(
            "insert into breakout_seats (workshop_id, round, person_id, table_id) values ($1, $2, $3, $4)",
            {workshop, seat.round, seat.person, seat.table});
    }
}

std::vector<seating::Round> earlier_rounds(db::Connection& in, std::string_view workshop) {
    std::vector<seating::Round> rounds;
    std::string of;
    in.query(
        "select s.workshop_id, s.round, s.table_id, s.person_id from breakout_seats s "
        "join breakouts b on b.workshop_id = s.workshop_id and s.round <= b.current_round "
        "join workshops w on w.id = s.workshop_id "
        "join records r on r.id = s.workshop_id and r.state = 'open' join workshops me on me.series_id = "
        "w.series_id "
        "and me.number > w.number where me.id = $1 order by w.number, s.round, s.table_id, s.person_id",
        {workshop}, [&](const db::Row& row) {
            const std::string round = row.text(0) + " " + row.text(1);
            if (round != of) rounds.emplace_back();
            of = round;
            if (rounds.back().empty() || rounds.back().back().table != row.view(2))
                rounds.back().push_back({row.text(2), {}});
            rounds.back().back().people.push_back(row.text(3));
        });
    return rounds;
}

std::vector<Sitter> sitters(db::Connection& in, std::string_view workshop, std::string_view network) {
    const std::set<std::string> here = in_the_room(in, workshop);
    std::vector<Sitter> found;
    in.query(
        "select p.id, p.name, p.organisation_id, o.name, coalesce(m.side, 'adviser'), "
        "case when m.id is not null and p.state <> 'suspended' then 1 else 0 end from people p "
        "left join organisations o on o.id = p.organisation_id "
        "left join memberships m on m.person_id = p.id and m.network_id = $2 "
        "left join participants t on t.person_id = p.id and t.workshop_id = $1 "
        "where (p.state <> 'suspended' and m.id is not null and "
        "(t.person_id is not null or m.is_facilitator = 1)) "
        "or exists (select 1 from breakout_seats s where s.workshop_id = $1 and s.person_id = p.id) "
        "order by p.name, p.id",
        {workshop, network}, [&](const db::Row& row) {
            found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                             row.truth(5) && here.count(row.text(0)) > 0});
        });
    return found;
}

}  // namespace kring::breakout
