// SPDX-License-Identifier: EUPL-1.2
#include "domain/journal/journal.hpp"

#include "platform/base/secret.hpp"

namespace kring::journal {

namespace {

constexpr std::string_view first_hash = "0000000000000000000000000000000000000000000000000000000000000000";

constexpr char separator = '\x1f';
constexpr char mark = '\x1e';  // in front of a separator, or a mark, that a field itself holds

// No two lines hash alike: a field cannot pass part of itself off as the next one.
std::string hash_of(const Line& line) {
    std::string all = line.previous_hash;
    for (const std::string& field : {std::to_string(line.sequence), line.at, line.actor, line.word,
                                     line.object, line.result, line.origin, line.detail}) {
        all += separator;
        for (const char c : field) {
            if (c == separator || c == mark) all += mark;
            all += c;
        }
    }
    return sha256_hex(all);
}

void append(db::Connection& in, Line line) {
    line.previous_hash = first_hash;
    in.query("select sequence, hash from journal order by sequence desc limit 1", {},
             [&](const db::Row& row) {
                 line.sequence = row.integer(0);
                 line.previous_hash = row.text(1);
             });
    line.sequence += 1;
    line.hash = hash_of(line);
    in.execute(
        "insert into journal (sequence, at, actor_id, word, object_id, result, origin, detail, "
        "previous_hash, hash) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        {line.sequence, line.at, line.actor, line.word, line.object, line.result, line.origin, line.detail,
         line.previous_hash, line.hash});
}

std::string name_of(const Actor& actor) { return actor.is_operator ? "operator" : actor.person; }

Line read_line(const db::Row& row) {
    return Line{row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4),
                row.text(5),    row.text(6), row.text(7), row.text(8), row.text(9)};
}

constexpr std::string_view columns =
    "sequence, at, actor_id, word, object_id, result, origin, detail, previous_hash, hash";

}  // namespace

void record(const Act& act, std::string_view word, std::string_view object, std::string_view detail) {
    append(act.in, Line{0, to_text(act.when), name_of(act.who), std::string(word), std::string(object),
                        "done", act.origin, std::string(detail), "", ""});
}

void record_anonymously(const Act& act, std::string_view word, std::string_view object) {
    const std::string day = to_text(act.when).substr(0, 10) + "T00:00:00.000Z";
    append(act.in, Line{0, day, "", std::string(word), std::string(object), "done", act.origin, "", "", ""});
}

void record_refusal(const Act& act, std::string_view word, std::string_view object, std::string_view detail) {
    append(act.in, Line{0, to_text(act.when), name_of(act.who), std::string(word), std::string(object),
                        "refused", act.origin, std::string(detail), "", ""});
}

std::vector<Line> lines(db::Connection& in, std::int64_t before, int most, std::string_view actor,
                        std::string_view object) {
    std::vector<Line> found;
    const std::string sql = "select " + std::string(columns) +
                            " from journal where ($1 = 0 or sequence < $1) and ($2 = '' or actor_id = $2) "
                            "and ($3 = '' or object_id = $3) order by sequence desc limit $4";
    in.query(sql, {before, actor, object, most},
             [&](const db::Row& row) { found.push_back(read_line(row)); });
    return found;
}

std::vector<Line> lines_after(db::Connection& in, std::int64_t sequence, int most) {
    std::vector<Line> found;
    const std::string sql =
        "select " + std::string(columns) + " from journal where sequence > $1 order by sequence limit $2";
    in.query(sql, {sequence, most}, [&](const db::Row& row) { found.push_back(read_line(row)); });
    return found;
}

std::int64_t last_sequence(db::Connection& in) {
    return in.count("select coalesce(max(sequence), 0) from journal");
}

Verdict verify(db::Connection& in, std::int64_t anchor_sequence, std::string_view anchor_hash) {
    Verdict verdict;
    std::string previous(first_hash);
    bool anchor_seen = anchor_sequence == 0;
    const auto fault = [&](std::int64_t sequence, std::string_view why) {
        if (verdict.first_bad != 0) return;
        verdict.first_bad = sequence;
        verdict.why = why;
    };
    const std::string sql = "select " + std::string(columns) + " from journal order by sequence";
    in.query(sql, {}, [&](const db::Row& row) {
        const Line line = read_line(row);
        verdict.lines += 1;
        if (line.sequence != verdict.lines) fault(verdict.lines, "a line is missing");
        if (line.previous_hash != previous) fault(line.sequence, "does not follow the line before it");
        if (line.hash != hash_of(line)) fault(line.sequence, "was changed after it was written");
        if (line.sequence == anchor_sequence) {
            anchor_seen = true;
            if (line.hash != anchor_hash) fault(line.sequence, "differs from the head noted earlier");
        }
        previous = line.hash;
    });
    if (!anchor_seen)
        fault(verdict.lines + 1, "lines after this one were cut off: the head noted earlier is gone");
    verdict.head = previous;
    return verdict;
}

std::string post(const Act& act, const Letter& letter) {
    std::string id = new_id(act.when);
    const std::optional<std::string> person =
        letter.person.empty() ? std::nullopt : std::optional<std::string>(letter.person);
    act.in.execute(
        "insert into outbox (id, person_id, to_name, to_email, language, subject, body, calendar, "
        "made_at, next_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)",
        {id, db::text_or_null(person), letter.to_name, letter.to_email, letter.language, letter.subject,
         letter.body, letter.calendar, act.when});
    return id;
}

}  // namespace kring::journal
