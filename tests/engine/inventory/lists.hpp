// SPDX-License-Identifier: EUPL-1.2
// Lists of equipment written down in tests, and what was made of them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/inventory/inventory.hpp"
#include "platform/base/text.hpp"

namespace kring::inventory {

/// Rows with "|" between the cells; a line that is empty is a row left out. Numbers are text, as in a CSV.
inline cells::Table table_of(std::string_view text) {
    cells::Table table;
    std::size_t line = 0;
    for (const std::string_view row : split(text, '\n')) {
        ++line;
        cells::Row read{line, {}};
        for (const std::string_view cell : split(row, '|')) {
            read.cells.emplace_back();
            read.cells.back().text = trim(cell);
            if (!trim(cell).empty()) read.cells.back().kind = cells::Kind::text;
        }
        while (!read.cells.empty() && read.cells.back().kind == cells::Kind::empty) read.cells.pop_back();
        if (!read.cells.empty()) table.rows.push_back(read);
    }
    return table;
}

inline Fleet fleet_of(const cells::Table& table, const Choices& choices = {}) {
    return read(table, guess(table), choices);
}
inline Fleet fleet_of(std::string_view text, const Choices& choices = {}) {
    return fleet_of(table_of(text), choices);
}

/// "laptop Dell Latitude 12, monitor  4"
inline std::string said(const Fleet& fleet) {
    std::vector<std::string> groups;
    for (const Group& group : fleet.groups) {
        std::vector<std::string> parts{std::string(id(group.device))};
        if (!group.maker.empty()) parts.push_back(group.maker);
        if (!group.model.empty()) parts.push_back(group.model);
        parts.push_back(std::to_string(group.quantity));
        groups.push_back(join(parts, " "));
    }
    return join(groups, ", ");
}

/// "3 B kind_unknown"
inline std::vector<std::string> remarks_of(const Fleet& fleet) {
    std::vector<std::string> remarks;
    for (const Remark& remark : fleet.remarks) {
        remarks.push_back(std::to_string(remark.line) + (remark.column.empty() ? "" : " " + remark.column) +
                          " " + std::string(id(remark.reason)));
    }
    return remarks;
}

}  // namespace kring::inventory
