// SPDX-License-Identifier: EUPL-1.2
// A strict reader of separated values (RFC 4180, with semicolons and tabs too): rows that fit the header, and
// for every other row the line and why it was left out. Linear in the bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/reading/notes.hpp"

namespace kring::reading {

struct TableRow {
    int line = 0;  ///< where it begins
    std::vector<std::string> cells;
};

struct Table {
    char separator = ',';
    std::vector<std::string> head;
    std::vector<TableRow> rows;  ///< each as long as the head
    int refused = 0;             ///< rows that were left out
};

/// Reads admitted text. The separator is the one of comma, semicolon and tab that the first line holds most
/// of. False when the whole file is refused; the reason is noted.
bool read_table(std::string_view text, Table& table, Notes& notes);

/// Where the column stands in the head; nothing when it does not.
std::optional<std::size_t> column(const Table& table, std::string_view name);

}  // namespace kring::reading
