// SPDX-License-Identifier: EUPL-1.2
// What the readers of the three formats share: a table that grows within its limits, and how a cell's text is
// written. Private to platform/sheet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/sheet/read.hpp"
#include "platform/upload/directory.hpp"

namespace kring::sheet {

using Read = std::variant<ReadTable, Refusal>;

Read read_csv(std::string_view bytes, const Wish& wish);
Read read_xlsx(std::string_view zip, const std::vector<upload::Entry>& entries, const Wish& wish);
Read read_ods(std::string_view zip, const std::vector<upload::Entry>& entries, const Wish& wish);

cells::Cell text_cell(std::string_view text);  ///< trimmed; empty when nothing is left
cells::Cell number_cell(double number);        ///< a fault "#NUM!" when it is not finite
cells::Cell truth_cell(bool is_true);

/// "2024-03-01" when the text begins with such a day that exists; else nothing.
std::optional<std::string> day_of(std::string_view text);

/// The number that the whole text is, in XML's spelling (1, -2.50, 1E3); nothing else.
std::optional<double> number_of(std::string_view text);

/// Collects cells; once a limit is passed it holds a refusal and takes no more.
class Growing {
public:
    explicit Growing(std::string sheet) { table_.sheet = std::move(sheet); }

    /// Begins a row; its cells follow by `put`, in any order.
    void begin(std::size_t line) {
        row_.line = line;
        row_.cells.clear();
    }
    void put(std::size_t column, cells::Cell cell);

    /// Lets the text of a cell grow, as it is told in pieces; refuses what passes `cell_max`, as it stands.
    void take(std::size_t column, std::string& into, std::string_view more);

    /// Ends the row, keeping it when it holds something, `times` on successive lines.
    void end(std::size_t times = 1);

    void refuse(Fault fault, std::size_t column, std::string_view value = "");
    void refuse(Fault fault);

    std::size_t line() const { return row_.line; }
    bool is_refused() const { return refusal_.has_value(); }
    const Refusal& refusal() const { return *refusal_; }
    bool has_rows() const { return !table_.rows.empty(); }
    cells::Table& table() { return table_; }

private:
    cells::Table table_;
    cells::Row row_;
    std::size_t text_ = 0;  // bytes of all cells
    std::optional<Refusal> refusal_;
};

/// A merged area: lines from 1, columns from 0, both ends within.
struct Area {
    std::size_t first_line = 0;
    std::size_t last_line = 0;
    std::size_t column = 0;  ///< its first
};

/// The cells of an area's first column repeat its value, in rows that hold something; gives their number.
/// Sideways nothing is repeated: a heading over three columns names only the first.
std::size_t fill_merged(cells::Table& table, const std::vector<Area>& areas);

}  // namespace kring::sheet
