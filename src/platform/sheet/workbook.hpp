// SPDX-License-Identifier: EUPL-1.2
// What surrounds the sheets of an XLSX: their names and parts, shared strings, which styles are dates.
// Private to platform/sheet.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/sheet/parts.hpp"

namespace kring::sheet {

struct Workbook {
    struct Sheet {
        std::string name;
        std::string part;  ///< "" when it is no sheet of cells, or stands outside the container
        bool is_hidden = false;
    };
    std::vector<Sheet> sheets;
    std::vector<std::string> strings;  ///< as a cell shows them; longer than cell_max when that was passed
    std::vector<bool> is_day;          ///< by style
    bool begins_in_1904 = false;       ///< days are counted from 1 January 1904
};

std::variant<Workbook, Fault> read_workbook(std::string_view zip, const std::vector<upload::Entry>& entries);

bool is_spreadsheet_name(const upload::Name& name, std::string_view local);

}  // namespace kring::sheet
