// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/record.hpp"

#include <array>

#include "domain/chain/audience.hpp"

namespace kring::chain {

namespace {

constexpr std::array<std::string_view, 12> kind_words = {"workshop",   "session", "question", "answer",
                                                         "case",       "lesson",  "summary",  "version",
                                                         "commitment", "report",  "scenario", "tender"};
constexpr std::array<std::string_view, 6> audience_words = {"everyone", "network",      "purchasers",
                                                            "workshop", "organisation", "persons"};

template <class Enum, std::size_t n>
std::optional<Enum> find_word(const std::array<std::string_view, n>& all, std::string_view word) {
    for (std::size_t i = 0; i < n; ++i) {
        if (all[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

Problem problem(Trouble trouble, std::string_view phrase) {
    return Problem{trouble, std::string(phrase), "", {}};
}

// The record, if this actor may take it back or restore it: its owner may, and a facilitator who could
// read it while it was open. Who cannot see it learns nothing of it (R14).
Result<Record> withdrawable(const Act& act, std::string_view id) {
    auto record = find(act.in, id);
    if (!record) return problem(Trouble::not_found, "problem.not_found");
    if (!record->owner.empty() && record->owner == act.who.person) return std::move(*record);
    Record as_open = *record;
    as_open.is_withdrawn = false;
    const bool is_facilitator = act.who.is_facilitator(record->network);
    const bool is_hidden = record->is_withdrawn && !is_facilitator;
    if (is_hidden || !may_read(act.in, act.who, as_open, act.when)) {
        return problem(Trouble::not_found, "problem.not_found");
    }
    if (!is_facilitator) return problem(Trouble::forbidden, "record.withdraw.not_yours");
    return std::move(*record);
}

}  // namespace

std::string_view word(Kind kind) { return kind_words[static_cast<std::size_t>(kind)]; }
std::string_view word(Audience audience) { return audience_words[static_cast<std::size_t>(audience)]; }
std::optional<Kind> kind_of(std::string_view text) { return find_word<Kind>(kind_words, text); }
std::optional<Audience> audience_of(std::string_view text) {
    return find_word<Audience>(audience_words, text);
}

const std::string_view record_columns =
    "r.id, r.kind, r.network_id, r.parent_id, r.title, r.language, r.audience, r.audience_of, r.owner_id, "
    "o.name, oo.name, r.state, r.created_at, r.updated_at, r.withdrawn_at, r.source_title, r.source_url, "
    "r.source_read_on, r.certainty";
const std::string_view record_joins =
    "from records r left join people o on o.id = r.owner_id left join organisations oo on oo.id = "
    "o.organisation_id ";

Record read_record(const db::Row& row, int first_column) {
    int at = first_column;
    Record record;
    record.id = row.text(at++);
    record.kind = kind_of(row.view(at++)).value();
    record.network = row.text(at++);
    record.parent = row.text(at++);
    record.title = row.text(at++);
    record.language = row.text(at++);
    record.audience = audience_of(row.view(at++)).value();
    record.audience_of = row.text(at++);
    record.owner = row.text(at++);
    record.owner_name = row.text(at++);
    record.owner_organisation = row.text(at++);
    record.is_withdrawn = row.view(at++) == "withdrawn";
    record.created_at = row.time(at++);
    record.updated_at = row.time(at++);
    record.withdrawn_at = row.time_or_none(at++);
    record.source = Source{row.text(at), row.text(at + 1), row.text(at + 2), row.text(at + 3)};
    return record;
}

std::optional<Record> find(db::Connection& in, std::string_view id) {
    std::optional<Record> found;
    const std::string sql =
        "select " + std::string(record_columns) + " " + std::string(record_joins) + "where r.id = $1";
    in.query(sql, {id}, [&](const db::Row& row) { found = read_record(row); });
    if (found && found->audience == Audience::persons) {
        in.query("select person_id from record_readers where record_id = $1 order by person_id", {id},
                 [&](const db::Row& row) { found->readers.push_back(row.text(0)); });
    }
    return found;
}

void insert(db::Connection& in, const Record& record) {
    in.execute(
        "insert into records (id, kind, network_id, parent_id, title, language, audience, audience_of, "
        "owner_id, "
        "state, created_at, updated_at, source_title, source_url, source_read_on, certainty) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10, $11, $12, $13, $14, $15)",
        {record.id, word(record.kind), record.network, db::text_or_null(record.parent), record.title,
         record.language, word(record.audience), db::text_or_null(record.audience_of),
         db::text_or_null(record.owner), record.created_at, record.updated_at, record.source.title,
         record.source.url, record.source.read_on, record.source.certainty});
    for (const std::string& reader : record.readers) {
        in.execute("insert into record_readers (record_id, person_id) values ($1, $2)", {record.id, reader});
    }
}

void update(db::Connection& in, const Record& record) {
    in.execute(
        "update records set title = $2, language = $3, audience = $4, audience_of = $5, updated_at = $6, "
        "source_title = $7, source_url = $8, source_read_on = $9, certainty = $10 where id = $1",
        {record.id, record.title, record.language, word(record.audience),
         db::text_or_null(record.audience_of), record.updated_at, record.source.title, record.source.url,
         record.source.read_on, record.source.certainty});
    // What hangs under a record is read by the same people, whatever happens to the record.
    in.execute("update records set audience = $2, audience_of = $3 where parent_id = $1",
               {record.id, word(record.audience), db::text_or_null(record.audience_of)});
}

Result<Done> withdraw(const Act& act, std::string_view id) {
    TRY(record, withdrawable(act, id));
    if (record.is_withdrawn) return problem(Trouble::conflict, "record.withdraw.already");
    act.in.execute("update records set state = 'withdrawn', withdrawn_at = $2, updated_at = $2 where id = $1",
                   {id, act.when});
    journal::record(act, std::string(word(record.kind)) + ".withdrawn", id);
    return Done{};
}

Result<Done> restore(const Act& act, std::string_view id) {
    TRY(record, withdrawable(act, id));
    if (!record.is_withdrawn) return problem(Trouble::conflict, "record.restore.is_open");
    if (*record.withdrawn_at + undo_ms <= act.when)
        return problem(Trouble::conflict, "record.restore.too_late");
    act.in.execute("update records set state = 'open', withdrawn_at = null, updated_at = $2 where id = $1",
                   {id, act.when});
    journal::record(act, std::string(word(record.kind)) + ".restored", id);
    return Done{};
}

}  // namespace kring::chain
