// SPDX-License-Identifier: EUPL-1.2
// The sets that come with the program, so that everything works before any import: archetypes per class of
// devices, electricity of the Netherlands and the Union, prices of CO2 and figures from reports. A version
// of them once released stays in the program beside its successor.
#pragma once

#include "domain/factor/row.hpp"

namespace kring::factor {

struct BuiltIn {
    Set set;
    Version version;
    std::vector<Row> rows;        ///< with as their only cells what a page shows besides
    std::vector<Figure> figures;  ///< in order of rows
};

/// All of them, in order of set and version.
const std::vector<BuiltIn>& built_in();

/// nullptr when there is none.
const BuiltIn* find_built_in(std::string_view set, int version);
const BuiltIn* newest_built_in(std::string_view set);

/// Those of one row.
std::vector<Figure> figures_of(const BuiltIn& from, std::string_view row);

}  // namespace kring::factor
