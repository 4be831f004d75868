// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a file of the folder format: reading ends, and what was read without fault is
// written and read again the same.
#include <cstdint>
#include <cstdlib>

#include "app/folder_file.hpp"

using namespace kring::app;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<FolderFault> faults;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const FolderFile file = parse_folder_file(bytes, "fuzzed.md", faults);
    if (!faults.empty()) return 0;
    std::vector<FolderFault> again;
    const std::string written = write_folder_file(file);
    const FolderFile reread = parse_folder_file(written, "written.md", again);
    if (!again.empty() || reread.header.size() != file.header.size() ||
        reread.texts.size() != file.texts.size())
        std::abort();
    for (std::size_t i = 0; i < file.texts.size(); ++i) {
        if (reread.texts[i].value != file.texts[i].value) std::abort();
    }
    if (write_folder_file(reread) != written) std::abort();
    return 0;
}
