// SPDX-License-Identifier: EUPL-1.2
// Tables as tests compare them, and files made by other programs for them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "platform/base/process.hpp"
#include "platform/sheet/read.hpp"

namespace kring::sheet {

using Grid = std::vector<std::vector<std::string>>;

/// The texts of the cells, row by row.
inline Grid texts_of(const cells::Table& table) {
    Grid grid;
    for (const cells::Row& row : table.rows) {
        grid.emplace_back();
        for (const cells::Cell& cell : row.cells) grid.back().push_back(cell.text);
    }
    return grid;
}

inline std::vector<std::size_t> lines_of(const cells::Table& table) {
    std::vector<std::size_t> lines;
    for (const cells::Row& row : table.rows) lines.push_back(row.line);
    return lines;
}

/// What was read; a failure of the test and an empty table when it was refused.
inline ReadTable table_of(std::string_view bytes, const Wish& wish = {}) {
    const auto read = read_table(bytes, wish);
    if (const Refusal* refusal = std::get_if<Refusal>(&read)) {
        ADD_FAILURE() << "refused: " << id(refusal->fault) << " line " << refusal->line << refusal->column;
        return {};
    }
    return std::get<ReadTable>(read);
}

/// "quote_open 3 B": the fault and its place; "read" when there is none.
inline std::string refusal_of(std::string_view bytes, const Wish& wish = {}) {
    const auto read = read_table(bytes, wish);
    const Refusal* refusal = std::get_if<Refusal>(&read);
    if (!refusal) return "read";
    std::string text(id(refusal->fault));
    if (refusal->line > 0) text += " " + std::to_string(refusal->line);
    if (!refusal->column.empty()) text += " " + refusal->column;
    return text;
}

/// The file "out" that a Python program makes in its folder.
inline std::string made_by_python(const std::string& program) {
    const ScratchFolder folder;
    const Finished done = run_program({"/usr/bin/python3", "-c", program}, folder.path(), 60);
    EXPECT_EQ(done.exit_code, 0) << done.errors;
    return read_file(folder.path() + "/out");
}

/// A file as LibreOffice writes it in another format: ".xlsx", ".ods", ".csv".
inline std::string made_by_libreoffice(const std::string& bytes, const std::string& from,
                                       const std::string& to) {
    const ScratchFolder folder;
    write_file(folder.path() + "/it." + from, bytes);
    const Finished done =
        run_program({"soffice", "--headless", "-env:UserInstallation=file://" + folder.path() + "/profile",
                     "--convert-to", to, "--outdir", folder.path() + "/out", "it." + from},
                    folder.path(), 180);
    EXPECT_EQ(done.exit_code, 0) << done.errors;
    return read_file(folder.path() + "/out/it." + to);
}

}  // namespace kring::sheet
