// SPDX-License-Identifier: EUPL-1.2
// Small files as Boavizta's, made for a test: one row told by the cells that matter.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/catalogue/catalogue.hpp"

namespace kring::catalogue {

using CellsOf = std::map<std::string, std::string>;

/// The header of Boavizta's file.
const std::vector<std::string>& boavizta_columns();

std::string header(char separator);

/// A row of a laptop that has nothing odd, with these cells instead.
std::string row(const CellsOf& cells, char separator = ',');

/// A file in the spelling of the US with these rows.
std::string file(const std::vector<CellsOf>& rows);
/// The same in French spelling, with cells as given.
std::string french_file(const std::vector<CellsOf>& rows);

/// "code" or "code:column" of every oddity, in order.
std::vector<std::string> codes(const Oddities& oddities);

/// The only oddity with the code; fails the test when it is not there just once.
Oddity only(const Oddities& oddities, Code code);

}  // namespace kring::catalogue
