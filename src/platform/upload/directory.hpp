// SPDX-License-Identifier: EUPL-1.2
// The directory of a zip container, judged before anything is unpacked (R24): who looks at it in two ways
// must see the same files. Stricter than the format: what office programs do not write is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"

namespace kring::upload {

inline constexpr std::size_t entries_max = 2000;
inline constexpr std::size_t ratio_max = 100;
inline constexpr std::size_t unpacked_max = 200 * 1024 * 1024;  ///< bytes, all entries together

struct Entry {
    std::string name;
    std::size_t packed = 0;    ///< bytes
    std::size_t unpacked = 0;  ///< bytes, as declared; the reader holds it to that
    std::size_t begin = 0;     ///< of its local header
    std::size_t end = 0;       ///< just past its data
    bool is_stored = false;    ///< not compressed
};

/// Nothing when the container may be unpacked; then `entries` are its files in order of the directory.
std::optional<Problem> check_directory(std::string_view zip, std::vector<Entry>& entries);

}  // namespace kring::upload
