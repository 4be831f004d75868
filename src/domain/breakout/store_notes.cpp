// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/store.hpp"
#include "domain/chain/audience.hpp"

namespace kring::breakout {

namespace {

constexpr std::string_view select_notes =
    "select n.lesson_id, n.table_id, t.number, n.round, n.question_id, l.body, o.name, m.id, r.language "
    "from breakout_notes n join breakout_tables t on t.id = n.table_id "
    "join lessons l on l.id = n.lesson_id join records r on r.id = n.lesson_id "
    "left join people o on o.id = r.owner_id "
    "left join records m on m.id = n.merged_into and m.state = 'open' where r.state = 'open' and ";

Note read_note(const db::Row& row) {
    return {row.text(0), row.text(1), row.integer(2), row.integer(3), row.text(4),
            row.text(5), row.text(6), row.text(7),    row.text(8)};
}

}  // namespace

std::vector<Note> notes(db::Connection& in, const Actor& actor, std::string_view workshop, Time when,
                        std::string_view table, std::int64_t round) {
    std::vector<db::Param> params = {workshop, table, round};
    const std::string condition = chain::readable(actor, when, params);
    std::vector<Note> found;
    in.query(std::string(select_notes) +
                 "t.workshop_id = $1 and ($2 = '' or n.table_id = $2) and ($3 = 0 or n.round = $3) and " +
                 condition + " order by t.number, n.round, r.created_at, r.id",
             params, [&](const db::Row& row) { found.push_back(read_note(row)); });
    return found;
}

std::optional<Note> find_note(db::Connection& in, const Actor& actor, std::string_view lesson, Time when) {
    std::vector<db::Param> params = {lesson};
    const std::string condition = chain::readable(actor, when, params);
    std::optional<Note> found;
    in.query(std::string(select_notes) + "n.lesson_id = $1 and " + condition, params,
             [&](const db::Row& row) { found = read_note(row); });
    return found;
}

void insert_note(db::Connection& in, const Note& note) {
    in.execute("insert into breakout_notes (lesson_id, table_id, round, question_id) values ($1, $2, $3, $4)",
               {note.lesson, note.table, note.round, db::text_or_null(note.question)});
}

void set_merged(db::Connection& in, std::string_view note, std::string_view into) {
    const db::Param lesson = into.empty() ? db::Param(nullptr) : db::Param(into);
    in.execute("update breakout_notes set merged_into = $2 where lesson_id = $1", {note, lesson});
}

std::vector<chain::Record> merged_lessons(db::Connection& in, const Actor& actor, std::string_view workshop,
                                          Time when) {
    std::vector<db::Param> params = {workshop};
    const std::string condition = chain::readable(actor, when, params);
    std::vector<chain::Record> found;
    in.query("select " + std::string(chain::record_columns) + " " + std::string(chain::record_joins) +
                 " where r.state = 'open' and exists (select 1 from breakout_notes n join breakout_tables t "
                 "on t.id = n.table_id where n.merged_into = r.id and t.workshop_id = $1) and " +
                 condition + " order by r.created_at, r.id",
             params, [&](const db::Row& row) { found.push_back(chain::read_record(row)); });
    return found;
}

std::vector<chain::Record> questions_for(db::Connection& in, const Actor& actor, std::string_view workshop,
                                         Time when) {
    std::vector<db::Param> params = {workshop};
    const std::string condition = chain::readable(actor, when, params);
    std::vector<chain::Record> found;
    in.query("select " + std::string(chain::record_columns) + " " + std::string(chain::record_joins) +
                 " join questions q on q.id = r.id where q.workshop_id = $1 and r.state = 'open' and "
                 "(r.audience in ('everyone', 'network') or (r.audience = 'workshop' and "
                 "r.audience_of = $1)) and " +
                 condition + " order by q.vote_count desc, r.created_at, r.id",
             params, [&](const db::Row& row) { found.push_back(chain::read_record(row)); });
    return found;
}

}  // namespace kring::breakout
