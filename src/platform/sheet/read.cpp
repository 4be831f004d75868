// SPDX-License-Identifier: EUPL-1.2
#include "platform/sheet/read.hpp"

#include <array>

#include "platform/base/text.hpp"
#include "platform/sheet/reading.hpp"
#include "platform/sheet/turns.hpp"
#include "platform/upload/archive.hpp"

namespace kring::sheet {

namespace {

constexpr std::array<std::string_view, 21> fault_ids = {
    "empty_file",    "too_big",       "unknown_format", "old_office",    "other_document",
    "macros",        "encrypted",     "damaged",        "bomb",          "unsafe_path",
    "document_type", "no_such_sheet", "no_rows",        "too_many_rows", "too_many_columns",
    "cell_too_long", "too_much_text", "bad_characters", "quote_open",    "quote_followed",
    "bad_cell"};

Refusal refused(Fault fault) { return Refusal{fault, "", 0, "", ""}; }

// How the containers' own judge says no.
Fault fault_of(const Problem& problem) {
    if (problem.phrase == "upload.problem.bomb") return Fault::bomb;
    if (problem.phrase == "upload.problem.path") return Fault::unsafe_path;
    if (problem.phrase == "upload.problem.encrypted") return Fault::encrypted;
    return Fault::damaged;
}

bool has(const std::vector<upload::Entry>& entries, std::string_view name) {
    for (const upload::Entry& entry : entries) {
        if (entry.name == name) return true;
    }
    return false;
}

Read read_container(std::string_view bytes, const Wish& wish) {
    std::vector<upload::Entry> entries;
    if (const auto problem = upload::check_directory(bytes, entries)) return refused(fault_of(*problem));
    if (has(entries, "[Content_Types].xml")) return read_xlsx(bytes, entries, wish);
    if (has(entries, "content.xml")) return read_ods(bytes, entries, wish);
    return refused(Fault::unknown_format);
}

bool is_markup(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string begin = ascii_lower(trim(bytes.substr(0, 200)));
    return begin.starts_with("<?xml") || begin.starts_with("<!doctype") || begin.starts_with("<html") ||
           begin.starts_with("<table");
}

// Pictures and archives, which would else be taken for text in a strange encoding.
bool is_no_text(std::string_view bytes) {
    constexpr std::array<std::string_view, 6> marks = {"\x89PNG",  "\xFF\xD8\xFF", "GIF8",
                                                       "\x1F\x8B", "7z\xBC\xAF",   "Rar!"};
    for (const std::string_view mark : marks) {
        if (bytes.starts_with(mark)) return true;
    }
    return false;
}

}  // namespace

std::string_view id(Fault fault) { return fault_ids.at(static_cast<std::size_t>(fault)); }

std::variant<ReadTable, Refusal> read_table(std::string_view bytes, const Wish& wish) {
    if (bytes.size() > read_bytes_max) return refused(Fault::too_big);
    static Turns turns(2);
    const Turns::Turn turn(turns);
    if (trim(bytes).empty()) return refused(Fault::empty_file);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return refused(Fault::old_office);
    if (bytes.starts_with("PK\x03\x04")) return read_container(bytes, wish);
    if (bytes.starts_with("PK")) return refused(Fault::damaged);
    if (bytes.starts_with("%PDF") || bytes.starts_with("{\\rtf") || is_markup(bytes))
        return refused(Fault::other_document);
    if (is_no_text(bytes)) return refused(Fault::unknown_format);
    return read_csv(bytes, wish);
}

}  // namespace kring::sheet
