// SPDX-License-Identifier: EUPL-1.2
// Statements of the working summary: added, changed, moved, removed.
#include "domain/summary/acts.hpp"
#include "domain/summary/change.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

Problems faults_of(const Bilingual& text) {
    Problems problems;
    if (trim(text.nl).empty() && trim(text.en).empty()) {
        problems.push_back(problem(Trouble::invalid, "summary.needed.text", "text_nl"));
    }
    check_pair(text, "text", statement_length_max, problems);
    return problems;
}

void ask_all_owners(const Act& act, const people::Stationery& stationery, std::string_view statement,
                    const Bilingual& text) {
    std::vector<std::pair<std::string, Naming>> placed;
    act.in.query(
        "select record_id, naming from placements where statement_id = $1 order by position, record_id",
        {statement},
        [&](const db::Row& row) { placed.emplace_back(row.text(0), naming_of(row.view(1)).value()); });
    for (const auto& [record, naming] : placed) {
        ask_owner(act, stationery, chain::find(act.in, record).value(), statement, text, naming);
    }
}

}  // namespace

Result<std::string> add_statement(const Act& act, std::string_view chapter, std::int64_t revision,
                                  const Bilingual& text) {
    if (const Problems faults = faults_of(text); !faults.empty()) return faults;
    TRY_DONE(take_revision_of_chapter(act, chapter, revision));
    const std::string id = new_id(act.when);
    const auto position = act.in.count(
        "select coalesce(max(position), 0) + 1 from statements where chapter_id = $1", {chapter});
    act.in.execute(
        "insert into statements (id, chapter_id, position, text_nl, text_en) values ($1, $2, $3, $4, $5)",
        {id, chapter, position, text.nl, text.en});
    journal::record(act, "statement.added", id);
    return id;
}

Result<Done> change_statement(const Act& act, const people::Stationery& stationery,
                              std::string_view statement, std::int64_t revision, const Bilingual& text) {
    if (const Problems faults = faults_of(text); !faults.empty()) return faults;
    TRY_DONE(take_revision_of_statement(act, statement, revision));
    act.in.execute("update statements set text_nl = $2, text_en = $3 where id = $1",
                   {statement, text.nl, text.en});
    journal::record(act, "statement.changed", statement);
    ask_all_owners(act, stationery, statement, text);
    return Done{};
}

// What was agreed to goes with the text it was about; that it was agreed stays in the journal, by its hash.
Result<Done> remove_statement(const Act& act, std::string_view statement, std::int64_t revision) {
    TRY_DONE(take_revision_of_statement(act, statement, revision));
    std::vector<std::pair<std::string, std::string>> consents;
    act.in.query(
        "select id, decision || ' sha256=' || text_hash from consents where statement_id = $1 order by id",
        {statement}, [&](const db::Row& row) { consents.emplace_back(row.text(0), row.text(1)); });
    act.in.execute("delete from consents where statement_id = $1", {statement});
    act.in.execute("delete from placements where statement_id = $1", {statement});
    act.in.execute("delete from statements where id = $1", {statement});
    for (const auto& [id, what] : consents) journal::record(act, "consent.removed", id, what);
    journal::record(act, "statement.removed", statement);
    return Done{};
}

Result<Done> move_statement(const Act& act, std::string_view statement, std::int64_t revision, int by) {
    TRY_DONE(take_revision_of_statement(act, statement, revision));
    const std::string chapter = chapter_of_statement(act.in, statement).value();
    std::vector<std::string> ids;
    act.in.query("select id from statements where chapter_id = $1 order by position, id", {chapter},
                 [&](const db::Row& row) { ids.push_back(row.text(0)); });
    std::int64_t position = 0;
    for (const std::string& id : moved(ids, statement, by)) {
        act.in.execute("update statements set position = $2 where id = $1", {id, ++position});
    }
    journal::record(act, "statement.moved", statement);
    return Done{};
}

}  // namespace kring::summary
