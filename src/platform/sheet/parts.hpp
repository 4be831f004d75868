// SPDX-License-Identifier: EUPL-1.2
// Parts of a container and their XML, as both families of spreadsheets need them. Private to platform/sheet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sheet/read.hpp"
#include "platform/upload/directory.hpp"
#include "platform/upload/markup.hpp"

namespace kring::sheet {

/// A reading that empties nothing.
class Looking : public upload::Reading {
public:
    bool empties(const upload::Name&, std::string_view) override { return false; }
    bool empties_text(const upload::Name&) override { return false; }
    void text(const upload::Name&, std::string_view) override {}
};

/// Of no namespace, or of the one given; "" when absent.
std::string_view attribute_of(const upload::Tag& tag, std::string_view local, std::string_view space = "");

/// A whole number from 1; `otherwise` when the text is none or above a million million.
std::size_t count_of(std::string_view text, std::size_t otherwise);

/// Reads the part; why not, when it cannot be. A reading that has enough is not at fault.
std::optional<Fault> read_part(std::string_view zip, const std::vector<upload::Entry>& entries,
                               std::string_view name, Looking& looking);

bool has_part(const std::vector<upload::Entry>& entries, std::string_view name);

}  // namespace kring::sheet
