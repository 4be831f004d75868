// SPDX-License-Identifier: EUPL-1.2
// Frozen versions and their files: rows to things and back.
#include "domain/chain/audience.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/time.hpp"

namespace kring::summary {

namespace {

std::string select_versions() {
    return "select " + std::string(chain::record_columns) +
           ", v.summary_id, v.number, v.languages, v.reason, v.frozen_at, f.name, v.hash, v.title_nl, "
           "v.title_en, "
           "v.preface_nl, v.preface_en, coalesce((select min(n.number) from versions n "
           "where n.summary_id = v.summary_id and n.number > v.number), 0) " +
           std::string(chain::record_joins) +
           "join versions v on v.id = r.id left join people f on f.id = v.frozen_by ";
}

Version read_version(const db::Row& row) {
    int at = chain::record_column_count;
    Version version;
    version.record = chain::read_record(row);
    version.summary_id = row.text(at++);
    version.number = row.integer(at++);
    version.languages = row.text(at++);
    version.reason = row.text(at++);
    version.frozen_at = row.text(at++);
    version.frozen_by_name = row.text(at++);
    version.hash = row.text(at++);
    version.title = {row.text(at), row.text(at + 1)};
    version.preface = {row.text(at + 2), row.text(at + 3)};
    version.successor = row.integer(at + 4);
    return version;
}

FrozenSource read_source(const db::Row& row, int at) {
    FrozenSource source;
    source.record_id = row.text(at++);
    source.kind = row.text(at++);
    source.title = row.text(at++);
    source.title_language = row.text(at++);
    source.named_as = row.text(at++);
    source.workshop_id = row.text(at++);
    source.workshop = {row.text(at), row.text(at + 1)};
    source.source_title = row.text(at + 2);
    source.source_url = row.text(at + 3);
    source.certainty = row.text(at + 4);
    return source;
}

// Positions run from 1 without gaps: insert() wrote them so.
void read_chapters(db::Connection& in, Version& version) {
    in.query(
        "select title_nl, title_en, intro_nl, intro_en from version_chapters where version_id = $1 "
        "order by position",
        {version.record.id}, [&](const db::Row& row) {
            version.chapters.push_back({{row.text(0), row.text(1)}, {row.text(2), row.text(3)}, {}});
        });
    const auto chapter = [&](const db::Row& row) -> FrozenChapter& {
        return version.chapters.at(static_cast<std::size_t>(row.integer(0) - 1));
    };
    in.query(
        "select chapter, text_nl, text_en from version_statements where version_id = $1 "
        "order by chapter, position",
        {version.record.id},
        [&](const db::Row& row) { chapter(row).statements.push_back({{row.text(1), row.text(2)}, {}}); });
    in.query(
        "select chapter, statement, record_id, kind, title, title_language, named_as, workshop_id, "
        "workshop_nl, workshop_en, source_title, source_url, certainty from version_sources "
        "where version_id = $1 order by chapter, statement, position",
        {version.record.id}, [&](const db::Row& row) {
            const auto place = static_cast<std::size_t>(row.integer(1) - 1);
            chapter(row).statements.at(place).sources.push_back(read_source(row, 2));
        });
}

std::vector<Version> list(db::Connection& in, const std::string& sql, const std::vector<db::Param>& params) {
    std::vector<Version> found;
    in.query(sql, params, [&](const db::Row& row) { found.push_back(read_version(row)); });
    return found;
}

std::optional<Version> whole(db::Connection& in, std::vector<Version> found) {
    if (found.empty()) return std::nullopt;
    read_chapters(in, found.front());
    return std::move(found.front());
}

void insert_sources(db::Connection& in, const Version& version, std::size_t chapter, std::size_t statement) {
    const FrozenStatement& frozen = version.chapters[chapter].statements[statement];
    for (std::size_t i = 0; i < frozen.sources.size(); ++i) {
        const FrozenSource& source = frozen.sources[i];
        in.execute(
            "insert into version_sources (version_id, chapter, statement, position, record_id, kind, title, "
            "title_language, named_as, workshop_id, workshop_nl, workshop_en, source_title, source_url, "
            "certainty) "
            "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
            {version.record.id, static_cast<std::int64_t>(chapter + 1),
             static_cast<std::int64_t>(statement + 1), static_cast<std::int64_t>(i + 1), source.record_id,
             source.kind, source.title, source.title_language, source.named_as, source.workshop_id,
             source.workshop.nl, source.workshop.en, source.source_title, source.source_url,
             source.certainty});
    }
}

void insert_chapters(db::Connection& in, const Version& version) {
    for (std::size_t c = 0; c < version.chapters.size(); ++c) {
        const FrozenChapter& chapter = version.chapters[c];
        const auto number = static_cast<std::int64_t>(c + 1);
        in.execute(
            "insert into version_chapters (version_id, position, title_nl, title_en, intro_nl, intro_en) "
            "values ($1, $2, $3, $4, $5, $6)",
            {version.record.id, number, chapter.title.nl, chapter.title.en, chapter.intro.nl,
             chapter.intro.en});
        for (std::size_t s = 0; s < chapter.statements.size(); ++s) {
            const Bilingual& text = chapter.statements[s].text;
            in.execute(
                "insert into version_statements (version_id, chapter, position, text_nl, text_en) "
                "values ($1, $2, $3, $4, $5)",
                {version.record.id, number, static_cast<std::int64_t>(s + 1), text.nl, text.en});
            insert_sources(in, version, c, s);
        }
    }
}

}  // namespace

std::int64_t next_number(db::Connection& in, std::string_view summary_id) {
    return in.count("select coalesce(max(number), 0) + 1 from versions where summary_id = $1", {summary_id});
}

std::optional<Version> find_version(db::Connection& in, std::string_view id) {
    return whole(in, list(in, select_versions() + "where v.id = $1", {id}));
}

std::optional<Version> find_version(db::Connection& in, std::string_view summary_id, std::int64_t number) {
    return whole(
        in, list(in, select_versions() + "where v.summary_id = $1 and v.number = $2", {summary_id, number}));
}

std::vector<Version> versions_of(db::Connection& in, std::string_view summary_id) {
    return list(in, select_versions() + "where v.summary_id = $1 order by v.number desc", {summary_id});
}

std::vector<Version> readable_versions(db::Connection& in, const Actor& actor, Time when, bool is_newest_only,
                                       int most) {
    std::vector<db::Param> params;
    std::string sql = select_versions() + "where " + chain::readable(actor, when, params);
    if (is_newest_only) {
        // The newest that they may read: one that is closed to them hides no other.
        sql +=
            " and not exists (select 1 from records nr join versions n on n.id = nr.id "
            "where n.summary_id = v.summary_id and n.number > v.number and " +
            chain::readable(actor, when, params, "nr") + ")";
    }
    params.emplace_back(most);
    sql += " order by v.frozen_at desc, v.id desc limit $" + std::to_string(params.size());
    return list(in, sql, params);
}

void insert(db::Connection& in, const Version& version, std::string_view frozen_by) {
    chain::insert(in, version.record);
    in.execute(
        "insert into versions (id, summary_id, number, languages, reason, frozen_at, frozen_by, title_nl, "
        "title_en, preface_nl, preface_en, hash) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        {version.record.id, version.summary_id, version.number, version.languages, version.reason,
         version.frozen_at, db::text_or_null(std::string(frozen_by)), version.title.nl, version.title.en,
         version.preface.nl, version.preface.en, version.hash});
    insert_chapters(in, version);
}

std::map<std::string, chain::Record> readable_sources(db::Connection& in, const Actor& actor,
                                                      std::string_view version_id, Time when) {
    std::map<std::string, chain::Record> found;
    std::vector<db::Param> params = {version_id};
    const std::string sql =
        "select " + std::string(chain::record_columns) + " " + std::string(chain::record_joins) +
        "where (r.id in (select s.record_id from version_sources s where s.version_id = $1) "
        "or r.id in (select s.workshop_id from version_sources s where s.version_id = $1)) and ";
    const std::string readable = chain::readable(actor, when, params);
    in.query(sql + readable, params, [&](const db::Row& row) {
        chain::Record record = chain::read_record(row);
        const std::string id = record.id;
        found.emplace(id, std::move(record));
    });
    return found;
}

std::vector<VersionFile> files_of(db::Connection& in, std::string_view version_id) {
    std::vector<VersionFile> found;
    in.query(
        "select version_id, language, format, sha256, length(content) from version_files "
        "where $1 = '' or version_id = $1",
        {version_id}, [&](const db::Row& row) {
            found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4)});
        });
    return found;
}

std::optional<std::pair<std::string, std::string>> file_content(db::Connection& in,
                                                                std::string_view version_id,
                                                                std::string_view language,
                                                                std::string_view format) {
    std::optional<std::pair<std::string, std::string>> found;
    in.query(
        "select content, sha256 from version_files where version_id = $1 and language = $2 and format = $3",
        {version_id, language, format},
        [&](const db::Row& row) { found.emplace(row.bytes(0), row.text(1)); });
    return found;
}

}  // namespace kring::summary
