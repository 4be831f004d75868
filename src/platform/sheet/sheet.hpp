// SPDX-License-Identifier: EUPL-1.2
// One flat table as a file for a spreadsheet: CSV (RFC 4180) and ODS (ODF 1.3). No cell of either is
// ever a formula, whatever somebody typed (R31).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kring::sheet {

/// A day, "2026-11-23"; "" is an empty cell.
struct Day {
    std::string day;
};

/// Text is UTF-8; in an ODS a tab becomes a space, and characters that XML cannot hold are
/// left out.
using Cell = std::variant<std::string, std::int64_t, Day>;
using Cells = std::vector<Cell>;

struct Sheet {
    std::string name;               ///< of the sheet in an ODS
    std::vector<std::string> head;  ///< one label a column
    std::vector<Cells> rows;        ///< each as long as the head
};

inline constexpr std::string_view csv_type = "text/csv; charset=utf-8";
inline constexpr std::string_view ods_type = "application/vnd.oasis.opendocument.spreadsheet";

/// UTF-8 with a byte order mark, which Excel needs; commas, CRLF, every cell in quotes. Text that a
/// spreadsheet would take for a formula (= + - @ tab CR in front, also behind spaces) gets an apostrophe
/// in front.
std::string csv(const Sheet& sheet);

/// Text as typed, in cells of the kind string; numbers and days as such. `day` is what its archive is
/// dated. The same sheet and day give the same bytes.
std::string ods(const Sheet& sheet, std::string_view day);

}  // namespace kring::sheet
