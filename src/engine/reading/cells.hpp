// SPDX-License-Identifier: EUPL-1.2
// The cells of one row of a table, asked for by the name of their column: text put right, numbers within what
// such a figure can be; what cannot be used is noted and unknown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/reading/table.hpp"

namespace kring::reading {

/// What a number must be to be believed.
struct Limits {
    double most = 1e9;
    bool may_be_zero = false;
    bool is_zero_unknown = false;  ///< 0 stands for "not given"
    bool is_share = false;         ///< 0 to 1
};

class Cells {
public:
    Cells(const Table& table, char decimal_mark, Notes& notes)
        : table_(table), decimal_mark_(decimal_mark), notes_(notes) {}

    void turn_to(const TableRow& row) { row_ = &row; }
    int line() const { return row_->line; }

    /// As in the file; "" when the column is not there.
    std::string_view raw(std::string_view column) const;

    /// Trimmed, no-break spaces made spaces, decimal commas in it made points again where the file has them.
    std::string text(std::string_view column);

    /// The same for an address or code, where every comma before a digit was a point.
    std::string address(std::string_view column);

    std::optional<double> number(std::string_view column, const Limits& limits);

    void note(Code code, std::string_view column = "", std::string_view value = "",
              std::string_view other = "") {
        notes_.add(code, line(), column, value, other);
    }

private:
    std::string without_odd_blanks(std::string_view column);
    void mend_commas(std::string_view column, std::string& text, bool is_address);

    const Table& table_;
    char decimal_mark_;
    Notes& notes_;
    const TableRow* row_ = nullptr;
};

}  // namespace kring::reading
