// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "app/folder.hpp"
#include "domain/chain/search.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::app {

namespace {

using chain::Record;

class Writer {
public:
    Writer(const Folder& folder, const Act& act) : folder_(folder), act_(act) {}

    void run() {
        write_files(folder_, act_.in);
        // Kinds that records point to, then all record headers, then what each kind adds.
        for (const FolderKind& kind : folder_kinds()) {
            if (comes_before_records(kind)) each(kind, [&](const FolderEntry& e) { insert_row(e); });
        }
        for (const FolderKind& kind : folder_kinds()) {
            if (!kind.record_kind.empty()) each(kind, [&](const FolderEntry& e) { insert_record(e); });
        }
        for (const FolderKind& kind : folder_kinds()) {
            if (!comes_before_records(kind)) each(kind, [&](const FolderEntry& e) { insert_row(e); });
        }
        for (const FolderKind& kind : folder_kinds()) {
            if (kind.folder == "statements") each(kind, [&](const FolderEntry& e) { insert_placements(e); });
            if (kind.record_kind.empty()) continue;
            each(kind, [&](const FolderEntry& e) { insert_links(e); });
            each(kind, [&](const FolderEntry& e) { index(e); });
        }
        write_factor_rows(folder_, act_.in);
        count();
        journal::record(act_, "folder.loaded", "", std::to_string(folder_.count()) + " records");
    }

private:
    template <class F>
    void each(const FolderKind& kind, F&& f) {
        const auto found = folder_.entries.find(kind.folder);
        if (found == folder_.entries.end()) return;
        for (const FolderEntry& entry : found->second) f(entry);
    }

    static bool comes_before_records(const FolderKind& kind) {
        static constexpr std::string_view first[] = {"organisations", "people",      "programmes",
                                                     "networks",      "memberships", "series"};
        return std::find(std::begin(first), std::end(first), kind.folder) != std::end(first);
    }

    static Record header_of(const FolderEntry& entry, Time when) {
        Record record;
        const auto value = [&](std::string_view name) { return std::string(entry.value(name)); };
        record.id = entry.id;
        record.kind = chain::kind_of(entry.kind->record_kind).value();
        record.network = value("network");
        if (entry.kind->folder == "answers") record.parent = value("question");
        if (entry.kind->folder == "sessions") record.parent = value("workshop");
        record.title = value("title");
        if (record.title.empty())
            record.title = value("title_nl").empty() ? value("title_en") : value("title_nl");
        record.language = value("language").empty() ? "nl" : value("language");
        record.audience = chain::audience_of(entry.value("audience")).value_or(chain::Audience::network);
        record.audience_of = value("audience_of");
        record.owner = value("owner");
        record.created_at = parse_time(entry.value("created_at")).value_or(when);
        record.updated_at = parse_time(entry.value("updated_at")).value_or(record.created_at);
        record.source = {value("source_title"), value("source_url"), value("source_read_on"),
                         value("certainty")};
        for (const FolderLine& reader : entry.all("reader")) record.readers.push_back(reader.value);
        return record;
    }

    void insert_record(const FolderEntry& entry) {
        chain::insert(act_.in, header_of(entry, act_.when));
        if (entry.value("state") == "withdrawn") {
            act_.in.execute("update records set state = 'withdrawn', withdrawn_at = $2 where id = $1",
                            {entry.id, entry.value("withdrawn_at")});
        }
    }

    void insert_row(const FolderEntry& entry) {
        const FolderKind& kind = *entry.kind;
        std::string columns;
        std::string places;
        std::vector<db::Param> params;
        const auto add = [&](std::string_view column, db::Param param) {
            params.push_back(std::move(param));
            columns += (columns.empty() ? "" : ", ") + std::string(column);
            places += (places.empty() ? "$" : ", $") + std::to_string(params.size());
        };
        if (kind.key == "id") add("id", entry.id);
        for (const FolderField& field : kind.fields) {
            const std::string_view value = entry.value(field.name);
            if (!value.empty()) {
                add(field.column, param_of(field, value));
            } else if (field.kind == FieldKind::moment && !may_stay_open(field)) {
                add(field.column, act_.when);
            } else if (is_written_empty(field)) {
                add(field.column, "");
            }
        }
        act_.in.query("insert into " + std::string(kind.table) + " (" + columns + ") values (" + places + ")",
                      params, {});
    }

    // Moments that did not come yet, where others are the moment of loading.
    static bool may_stay_open(const FolderField& field) {
        return field.column == "decided_at" || field.column == "offered_until" ||
               field.column == "cancelled_at" || field.column == "opened_at" || field.column == "closed_at" ||
               field.column == "running_since";
    }

    static db::Param param_of(const FolderField& field, std::string_view value) {
        std::int64_t number = 0;
        if (field.kind == FieldKind::number && read_number(value, 0, INT64_MAX, number)) return number;
        if (field.kind == FieldKind::whole && read_number(value, INT64_MIN, INT64_MAX, number)) return number;
        if (field.kind == FieldKind::yes_no) return value == "yes";
        return value;
    }

    // Texts that are not there are empty texts; references, numbers and yes/no have their own absence.
    static bool is_written_empty(const FolderField& field) {
        return field.kind == FieldKind::line || field.kind == FieldKind::text ||
               field.kind == FieldKind::day || field.kind == FieldKind::clock ||
               field.kind == FieldKind::choice;
    }

    void insert_placements(const FolderEntry& entry) {
        int position = 0;
        for (const FolderLine& source : entry.all("source")) {
            const auto parts = words(source.value);
            act_.in.execute(
                "insert into placements (statement_id, record_id, position, naming) values ($1, $2, $3, $4)",
                {entry.id, parts[0], ++position, parts[1]});
        }
    }

    void insert_links(const FolderEntry& entry) {
        for (const FolderLine& link : entry.all("link")) {
            const auto parts = words(link.value);
            act_.in.execute(
                "insert into links (from_id, relation, to_id) values ($1, $2, $3) on conflict do nothing",
                {entry.id, parts[0], parts[1]});
        }
    }

    void index(const FolderEntry& entry) {
        if (entry.kind->folder == "summaries") return;
        std::string body(entry.value("title_en"));
        // The canonical texts of a scenario are for a program, not for who searches.
        const bool is_scenario = entry.kind->folder == "scenarios";
        for (const FolderLine& text : entry.file.texts) {
            if (is_scenario && text.name != "note") continue;
            body += "\n" + html::markdown_words(text.value);
        }
        chain::index(act_.in, header_of(entry, act_.when), body);
    }

    void count() {
        act_.in.execute(
            "update questions set vote_count = (select count(*) from votes v where v.question_id = "
            "questions.id)");
        act_.in.execute(
            "update questions set answer_count = (select count(*) from answers a join records r on r.id = "
            "a.id "
            "where a.question_id = questions.id and r.state = 'open')");
    }

    const Folder& folder_;
    const Act& act_;
};

}  // namespace

void write_to_database(const Folder& folder, const Act& act) { Writer(folder, act).run(); }

}  // namespace kring::app
