// SPDX-License-Identifier: EUPL-1.2
// The data that stands beside the project, in ../shared: read by tests, never copied. Where it is not there,
// such tests are skipped and say so.
#pragma once

#include <filesystem>
#include <string>

#include "platform/base/process.hpp"

namespace kring::catalogue {

inline const std::string shared_folder = "../shared/data/";

inline bool is_there(const std::string& path) { return std::filesystem::exists(path); }

inline std::string shared_bytes(const std::string& name) { return read_file(shared_folder + name); }

}  // namespace kring::catalogue

/// Ends the test as skipped when the file of ../shared/data is not there.
#define NEEDS_SHARED(name)                                                     \
    if (!kring::catalogue::is_there(kring::catalogue::shared_folder + (name))) \
    GTEST_SKIP() << "needs " << kring::catalogue::shared_folder << (name) << " beside the project"
