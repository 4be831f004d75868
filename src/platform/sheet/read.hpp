// SPDX-License-Identifier: EUPL-1.2
// A table out of somebody's file: CSV (RFC 4180, and what programs make of it), XLSX (ECMA-376) or ODS (ODF
// 1.3), told by content, not by name. Values are read as they stand: nothing is calculated, run or fetched;
// what could be read in two ways is refused with its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/base/cells.hpp"

namespace kring::sheet {

/// Most of everything; with these no file takes more than some 250 MB of memory or a few seconds.
inline constexpr std::size_t read_bytes_max = 25 * 1024 * 1024;
inline constexpr std::size_t rows_max = 20'000;  ///< that hold something
inline constexpr std::size_t columns_max = 256;
inline constexpr std::size_t cell_max = 32'767;            ///< bytes of one cell's text
inline constexpr std::size_t text_max = 32 * 1024 * 1024;  ///< bytes of all cells together
inline constexpr std::size_t strings_max = 1'000'000;      ///< shared strings of an XLSX
inline constexpr std::size_t sheets_max = 1'000;
inline constexpr std::size_t part_max = 100 * 1024 * 1024;  ///< bytes of one XML part, unpacked

enum class Format { csv, xlsx, ods };
enum class Encoding { utf8, utf16, windows_1252 };

enum class Fault {
    empty_file,
    too_big,         ///< above read_bytes_max
    unknown_format,  ///< neither text nor one of these containers
    old_office,      ///< .xls, or a password: the container of before 2007
    other_document,  ///< a text document or slides, a flat .fods, a web page
    macros,          ///< .xlsm and the like
    encrypted,
    damaged,           ///< a container or its XML that cannot be read
    bomb,              ///< unpacks to far more than it is, or has more than sheets_max sheets
    unsafe_path,       ///< the container names a file outside itself
    document_type,     ///< XML with a document type: entities could fetch or multiply
    no_such_sheet,     ///< `value`: the name asked for
    no_rows,           ///< no sheet that can be seen holds anything
    too_many_rows,     ///< `line`
    too_many_columns,  ///< `line`
    cell_too_long,     ///< `line`, `column`
    too_much_text,     ///< `line`; 1 when it is the shared strings of an XLSX
    bad_characters,    ///< `line`: bytes that are no text in any encoding read here
    quote_open,        ///< `line`: where the quote begins that never ends
    quote_followed,    ///< `line`, `column`: something stands between the quote and the separator
    bad_cell           ///< `line`, `column`, `value`: its type and its value do not agree
};

/// "empty_file" …: as phrases name it.
std::string_view id(Fault fault);

/// Why a file was not read, and where; what does not apply is 0 or "".
struct Refusal {
    Fault fault = Fault::damaged;
    std::string sheet;
    std::size_t line = 0;
    std::string column;  ///< "B"
    std::string value;   ///< at most 80 characters
};

struct SheetName {
    std::string name;
    bool is_hidden = false;
};

/// What the reader asks or was told by hand.
struct Wish {
    std::string sheet;              ///< "": the first that can be seen and holds something
    std::optional<char> separator;  ///< of a CSV; nothing: found out
};

struct ReadTable {
    cells::Table table;
    Format format = Format::csv;
    Encoding encoding = Encoding::utf8;  ///< of a CSV
    char separator = ',';                ///< of a CSV
    std::vector<SheetName> sheets;       ///< of XLSX and ODS, in order
    std::size_t hidden_rows = 0;         ///< filtered or hidden; they are in the table as well
    std::size_t merged_cells = 0;        ///< cells that repeat the value of a merged area above them
};

/// Reads at most two tables at once in this process; a third waits.
std::variant<ReadTable, Refusal> read_table(std::string_view bytes, const Wish& wish = {});

}  // namespace kring::sheet
