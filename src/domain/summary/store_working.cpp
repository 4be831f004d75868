// SPDX-License-Identifier: EUPL-1.2
// The working summary: a handful of queries, however long it is.
#include "domain/chain/audience.hpp"
#include "domain/summary/store.hpp"

namespace kring::summary {

namespace {

struct Asked {
    std::string hash;
    std::string person;
    std::string decision;
    std::string remark;
};
using AskedBy = std::map<std::pair<std::string, std::string>, std::vector<Asked>>;

std::optional<Summary> read_header(db::Connection& in, std::string_view id) {
    const auto record = chain::find(in, id);
    if (!record || record->kind != chain::Kind::summary) return std::nullopt;
    std::optional<Summary> found;
    in.query(
        "select languages, title_nl, title_en, preface_nl, preface_en, revision from summaries where id = $1",
        {id}, [&](const db::Row& row) {
            found =
                Summary{*record,        row.text(0), {row.text(1), row.text(2)}, {row.text(3), row.text(4)},
                        row.integer(5), {}};
        });
    return found;
}

// Hands every row to the statement or chapter it belongs to.
template <class Thing>
Thing* find_by_id(std::vector<Thing>& things, std::string_view id) {
    for (Thing& thing : things) {
        if (thing.id == id) return &thing;
    }
    return nullptr;
}

void read_chapters(db::Connection& in, Summary& summary) {
    in.query(
        "select id, title_nl, title_en, intro_nl, intro_en from chapters where summary_id = $1 "
        "order by position, id",
        {summary.record.id}, [&](const db::Row& row) {
            summary.chapters.push_back(
                {row.text(0), {row.text(1), row.text(2)}, {row.text(3), row.text(4)}, {}});
        });
    in.query(
        "select s.chapter_id, s.id, s.text_nl, s.text_en from statements s "
        "join chapters c on c.id = s.chapter_id where c.summary_id = $1 order by s.position, s.id",
        {summary.record.id}, [&](const db::Row& row) {
            Chapter* chapter = find_by_id(summary.chapters, row.view(0));
            KRING_ASSERT(chapter != nullptr);
            chapter->statements.push_back({row.text(1), {row.text(2), row.text(3)}, {}});
        });
}

AskedBy read_consents(db::Connection& in, std::string_view summary) {
    AskedBy found;
    in.query(
        "select k.statement_id, k.record_id, k.text_hash, k.person_id, k.decision, k.remark from consents k "
        "join statements s on s.id = k.statement_id join chapters c on c.id = s.chapter_id "
        "where c.summary_id = $1",
        {summary}, [&](const db::Row& row) {
            found[{row.text(0), row.text(1)}].push_back({row.text(2), row.text(3), row.text(4), row.text(5)});
        });
    return found;
}

void set_agreement(Placement& placement, const Statement& statement, const AskedBy& asked) {
    placement.agreement = needs_consent(placement.record) ? Agreement::not_asked : Agreement::not_needed;
    if (placement.agreement == Agreement::not_needed) return;
    const auto found = asked.find({statement.id, placement.record.id});
    if (found == asked.end()) return;
    const std::string hash = consent_hash(statement.text, placement.naming);
    for (const Asked& one : found->second) {
        if (one.hash != hash || one.person != placement.record.owner) continue;
        placement.remark = one.remark;
        placement.agreement = one.decision == "agreed"    ? Agreement::agreed
                              : one.decision == "refused" ? Agreement::refused
                                                          : Agreement::asked;
    }
}

void read_placements(db::Connection& in, Summary& summary) {
    std::map<std::string, Statement*> by_id;
    for (Chapter& chapter : summary.chapters) {
        for (Statement& statement : chapter.statements) by_id[statement.id] = &statement;
    }
    const AskedBy asked = read_consents(in, summary.record.id);
    const std::string sql =
        "select " + std::string(chain::record_columns) + ", p.statement_id, p.naming " +
        std::string(chain::record_joins) +
        "join placements p on p.record_id = r.id join statements s on s.id = p.statement_id "
        "join chapters c on c.id = s.chapter_id where c.summary_id = $1 "
        "order by p.position, p.record_id";
    in.query(sql, {summary.record.id}, [&](const db::Row& row) {
        Statement& statement = *by_id.at(row.text(chain::record_column_count));
        Placement placement;
        placement.record = chain::read_record(row);
        placement.naming = naming_of(row.view(chain::record_column_count + 1)).value();
        set_agreement(placement, statement, asked);
        statement.placements.push_back(std::move(placement));
    });
}

}  // namespace

std::optional<Summary> find_summary(db::Connection& in, std::string_view id) {
    auto summary = read_header(in, id);
    if (!summary) return std::nullopt;
    read_chapters(in, *summary);
    read_placements(in, *summary);
    return summary;
}

std::optional<std::string> summary_of(db::Connection& in, std::string_view network) {
    return in.first_text(
        "select id from records where kind = 'summary' and network_id = $1 and state = 'open' "
        "order by created_at, id limit 1",
        {network});
}

std::optional<std::string> summary_of_chapter(db::Connection& in, std::string_view chapter) {
    return in.first_text("select summary_id from chapters where id = $1", {chapter});
}

std::optional<std::string> chapter_of_statement(db::Connection& in, std::string_view statement) {
    return in.first_text("select chapter_id from statements where id = $1", {statement});
}

std::int64_t revision_of(db::Connection& in, std::string_view summary) {
    return in.count("select revision from summaries where id = $1", {summary});
}

std::map<std::string, chain::Record> readable_placements(db::Connection& in, const Actor& actor,
                                                         std::string_view summary, Time when) {
    std::map<std::string, chain::Record> found;
    std::vector<db::Param> params = {summary};
    const std::string sql =
        "select " + std::string(chain::record_columns) + " " + std::string(chain::record_joins) +
        "where r.id in (select p.record_id from placements p "
        "join statements s on s.id = p.statement_id join chapters c on c.id = s.chapter_id "
        "where c.summary_id = $1) and ";
    const std::string readable = chain::readable(actor, when, params);
    in.query(sql + readable, params, [&](const db::Row& row) {
        chain::Record record = chain::read_record(row);
        const std::string id = record.id;
        found.emplace(id, std::move(record));
    });
    return found;
}

}  // namespace kring::summary
