// SPDX-License-Identifier: EUPL-1.2
// Unpacks and packs zip containers (libzip inside). Only what directory.hpp let pass comes here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/upload/directory.hpp"

namespace kring::upload {

struct Part {
    std::string name;
    std::string bytes;
    bool is_stored = false;  ///< packed without compression
};

/// Every file but folders; nothing when one is not as long as declared, or its checksum differs.
std::optional<std::vector<Part>> unpack(std::string_view zip, const std::vector<Entry>& entries);

/// One file of it; nothing when it is absent, or not as declared.
std::optional<std::string> unpack_one(std::string_view zip, const std::vector<Entry>& entries,
                                      std::string_view name);

/// In the order given, every one with the same moment. Throws std::runtime_error when memory runs out.
std::string pack(const std::vector<Part>& parts);

}  // namespace kring::upload
