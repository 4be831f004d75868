// SPDX-License-Identifier: EUPL-1.2
// A whole folder in and out (docs/folder-format.md): checked as a whole before anything is written,
// exported through the one audience rule.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/folder_file.hpp"
#include "app/folder_kinds.hpp"
#include "domain/journal/journal.hpp"

namespace kring::app {

struct FolderEntry {
    const FolderKind* kind = nullptr;
    std::string id;    ///< the file's name without ".md"
    std::string path;  ///< "questions/vraag-1.md"
    FolderFile file;

    std::string_view value(std::string_view name) const;  ///< header or text; "" when absent
    int line_of(std::string_view name) const;             ///< 0 when absent
    std::vector<FolderLine> all(std::string_view name) const;
};

struct Folder {
    std::map<std::string, std::vector<FolderEntry>, std::less<>> entries;  ///< by folder name, by id
    std::map<std::string, std::string> files;                              ///< what people sent, by hash
    std::string title;
    std::string freeze;  ///< summary whose version 1 is frozen after loading, or ""

    const FolderEntry* find(std::string_view folder, std::string_view id) const;
    const FolderEntry* find_record(std::string_view id) const;
    std::size_t count() const;
};

/// Reads every file below `path`. Files it does not know are faults.
Folder read_folder(const std::string& path, std::vector<FolderFault>& faults);

/// Checks every field, reference and rule between records; also that no id is taken in `in`.
void check_folder(const Folder& folder, db::Connection& in, std::vector<FolderFault>& faults);

/// What people sent, which stands beside the records in "files/", each under its hash (folder_guests.cpp).
bool is_files_folder(std::string_view name);
void read_sent_file(const std::string& path, const std::string& name, Folder& folder,
                    std::vector<FolderFault>& faults);
void check_files(const Folder& folder, std::vector<FolderFault>& faults);
void write_files(const Folder& folder, db::Connection& in);
void export_files(db::Connection& in, const std::map<std::string, FolderFile>& made,
                  std::map<std::string, std::string>& files);

/// The rows of factor versions, which stand there too, each version in one file (folder_factors.cpp).
bool is_factor_rows(const Folder& folder, std::string_view hash);
void check_factor_rows(const Folder& folder, std::vector<FolderFault>& faults);
void write_factor_rows(const Folder& folder, db::Connection& in);
void export_factor_rows(db::Connection& in, const std::map<std::string, FolderFile>& made,
                        std::map<std::string, std::string>& files);

/// What only scenarios ask: texts that read back, and marks that are those of the texts.
void check_scenarios(const Folder& folder, std::vector<FolderFault>& faults);

/// Writes a checked folder: records, links, counts, search index, one journal line.
void write_to_database(const Folder& folder, const Act& act);

/// What `actor` may see, as files by path, in canonical form; always with manifest and dictionary.
std::map<std::string, std::string> export_folder(db::Connection& in, const Actor& actor, Time when,
                                                 std::string_view title);

}  // namespace kring::app
