// SPDX-License-Identifier: EUPL-1.2
// How the files of this room say no, and what they note. Private to platform/upload.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/text.hpp"
#include "platform/upload/upload.hpp"

namespace kring::upload {

/// `reason`: the phrase "upload.problem.<reason>".
inline Problem refusal(std::string_view reason,
                       std::vector<std::pair<std::string, std::string>> values = {}) {
    return Problem{Trouble::invalid, "upload.problem." + std::string(reason), "file", std::move(values)};
}

/// Notes what a file tells of itself; empty, unclean and surplus values are left out.
inline void note(std::vector<Found>& found, std::string_view what, std::string_view value) {
    const std::string_view text = trim(value);
    if (text.empty() || !is_clean_text(text) || found.size() >= 20) return;
    for (const Found& one : found) {
        if (one.what == what && one.value == text) return;
    }
    found.push_back({std::string(what), shortened(text, 200)});
}

}  // namespace kring::upload
