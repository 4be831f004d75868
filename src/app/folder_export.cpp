// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "app/folder.hpp"
#include "domain/chain/audience.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

class Exporter {
public:
    Exporter(db::Connection& in, const Actor& actor, Time when) : in_(in), actor_(actor), when_(when) {}

    std::map<std::string, std::string> run(std::string_view title) {
        // From the last kind to the first, so that the people and organisations pointed to are known
        // when their turn comes.
        const auto& kinds = folder_kinds();
        for (auto kind = kinds.rbegin(); kind != kinds.rend(); ++kind) export_kind(*kind);
        drop_dangling();
        for (const auto& [path, file] : made_) files_[path] = write_folder_file(file);
        export_files(in_, made_, files_);
        export_factor_rows(in_, made_, files_);
        files_["kring.md"] =
            write_folder_file({{{"format", "kring-folder 1", 0}, {"title", std::string(title), 0}}, {}});
        files_["DICTIONARY.md"] = folder_dictionary();
        return std::move(files_);
    }

private:
    bool is_record(const FolderKind& kind) const { return !kind.record_kind.empty(); }

    // Puts the audience rule where the dictionary says {record:…}, {network:…}, {facilitated:…}, {me}.
    std::string condition(const FolderKind& kind, std::vector<db::Param>& params) {
        if (actor_.is_operator) return "1 = 1";
        if (is_record(kind)) return chain::readable(actor_, when_, params);
        if (kind.folder == "people" || kind.folder == "organisations") return needed_condition(kind, params);
        std::string sql;
        const std::string_view text = kind.visible;
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] != '{') {
                sql += text[at++];
                continue;
            }
            const auto end = text.find('}', at);
            sql += expanded(text.substr(at + 1, end - at - 1), params);
            at = end + 1;
        }
        return sql;
    }

    std::string expanded(std::string_view macro, std::vector<db::Param>& params) {
        const auto given = [&](std::string_view value) {
            params.emplace_back(value);
            return "$" + std::to_string(params.size());
        };
        if (macro == "me") return given(actor_.person);
        const auto colon = macro.find(':');
        const std::string_view what = macro.substr(0, colon);
        std::string column(macro.substr(colon + 1));
        if (column.find('.') == std::string::npos) column = "t." + column;
        if (what == "record") {
            return "exists (select 1 from records r where r.id = " + column + " and " +
                   chain::readable(actor_, when_, params) + ")";
        }
        std::string among;
        for (const Membership& membership : actor_.memberships) {
            if (what == "facilitated" && !membership.is_facilitator) continue;
            among += (among.empty() ? "" : ", ") + given(membership.network);
        }
        const std::string listed = among.empty() ? "1 = 0" : column + " in (" + among + ")";
        if (what == "facilitated") return "(" + listed + ")";
        return "(" + listed + " or exists (select 1 from networks nn where nn.id = " + column +
               " and nn.audience = 'everyone'))";
    }

    std::string needed_condition(const FolderKind& kind, std::vector<db::Param>& params) {
        auto& needed = needed_[std::string(kind.folder)];
        if (kind.folder == "people" && actor_.is_signed_in()) needed.insert(actor_.person);
        if (kind.folder == "organisations" && !actor_.organisation.empty())
            needed.insert(actor_.organisation);
        std::string among;
        for (const std::string& id : needed) {
            params.emplace_back(id);
            among += (among.empty() ? "$" : ", $") + std::to_string(params.size());
        }
        return among.empty() ? "1 = 0" : "t.id in (" + among + ")";
    }

    void export_kind(const FolderKind& kind) {
        std::vector<db::Param> params;
        const std::string where = condition(kind, params);
        std::vector<std::string_view> keys;
        for (const std::string_view key : words(kind.key)) keys.push_back(key);
        std::string columns;
        for (const std::string_view key : keys)
            columns += (columns.empty() ? "t." : ", t.") + std::string(key);
        std::vector<const FolderField*> fields;
        if (is_record(kind)) {
            for (const FolderField& field : record_fields()) {
                columns += ", r." + std::string(field.column);
                fields.push_back(&field);
            }
        }
        for (const FolderField& field : kind.fields) {
            columns += ", t." + std::string(field.column);
            fields.push_back(&field);
        }
        const std::string from =
            std::string(kind.table) + " t" + (is_record(kind) ? " join records r on r.id = t.id" : "");
        const std::string condition_text =
            is_record(kind) ? where + " and r.kind = '" + std::string(kind.record_kind) + "'" : where;
        in_.query("select " + columns + " from " + from + " where " + condition_text, params,
                  [&](const db::Row& row) {
                      std::string id;
                      for (std::size_t i = 0; i < keys.size(); ++i)
                          id += (i == 0 ? "" : "--") + row.text(static_cast<int>(i));
                      add_row(kind, id, fields, row, static_cast<int>(keys.size()));
                  });
        for (const std::string& id : exported_[std::string(kind.folder)]) add_repeated(kind, id);
    }

    void add_row(const FolderKind& kind, const std::string& id, const std::vector<const FolderField*>& fields,
                 const db::Row& row, int column) {
        FolderFile file;
        for (const FolderField* field : fields) {
            std::string value = row.is_null(column) ? "" : written(*field, row, column);
            ++column;
            if (field->kind == FieldKind::email && !actor_.is_operator && id != actor_.person)
                value = id + "@withheld.invalid";
            if (value.empty()) continue;
            if (field->kind == FieldKind::reference) needed_[std::string(field->among)].insert(value);
            if (field->name == "audience_of") needed_["organisations"].insert(value);
            (field->kind == FieldKind::text ? file.texts : file.header)
                .push_back({std::string(field->name), value, 0});
        }
        exported_[std::string(kind.folder)].insert(id);
        made_[std::string(kind.folder) + "/" + id + ".md"] = std::move(file);
    }

    static std::string written(const FolderField& field, const db::Row& row, int column) {
        if (field.kind != FieldKind::yes_no) return row.text(column);
        if (row.truth(column)) return "yes";
        return field.is_required ? "no" : "";
    }

    // Links and readers of a record, sources of a statement: lines that may repeat.
    void add_repeated(const FolderKind& kind, const std::string& id) {
        FolderFile& file = made_[std::string(kind.folder) + "/" + id + ".md"];
        if (kind.folder == "statements") {
            std::vector<db::Param> params = {id};
            const std::string where = chain::readable(actor_, when_, params);
            in_.query(
                "select p.record_id, p.naming from placements p join records r on r.id = p.record_id "
                "where p.statement_id = $1 and " +
                    where + " order by p.position",
                params, [&](const db::Row& row) {
                    file.header.push_back({"source", row.text(0) + " " + row.text(1), 0});
                });
        }
        if (!is_record(kind)) return;
        in_.query("select person_id from record_readers where record_id = $1 order by person_id", {id},
                  [&](const db::Row& row) {
                      if (!actor_.is_operator && row.view(0) != actor_.person) return;
                      needed_["people"].insert(row.text(0));
                      file.header.push_back({"reader", row.text(0), 0});
                  });
        std::vector<db::Param> params = {id};
        const std::string where = chain::readable(actor_, when_, params);
        in_.query(
            "select l.relation, l.to_id from links l join records r on r.id = l.to_id where l.from_id = $1 "
            "and " +
                where + " order by l.relation, l.to_id",
            params,
            [&](const db::Row& row) { file.header.push_back({"link", row.text(0) + " " + row.text(1), 0}); });
    }

    // What a person's export points to but does not hold is left out, so that it can be loaded again.
    void drop_dangling() {
        for (auto& [path, file] : made_) {
            const FolderKind& kind = *folder_kind(path.substr(0, path.find('/')));
            std::erase_if(file.header, [&](const FolderLine& line) {
                for (const auto* fields : {&record_fields(), &kind.fields}) {
                    for (const FolderField& field : *fields) {
                        if (field.name != line.name || field.kind != FieldKind::reference) continue;
                        return exported_[std::string(field.among)].count(line.value) == 0;
                    }
                }
                return false;
            });
            if (kind.folder == "version-sources" && !actor_.is_operator) hide_closed_source(file);
        }
    }

    // A frozen version says that a statement rests on a closed record, never on which.
    void hide_closed_source(FolderFile& file) {
        for (FolderLine& line : file.header) {
            if (line.name != "record") continue;
            bool is_exported = false;
            for (const FolderKind& kind : folder_kinds()) {
                if (is_record(kind)) is_exported |= exported_[std::string(kind.folder)].count(line.value) > 0;
            }
            if (!is_exported) line.value = "closed";
        }
    }

    db::Connection& in_;
    const Actor& actor_;
    Time when_;
    std::map<std::string, FolderFile> made_;
    std::map<std::string, std::string> files_;
    std::map<std::string, std::set<std::string>> exported_;
    std::map<std::string, std::set<std::string>> needed_;
};

}  // namespace

std::map<std::string, std::string> export_folder(db::Connection& in, const Actor& actor, Time when,
                                                 std::string_view title) {
    return Exporter(in, actor, when).run(title);
}

std::string folder_dictionary() {
    static constexpr std::string_view kinds[] = {"line",   "text",         "reference",
                                                 "choice", "day",          "clock",
                                                 "moment", "number",       "number, maybe below 0",
                                                 "yes/no", "mail address", "languages"};
    std::string page =
        "# Data dictionary\n\nWritten by Kring from its own tables. The form of the files: "
        "docs/folder-format.md.\n";
    const auto rows = [&](const std::vector<FolderField>& fields) {
        std::string table = "\n| field | form | must be there | what it is |\n|---|---|---|---|\n";
        for (const FolderField& field : fields) {
            std::string form(kinds[static_cast<std::size_t>(field.kind)]);
            if (!field.among.empty())
                form += (field.kind == FieldKind::reference ? " to " : ": ") + std::string(field.among);
            table += "| `" + std::string(field.name) + "` | " + form + " | " +
                     (field.is_required ? "yes" : "no") + " | " + std::string(field.meaning) + " |\n";
        }
        return table;
    };
    page += "\n## The header of every record\n" + rows(record_fields());
    page += "\nBesides: `link` (relation and id, may repeat) and `reader` (person, may repeat).\n";
    for (const FolderKind& kind : folder_kinds()) {
        page += "\n## " + std::string(kind.folder) + "\n\n" + std::string(kind.meaning) +
                (kind.record_kind.empty() ? "" : " (a record)") + "; table `" + std::string(kind.table) +
                "`.\n" + rows(kind.fields);
    }
    return page;
}

}  // namespace kring::app
