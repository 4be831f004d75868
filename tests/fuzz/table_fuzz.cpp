// SPDX-License-Identifier: EUPL-1.2
// Any bytes as somebody's list of equipment: reading ends, keeps its limits, and a fleet made of what was
// read loses no row.
#include <cstdint>
#include <cstdlib>

#include "engine/inventory/inventory.hpp"
#include "platform/base/text.hpp"
#include "platform/sheet/read.hpp"

using namespace kring;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto read = sheet::read_table(bytes);
    if (const auto* refusal = std::get_if<sheet::Refusal>(&read)) {
        if (!is_clean_text(refusal->value) || sheet::id(refusal->fault).empty()) std::abort();
        return 0;
    }
    const cells::Table& table = std::get<sheet::ReadTable>(read).table;
    if (table.rows.empty() || table.rows.size() > sheet::rows_max) std::abort();
    std::size_t line = 0;
    for (const cells::Row& row : table.rows) {
        if (row.line <= line || row.cells.empty() || row.cells.size() > sheet::columns_max) std::abort();
        line = row.line;
    }
    const inventory::Layout layout = inventory::guess(table);
    if (!inventory::obstacles(table, layout, {}).empty()) return 0;
    const inventory::Fleet fleet = inventory::read(table, layout, {});
    std::size_t rows = 0;
    for (const cells::Row& row : table.rows) rows += row.line > layout.header_line ? 1 : 0;
    if (fleet.rows_counted + fleet.rows_unread + fleet.rows_aside != rows) std::abort();
    if (fleet.quantity() < 0) std::abort();
    return 0;
}
