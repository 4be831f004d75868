// SPDX-License-Identifier: EUPL-1.2
// A table as somebody's file holds it: rows of cells with their places. Stands here because platform/sheet
// reads it from files and engine/inventory, which knows no files, makes a fleet of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kring::cells {

enum class Kind {
    empty,
    text,
    number,
    day,    ///< a date, with or without a time of day
    truth,  ///< true or false
    fault   ///< what a spreadsheet shows in place of a value: #N/A, #REF!
};

/// One cell. `text` is what stands there, trimmed, in clean UTF-8: a number in its shortest decimal form with
/// a point ("12", "1.4"), a day as "2024-03-01", a truth as "true" or "false", a fault as "#N/A".
struct Cell {
    Kind kind = Kind::empty;
    std::string text;
    double number = 0;       ///< finite; of a number only
    bool is_merged = false;  ///< covered by a merged area that begins elsewhere, whose value it repeats
};

struct Row {
    std::size_t line =
        0;  ///< from 1: the line of a text file on which the row begins, or a sheet's row number
    std::vector<Cell> cells;  ///< without empty ones at the end
};

struct Table {
    std::string sheet;      ///< its name; "" of a text file
    std::vector<Row> rows;  ///< in order of their lines; rows that are empty are left out
};

/// "A", "B" … "Z", "AA" for 0, 1 … 25, 26: as spreadsheets name their columns.
inline std::string column_name(std::size_t column) {
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

}  // namespace kring::cells
