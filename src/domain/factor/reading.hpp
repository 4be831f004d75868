// SPDX-License-Identifier: EUPL-1.2
// Files with factors become what is to be taken into a set: which set, which rows, what was odd. Which set it
// is shows from the content. Pure: reading happens before anything is written.
#pragma once

#include "domain/factor/row.hpp"

namespace kring::factor {

struct File {
    std::string name;
    std::string bytes;
};

/// What files hold for one set.
struct Reading {
    Set set;
    std::vector<Row> rows;  ///< in order of key
    catalogue::Oddities oddities;
    int rejected = 0;       ///< rows
    std::string file_name;  ///< of all files, ", " between them
    std::string hash;       ///< SHA-256 of the file's bytes; of several files, of their hashes in a row
    bool keeps_others =
        false;  ///< rows that these files do not name stay: a year of electricity, own figures
};

/// One reading a set, in order of set. `set`: an id to take them under, when not the usual one. Problems, all
/// `invalid` at the field "file" and with the value "file": a file that cannot be read at all, one without
/// any usable row, and files of several sets when `set` names one.
Result<std::vector<Reading>> read_files(const std::vector<File>& files, std::string_view set = "");

/// The set that imported rows of each kind belong to.
Set boavizta_set();
Set ember_set();
Set electricity_maps_set();
Set marginal_set();

}  // namespace kring::factor
