// SPDX-License-Identifier: EUPL-1.2
// One file of the folder format (docs/folder-format.md): a header of single lines, then text fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::app {

struct FolderLine {
    std::string name;
    std::string value;
    int line = 0;  ///< where it stands in the file, from 1
};

struct FolderFile {
    std::vector<FolderLine> header;
    std::vector<FolderLine> texts;
};

struct FolderFault {
    std::string file;
    int line = 0;  ///< 0: the file as a whole
    std::string what;
};

inline constexpr std::size_t folder_file_bytes_max = 1024 * 1024;

/// Reads one file; what is wrong is added to `faults` with line and remedy, the rest is still read.
FolderFile parse_folder_file(std::string_view bytes, const std::string& path,
                             std::vector<FolderFault>& faults);

/// The one way to write it: parse_folder_file(write_folder_file(f)) gives f again.
std::string write_folder_file(const FolderFile& file);

}  // namespace kring::app
