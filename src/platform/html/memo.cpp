// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/memo.hpp"

#include <functional>

namespace kring::html {

Memo::Place& Memo::place_of(std::string_view text, int variant) {
    const std::size_t hash = std::hash<std::string_view>{}(text) + static_cast<std::size_t>(variant);
    return places_[hash % places_.size()];
}

std::shared_ptr<const Memo::Entry> Memo::find(std::string_view text, int variant) {
    Place& place = place_of(text, variant);
    std::shared_ptr<const Entry> entry;
    {
        const std::lock_guard lock(place.mutex);
        entry = place.entry;
    }
    return entry && entry->variant == variant && entry->text == text ? entry : nullptr;
}

std::string Memo::keep(std::string_view text, int variant, std::string result) {
    auto entry = std::make_shared<const Entry>(Entry{std::string(text), variant, result});
    Place& place = place_of(text, variant);
    const std::lock_guard lock(place.mutex);
    place.entry = std::move(entry);
    return result;
}

}  // namespace kring::html
