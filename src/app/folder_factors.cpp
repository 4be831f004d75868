// SPDX-License-Identifier: EUPL-1.2
// Factor sets in the folder: set and version as other kinds, and all rows of a version as one file beside
// them, under its hash. So a thousand rows are one file, and a version comes back exactly as it was.
#include <algorithm>

#include "app/folder.hpp"
#include "domain/factor/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;

constexpr std::string_view versions_folder = "factor-versions";

const std::vector<FolderEntry>& versions_in(const Folder& folder) {
    static const std::vector<FolderEntry> none;
    const auto found = folder.entries.find(versions_folder);
    return found == folder.entries.end() ? none : found->second;
}

}  // namespace

// clang-format off: a table reads by its rows
std::vector<FolderKind> factor_kinds() {
    return {
        {"factor-sets", "factor_sets", "", "a set of factors with one licence",
         {{"name", "name", F::line, required, "", "as its publisher calls it"},
          {"kind", "kind", F::choice, required, "footprints electricity own", "what it holds"},
          {"source", "source", F::line, required, "", "who published it"},
          {"url", "url", F::line, optional, "", "where"},
          {"licence", "licence", F::choice, required, "ODbL-1.0 CC-BY-SA-4.0 own", "licence of the data"},
          {"notice", "notice", F::line, optional, "", "what public use must carry"}},
         "1 = 0"},
        {"factor-versions", "factor_versions", "",
         "a version of a set; its rows, and what was odd in the file, are in files/",
         {{"set", "set_id", F::reference, required, "factor-sets", "set"},
          {"number", "number", F::number, required, "", "number, from 1"},
          {"file_name", "file_name", F::line, optional, "", "file that was imported"},
          {"hash", "hash", F::line, required, "", "SHA-256 of that file"},
          {"rows_hash", "rows_hash", F::line, required, "", "SHA-256 of the rows, and their name in files/"},
          {"made_by", "made_by", F::reference, optional, "people", "who; absent: the command line"},
          {"made_at", "made_at", F::moment, required, "", "when"},
          {"taken", "taken", F::number, required, "", "rows"},
          {"rejected", "rejected", F::number, required, "", "rows that were rejected"},
          {"oddities", "oddities", F::number, required, "", "what stood out"},
          {"added", "added", F::number, required, "", "rows added to the version before"},
          {"removed", "removed", F::number, required, "", "rows removed"},
          {"changed", "changed", F::number, required, "", "rows changed"}},
         "1 = 0"},
    };
}
// clang-format on

void export_factor_rows(db::Connection& in, const std::map<std::string, FolderFile>& made,
                        std::map<std::string, std::string>& files) {
    for (const auto& [path, file] : made) {
        if (!path.starts_with(versions_folder)) continue;
        FolderEntry entry;
        entry.file = file;
        const int number = std::stoi(std::string(entry.value("number")));
        const auto version = factor::find_version(in, entry.value("set"), number);
        KRING_ASSERT(version);
        std::vector<factor::Row> rows = factor::rows(in, *version);
        // A database orders keys by its own alphabet.
        std::sort(rows.begin(), rows.end(),
                  [](const factor::Row& a, const factor::Row& b) { return a.key < b.key; });
        const auto odd = factor::oddities(in, *version, false, 0, INT32_MAX);
        files["files/" + version->rows_hash] = factor::written(rows, odd);
    }
}

bool is_factor_rows(const Folder& folder, std::string_view hash) {
    const auto& all = versions_in(folder);
    return std::any_of(all.begin(), all.end(),
                       [&](const FolderEntry& entry) { return entry.value("rows_hash") == hash; });
}

void check_factor_rows(const Folder& folder, std::vector<FolderFault>& faults) {
    for (const FolderEntry& entry : versions_in(folder)) {
        const auto file = folder.files.find(std::string(entry.value("rows_hash")));
        const int line = entry.line_of("rows_hash");
        if (file == folder.files.end()) {
            faults.push_back({entry.path, line, "rows_hash: there is no such file in files/"});
        } else if (!factor::read_written(file->second)) {
            faults.push_back({entry.path, line, "rows_hash: the file in files/ holds no rows of factors"});
        }
    }
}

void write_factor_rows(const Folder& folder, db::Connection& in) {
    for (const FolderEntry& entry : versions_in(folder)) {
        const auto read = factor::read_written(folder.files.at(std::string(entry.value("rows_hash"))));
        factor::Version version;
        version.id = entry.id;
        version.set = entry.value("set");
        factor::insert_rows(in, version, read->rows, read->oddities);
    }
}

}  // namespace kring::app
