// SPDX-License-Identifier: EUPL-1.2
#include "platform/sheet/parts.hpp"

#include <algorithm>

#include "platform/base/text.hpp"
#include "platform/upload/archive.hpp"

namespace kring::sheet {

std::string_view attribute_of(const upload::Tag& tag, std::string_view local, std::string_view space) {
    for (const auto& [name, value] : tag.attributes) {
        if (name.local == local && name.space == space) return value;
    }
    return "";
}

std::size_t count_of(std::string_view text, std::size_t otherwise) {
    std::int64_t number = 0;
    if (!read_number(text, 1, 1'000'000'000'000, number)) return otherwise;
    return static_cast<std::size_t>(number);
}

std::optional<Fault> read_part(std::string_view zip, const std::vector<upload::Entry>& entries,
                               std::string_view name, Looking& looking) {
    for (const upload::Entry& entry : entries) {
        if (entry.name == name && entry.unpacked > part_max) return Fault::bomb;
    }
    const auto bytes = upload::unpack_one(zip, entries, name);
    if (!bytes) return Fault::damaged;
    std::string unchanged;
    switch (upload::read_markup(*bytes, looking, unchanged)) {
        case upload::Form::has_document_type:
            return Fault::document_type;
        case upload::Form::broken:
            if (!looking.has_enough()) return Fault::damaged;
            return std::nullopt;
        case upload::Form::well:
            return std::nullopt;
    }
    return Fault::damaged;
}

bool has_part(const std::vector<upload::Entry>& entries, std::string_view name) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const upload::Entry& entry) { return entry.name == name; });
}

}  // namespace kring::sheet
