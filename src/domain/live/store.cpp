// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/store.hpp"

#include <set>

#include "domain/attendance/store.hpp"

namespace kring::live {

Room room_of(db::Connection& in, std::string_view workshop) {
    Room room;
    room.workshop = workshop;
    in.query("select is_open, showing, version from live_rooms where workshop_id = $1", {workshop},
             [&](const db::Row& row) {
                 room.is_open = row.truth(0);
                 room.showing = showing_of(row.view(1)).value();
                 room.version = row.integer(2);
             });
    return room;
}

void put(db::Connection& in, const Room& room) {
    raise_version(in, room.workshop);
    in.execute("update live_rooms set is_open = $2, showing = $3 where workshop_id = $1",
               {room.workshop, room.is_open, word(room.showing)});
}

void raise_version(db::Connection& in, std::string_view workshop) {
    in.execute(
        "insert into live_rooms (workshop_id) values ($1) on conflict (workshop_id) do update set version = "
        "live_rooms.version + 1",
        {workshop});
}

void set_opened_at(db::Connection& in, std::string_view workshop, Time when) {
    in.execute("update live_rooms set opened_at = $2 where workshop_id = $1", {workshop, when});
}

std::vector<std::string> opened_before(db::Connection& in, Time moment) {
    std::vector<std::string> found;
    in.query("select workshop_id from live_rooms where is_open = 1 and opened_at < $1 order by workshop_id",
             {moment}, [&](const db::Row& row) { found.push_back(row.text(0)); });
    return found;
}

namespace {

constexpr std::string_view statement_columns =
    "select id, workshop_id, number, repeats, text_nl, text_en, state, is_shown, could, voted, agreed, "
    "disagreed, no_opinion from live_statements where workshop_id = $1";

Statement read_statement(const db::Row& row) {
    Statement one;
    one.id = row.text(0);
    one.workshop = row.text(1);
    one.number = row.integer(2);
    if (!row.is_null(3)) one.repeats = row.integer(3);
    one.text = {row.text(4), row.text(5)};
    one.state = statement_state_of(row.view(6)).value();
    one.is_shown = row.truth(7);
    one.could = row.integer(8);
    one.voted = row.integer(9);
    if (!row.is_null(10)) one.split = Split{row.integer(10), row.integer(11), row.integer(12)};
    return one;
}

db::Param number_or_null(const std::optional<Split>& split, std::int64_t Split::* part) {
    return split ? db::Param(*split.*part) : db::Param(nullptr);
}

}  // namespace

std::vector<Statement> statements_of(db::Connection& in, std::string_view workshop) {
    std::vector<Statement> found;
    in.query(std::string(statement_columns) + " order by number", {workshop},
             [&](const db::Row& row) { found.push_back(read_statement(row)); });
    return found;
}

std::optional<Statement> find_statement(db::Connection& in, std::string_view workshop, std::int64_t number) {
    std::optional<Statement> found;
    in.query(std::string(statement_columns) + " and number = $2", {workshop, number},
             [&](const db::Row& row) { found = read_statement(row); });
    return found;
}

std::int64_t next_statement_number(db::Connection& in, std::string_view workshop) {
    return in.count("select coalesce(max(number), 0) + 1 from live_statements where workshop_id = $1",
                    {workshop});
}

void insert(db::Connection& in, const Statement& one) {
    in.execute(
        "insert into live_statements (id, workshop_id, number, repeats, text_nl, text_en, state) values ($1, "
        "$2, $3, $4, $5, $6, $7)",
        {one.id, one.workshop, one.number, one.repeats ? db::Param(*one.repeats) : db::Param(nullptr),
         one.text.nl, one.text.en, word(one.state)});
}

void update(db::Connection& in, const Statement& one, Time when) {
    in.execute(
        "update live_statements set state = $2, is_shown = $3, could = $4, voted = $5, agreed = $6, "
        "disagreed = $7, no_opinion = $8 where id = $1",
        {one.id, word(one.state), one.is_shown, one.could, one.voted,
         number_or_null(one.split, &Split::agreed), number_or_null(one.split, &Split::disagreed),
         number_or_null(one.split, &Split::no_opinion)});
    const bool is_open = one.state == StatementState::open;
    in.execute(is_open ? "update live_statements set opened_at = $2 where id = $1 and opened_at is null"
                       : "update live_statements set closed_at = $2 where id = $1 and closed_at is null",
               {one.id, when});
}

void drop_statement(db::Connection& in, std::string_view id) {
    in.execute("delete from live_statements where id = $1", {id});
}

std::optional<Choice> choice_of(db::Connection& in, std::string_view statement, std::string_view person) {
    const auto text = in.first_text(
        "select choice from live_choices where statement_id = $1 and person_id = $2", {statement, person});
    return text ? choice_of(*text) : std::nullopt;
}

bool put_choice(db::Connection& in, std::string_view statement, std::string_view person, Choice choice) {
    return in.execute(
               "insert into live_choices (statement_id, person_id, choice) values ($1, $2, $3) on conflict "
               "(statement_id, person_id) do update set choice = excluded.choice where live_choices.choice "
               "<> excluded.choice",
               {statement, person, word(choice)}) > 0;
}

Split count_choices(db::Connection& in, std::string_view statement) {
    Split split;
    in.query("select choice, count(*) from live_choices where statement_id = $1 group by choice", {statement},
             [&](const db::Row& row) {
                 const Choice choice = choice_of(row.view(0)).value();
                 if (choice == Choice::agree) split.agreed = row.integer(1);
                 if (choice == Choice::disagree) split.disagreed = row.integer(1);
                 if (choice == Choice::no_opinion) split.no_opinion = row.integer(1);
             });
    return split;
}

void forget_choices(db::Connection& in, std::string_view statement) {
    in.execute("delete from live_choices where statement_id = $1", {statement});
}

namespace {

std::vector<Pitch> pitches_of(db::Connection& in, std::string_view round) {
    std::vector<Pitch> found;
    in.query(
        "select position, name, state, used_ms, running_since from live_pitches where round_id = $1 order by "
        "position",
        {round}, [&](const db::Row& row) {
            found.push_back({row.integer(0), row.text(1), pitch_state_of(row.view(2)).value(), row.integer(3),
                             row.time_or_none(4)});
        });
    return found;
}

std::vector<PitchRound> read_rounds(db::Connection& in, std::string_view workshop, std::string_view order) {
    std::vector<PitchRound> found;
    in.query(
        "select id, workshop_id, number, seconds, seed, drawn_at from live_pitch_rounds where workshop_id = "
        "$1 "
        "order by number " +
            std::string(order),
        {workshop}, [&](const db::Row& row) {
            found.push_back(
                {row.text(0), row.text(1), row.integer(2), row.integer(3), row.text(4), row.time(5), {}});
        });
    for (PitchRound& round : found) round.pitches = pitches_of(in, round.id);
    return found;
}

}  // namespace

std::vector<PitchRound> rounds_of(db::Connection& in, std::string_view workshop) {
    return read_rounds(in, workshop, "");
}

std::optional<PitchRound> last_round(db::Connection& in, std::string_view workshop) {
    auto found = read_rounds(in, workshop, "desc limit 1");
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void insert(db::Connection& in, const PitchRound& round) {
    in.execute(
        "insert into live_pitch_rounds (id, workshop_id, number, seconds, seed, drawn_at) values ($1, $2, "
        "$3, $4, $5, $6)",
        {round.id, round.workshop, round.number, round.seconds, round.seed, round.drawn_at});
    for (const Pitch& one : round.pitches) {
        in.execute(
            "insert into live_pitches (round_id, position, name, state) values ($1, $2, $3, 'waiting')",
            {round.id, one.position, one.name});
    }
}

void update(db::Connection& in, std::string_view round, const Pitch& one) {
    in.execute(
        "update live_pitches set state = $3, used_ms = $4, running_since = $5 where round_id = $1 and "
        "position = $2",
        {round, one.position, word(one.state), one.used_ms,
         one.running_since ? db::Param(*one.running_since) : db::Param(nullptr)});
}

namespace {

std::vector<std::string> suppliers_present(db::Connection& in,
                                           const std::vector<attendance::Present>& present) {
    std::set<std::string> found;
    for (const attendance::Present& one : present) {
        if (one.side != Side::supplier || one.organisation.empty()) continue;
        if (auto name = in.first_text("select name from organisations where id = $1", {one.organisation}))
            found.insert(std::move(*name));
    }
    return {found.begin(), found.end()};
}

}  // namespace

std::vector<std::string> suppliers(db::Connection& in, std::string_view workshop, std::string_view network) {
    if (const auto present = attendance::present(in, workshop); !present.empty())
        return suppliers_present(in, present);
    std::vector<std::string> found;
    in.query(
        "select distinct o.name from participants t join people p on p.id = t.person_id join organisations o "
        "on o.id = p.organisation_id join memberships m on m.person_id = t.person_id and m.network_id = $2 "
        "where t.workshop_id = $1 and m.side = 'supplier' order by o.name",
        {workshop, network}, [&](const db::Row& row) { found.push_back(row.text(0)); });
    return found;
}

}  // namespace kring::live
