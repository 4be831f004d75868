// SPDX-License-Identifier: EUPL-1.2
// One row of a factor set as it is kept: named cells, as text, each exactly what was read. Numbers are
// written in the shortest form that reads back to the same bits, so that two versions can be compared cell by
// cell.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/factor/factor.hpp"
#include "engine/catalogue/catalogue.hpp"

namespace kring::factor {

using Cells = std::vector<std::pair<std::string, std::string>>;  ///< only those that are known

struct Row {
    std::string key;           ///< a-z 0-9 -, unique in a version, the same in the next: "dell-latitude-7420"
    int line = 0;              ///< of the file; 0 when typed in
    std::string device_class;  ///< "laptop"; "" when about no class
    std::string maker;
    std::string name;  ///< of a product, an area, or as typed
    std::string area;  ///< "NLD"; "" when about no area
    Cells cells;
};

/// The cell's text, "" when it is not there.
std::string_view cell(const Row& row, std::string_view name);

/// The one written form of cells, a line each; and back.
std::string cells_text(const Cells& cells);
Cells read_cells(std::string_view text);

/// Lower case, anything but letters and digits becomes one "-": what keys are made of. At most 100 bytes.
std::string slug(std::string_view text);

std::string number_text(double number);
std::optional<double> read_real(std::string_view text);  ///< finite, with a decimal point

/// Rows as the engine reads them, as rows that are kept; and back, without the line. Keys are the slug of
/// maker and name (with "-2" for a second one of that name), of the area, or of area and year where a source
/// gives every year.
std::vector<Row> rows_of(const std::vector<catalogue::PcfRow>& read);
std::vector<Row> rows_of(const std::vector<catalogue::GridRow>& read);
catalogue::PcfRow footprint_of(const Row& row);
catalogue::GridRow grid_of(const Row& row);

/// All of a version, in the one written form that its rows_hash is of: each row, then each oddity.
std::string written(const std::vector<Row>& rows, const catalogue::Oddities& oddities);

struct Unwritten {
    std::vector<Row> rows;
    catalogue::Oddities oddities;
};
std::optional<Unwritten> read_written(std::string_view text);  ///< nothing on any fault

}  // namespace kring::factor
