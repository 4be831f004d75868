// SPDX-License-Identifier: EUPL-1.2
// The dictionary of the folder format: each kind of record, its folder, table and fields. Loading,
// checking, exporting and the data dictionary all follow this one table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::app {

/// `number` is 0 or more; `whole` may be negative.
enum class FieldKind {
    line,
    text,
    reference,
    choice,
    day,
    clock,
    moment,
    number,
    whole,
    yes_no,
    email,
    languages
};

struct FolderField {
    std::string_view name;    ///< in the file
    std::string_view column;  ///< in the table
    FieldKind kind = FieldKind::line;
    bool is_required = false;
    std::string_view among;    ///< reference: the folder it points to; choice: the words, spaced
    std::string_view meaning;  ///< for the dictionary
};

struct FolderKind {
    std::string_view folder;
    std::string_view table;
    std::string_view record_kind;  ///< "" when it is no record
    std::string_view meaning;
    std::vector<FolderField> fields;
    /// For --as: a condition on the table (alias t) that tells which rows a person may have, with
    /// {record:COLUMN} for "that column's record is readable" and {me} for the person. "" for records.
    std::string_view visible;
    std::string_view key = "id";  ///< the columns that make the file's name, joined by "--"
};

/// Topics and the votes on them, and messages; a group of folder_kinds().
std::vector<FolderKind> planning_kinds();

/// Guest speakers (folder_guests.cpp).
std::vector<FolderKind> guest_kinds();

/// In loading order: what is pointed to comes before what points, but for links.
const std::vector<FolderKind>& folder_kinds();

/// Those of break-out tables, a part of the above.
std::vector<FolderKind> breakout_kinds();

/// Of live workshops; who chose what about a statement is never exported.
std::vector<FolderKind> live_kinds();

/// Who wishes to meet a colleague, and who was paired (folder_kinds_acquaintances.cpp).
std::vector<FolderKind> acquaintance_kinds();

/// What was computed with the Rekenhulp (folder_scenarios.cpp).
std::vector<FolderKind> scenario_kinds();

/// Factor sets and their versions (folder_factors.cpp).
std::vector<FolderKind> factor_kinds();

/// The kinds about what stays of a workshop, a part of the above.
std::vector<FolderKind> folder_kinds_afterwards();

/// Draft tenders and real bids (folder_kinds_tender.cpp).
std::vector<FolderKind> tender_kinds();

/// The fields of the record header, before a record's own.
const std::vector<FolderField>& record_fields();

const FolderKind* folder_kind(std::string_view folder);

/// DICTIONARY.md.
std::string folder_dictionary();

}  // namespace kring::app
