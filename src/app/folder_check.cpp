// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "app/folder.hpp"
#include "domain/chain/links.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

class Checker {
public:
    Checker(const Folder& folder, db::Connection& in, std::vector<FolderFault>& faults)
        : folder_(folder), in_(in), faults_(faults) {}

    void run() {
        for (const FolderKind& kind : folder_kinds()) {
            const auto entries = folder_.entries.find(kind.folder);
            if (entries == folder_.entries.end()) continue;
            for (const FolderEntry& entry : entries->second) check(entry);
        }
        if (!folder_.freeze.empty() && !folder_.find("summaries", folder_.freeze)) {
            faults_.push_back({"kring.md", 0, "freeze: there is no summary \"" + folder_.freeze + "\""});
        }
    }

private:
    void fault(const FolderEntry& entry, int line, std::string what) {
        faults_.push_back({entry.path, line, std::move(what)});
    }

    void check(const FolderEntry& entry) {
        check_names(entry);
        const bool is_record = !entry.kind->record_kind.empty();
        if (is_record) {
            for (const FolderField& field : record_fields()) check_field(entry, field);
            check_record(entry);
        }
        for (const FolderField& field : entry.kind->fields) check_field(entry, field);
        if (entry.kind->folder == "statements") check_sources(entry);
        if (entry.kind->folder == "cases") check_ranges(entry);
        check_taken(entry);
    }

    bool is_known(const FolderKind& kind, std::string_view name, bool is_text) const {
        const auto has = [&](const std::vector<FolderField>& fields) {
            return std::any_of(fields.begin(), fields.end(), [&](const FolderField& f) {
                return f.name == name && (f.kind == FieldKind::text) == is_text;
            });
        };
        if (has(kind.fields)) return true;
        if (is_text) return false;
        const bool is_record = !kind.record_kind.empty();
        if (is_record && (has(record_fields()) || name == "link" || name == "reader")) return true;
        return kind.folder == "statements" && name == "source";
    }

    void check_names(const FolderEntry& entry) {
        std::set<std::string> seen;
        const auto check_lines = [&](const std::vector<FolderLine>& lines, bool is_text) {
            for (const FolderLine& line : lines) {
                if (!is_known(*entry.kind, line.name, is_text)) {
                    fault(entry, line.line, "unknown field \"" + line.name + "\"");
                    continue;
                }
                const bool may_repeat = line.name == "link" || line.name == "source" || line.name == "reader";
                if (!may_repeat && !seen.insert(line.name).second)
                    fault(entry, line.line, line.name + " stands here twice");
            }
        };
        check_lines(entry.file.header, false);
        check_lines(entry.file.texts, true);
    }

    // A working summary needs little of the record header: the rest follows from what it is.
    bool is_needed(const FolderEntry& entry, const FolderField& field) const {
        if (!field.is_required) return false;
        const bool is_header = std::any_of(record_fields().begin(), record_fields().end(),
                                           [&](const FolderField& f) { return &f == &field; });
        return !(is_header && entry.kind->folder == "summaries" && field.name != "network");
    }

    void check_field(const FolderEntry& entry, const FolderField& field) {
        const std::string_view value = entry.value(field.name);
        const int line = entry.line_of(field.name);
        const std::string name(field.name);
        if (trim(value).empty()) {
            if (is_needed(entry, field)) fault(entry, 0, name + " is missing: " + std::string(field.meaning));
            return;
        }
        if (const std::string wrong = wrong_with(field, value); !wrong.empty()) {
            fault(entry, line, name + " " + wrong);
            return;
        }
        if (field.kind == FieldKind::reference && !exists(field.among, value)) {
            fault(entry, line,
                  name + ": there is no \"" + std::string(value) + "\" in " + std::string(field.among));
        }
    }

    static std::string wrong_with(const FolderField& field, std::string_view value) {
        std::int64_t number = 0;
        const auto choices = words(field.among);
        switch (field.kind) {
            case FieldKind::line:
                return length(value) <= 1000 ? "" : "is longer than 1,000 characters";
            case FieldKind::text:
                return value.size() <= 64 * 1024 ? "" : "is longer than 64 kB";
            case FieldKind::reference:
                return is_id(value) ? "" : "is not an id";
            case FieldKind::choice:
                if (std::find(choices.begin(), choices.end(), value) != choices.end()) return "";
                return "must be one of: " + std::string(field.among);
            case FieldKind::day:
                return is_day(value) ? "" : "must be a day such as 2018-10-10";
            case FieldKind::clock:
                return is_clock(value) ? "" : "must be a time such as 13:00";
            case FieldKind::moment:
                return parse_time(value) ? "" : "must be a moment such as 2018-10-10T11:00:00.000Z";
            case FieldKind::number:
                return read_number(value, 0, 1'000'000'000'000, number) ? ""
                                                                        : "must be a whole number, 0 or more";
            case FieldKind::whole:
                return read_number(value, -1'000'000'000'000, 1'000'000'000'000, number)
                           ? ""
                           : "must be a whole number";
            case FieldKind::yes_no:
                return value == "yes" || value == "no" ? "" : "must be yes or no";
            case FieldKind::email:
                return is_email(value) && ascii_lower(value) == value
                           ? ""
                           : "must be a mail address in lower case";
            case FieldKind::languages:
                return value == "nl" || value == "en" || value == "nl en" ? ""
                                                                          : "must be nl, en or \"nl en\"";
        }
        return "";
    }

    bool exists(std::string_view folder, std::string_view id) {
        if (folder_.find(folder, id)) return true;
        const std::string table(folder_kind(folder)->table);
        return in_.exists("select 1 from " + table + " where id = $1", {id});
    }

    void check_record(const FolderEntry& entry) {
        if (length(entry.value("title")) > chain::title_length_max) {
            fault(entry, entry.line_of("title"), "title is longer than 200 characters");
        }
        const std::string_view audience = entry.value("audience");
        const bool needs_of = audience == "workshop" || audience == "organisation";
        const std::string_view of = entry.value("audience_of");
        if (needs_of != !of.empty())
            fault(entry, entry.line_of("audience"),
                  "audience_of goes with the audiences workshop and organisation, and only with them");
        if (needs_of && !of.empty() && !exists(audience == "workshop" ? "workshops" : "organisations", of)) {
            fault(entry, entry.line_of("audience_of"),
                  "audience_of: there is no \"" + std::string(of) + "\"");
        }
        if ((entry.value("state") == "withdrawn") != !entry.value("withdrawn_at").empty()) {
            fault(entry, entry.line_of("state"),
                  "withdrawn_at goes with the state withdrawn, and only with it");
        }
        if (entry.value("anonymous") == "yes" && !entry.value("owner").empty()) {
            fault(entry, entry.line_of("owner"), "an anonymous question has no owner");
        }
        check_parent(entry);
        for (const FolderLine& reader : entry.all("reader")) {
            if (!exists("people", reader.value))
                fault(entry, reader.line, "reader: there is no \"" + reader.value + "\" in people");
        }
        for (const FolderLine& link : entry.all("link")) check_link(entry, link);
    }

    // What hangs under a record is read by the same people, or the wall would have a hole.
    void check_parent(const FolderEntry& entry) {
        const bool is_answer = entry.kind->folder == "answers";
        if (!is_answer && entry.kind->folder != "sessions") return;
        const FolderEntry* parent = folder_.find(is_answer ? "questions" : "workshops",
                                                 entry.value(is_answer ? "question" : "workshop"));
        if (!parent) return;
        for (const std::string_view name : {"network", "audience", "audience_of"}) {
            if (parent->value(name) != entry.value(name)) {
                fault(entry, entry.line_of(name), std::string(name) + " must be that of " + parent->path);
            }
        }
    }

    void check_link(const FolderEntry& entry, const FolderLine& line) {
        const auto space = line.value.find(' ');
        const auto relation = chain::relation_of(std::string_view(line.value).substr(0, space));
        if (space == std::string::npos || !relation) {
            fault(entry, line.line, "link must be a relation and an id, such as \"asked_at bijeenkomst-4\"");
            return;
        }
        const FolderEntry* other = folder_.find_record(std::string_view(line.value).substr(space + 1));
        if (!other) {
            fault(entry, line.line, "link: there is no record \"" + line.value.substr(space + 1) + "\"");
            return;
        }
        const auto from = chain::kind_of(entry.kind->record_kind).value();
        const auto to = chain::kind_of(other->kind->record_kind).value();
        if (!chain::is_legal(from, *relation, to)) {
            fault(entry, line.line,
                  "link: a " + std::string(chain::word(from)) + " cannot be " +
                      std::string(chain::word(*relation)) + " a " + std::string(chain::word(to)));
        }
    }

    void check_sources(const FolderEntry& entry) {
        std::set<std::string_view> seen;
        for (const FolderLine& source : entry.all("source")) {
            const auto parts = words(source.value);
            static constexpr std::string_view namings[] = {"name", "organisation", "role", "none"};
            if (parts.size() != 2 ||
                std::find(std::begin(namings), std::end(namings), parts[1]) == std::end(namings)) {
                fault(entry, source.line, "source must be an id and one of: name organisation role none");
                continue;
            }
            if (!folder_.find_record(parts[0]))
                fault(entry, source.line, "source: there is no record \"" + std::string(parts[0]) + "\"");
        }
    }

    void check_ranges(const FolderEntry& entry) {
        for (const std::string what : {"co2", "material", "money"}) {
            const std::string unit = what == "money" ? "_eur" : "_kg";
            std::int64_t low = 0;
            std::int64_t high = 0;
            const bool has_low = read_number(entry.value(what + "_low" + unit), 0, INT64_MAX, low);
            const bool has_high = read_number(entry.value(what + "_high" + unit), 0, INT64_MAX, high);
            if (has_low != has_high) fault(entry, 0, what + ": a figure needs both ends of its range");
            if (has_low && has_high && low > high)
                fault(entry, entry.line_of(what + "_low" + unit),
                      what + ": the low end is above the high end");
            if (has_low && entry.value(what + "_source").empty())
                fault(entry, 0, what + ": a figure needs its source");
        }
    }

    void check_taken(const FolderEntry& entry) {
        if (entry.kind->key != "id") return;
        const std::string table(entry.kind->record_kind.empty() ? entry.kind->table : "records");
        if (in_.exists("select 1 from " + table + " where id = $1", {entry.id})) {
            fault(entry, 0, "this id is in the database already");
        }
    }

    const Folder& folder_;
    db::Connection& in_;
    std::vector<FolderFault>& faults_;
};

}  // namespace

void check_folder(const Folder& folder, db::Connection& in, std::vector<FolderFault>& faults) {
    Checker(folder, in, faults).run();
    check_files(folder, faults);
    check_factor_rows(folder, faults);
    check_scenarios(folder, faults);
}

}  // namespace kring::app
