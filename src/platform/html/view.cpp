// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/view.hpp"

#include <algorithm>

#include "platform/html/escape.hpp"

namespace kring::html {

namespace {

constexpr std::size_t usual_size = 12;

/// Setting a name again replaces what was there, so that a page can start from a shared frame.
void put(std::vector<std::pair<std::string, View::Slot>>& slots, std::string_view name, View::Slot slot) {
    if (slots.empty()) slots.reserve(usual_size);
    const auto held =
        std::find_if(slots.begin(), slots.end(), [&](const auto& s) { return s.first == name; });
    if (held != slots.end())
        held->second = std::move(slot);
    else
        slots.emplace_back(std::string(name), std::move(slot));
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    write_escaped(out, text);
    return out;
}

View& View::set(std::string_view name, std::string text) {
    put(slots_, name, std::move(text));
    return *this;
}

View& View::set(std::string_view name, Html markup) {
    put(slots_, name, std::move(markup));
    return *this;
}

View& View::set(std::string_view name, bool truth) {
    put(slots_, name, truth);
    return *this;
}

View& View::set(std::string_view name, List list) {
    put(slots_, name, std::move(list));
    return *this;
}

View& View::set(std::string_view name, View view) {
    put(slots_, name, std::make_shared<const View>(std::move(view)));
    return *this;
}

const View::Slot* View::find(std::string_view name) const {
    for (const auto& [held, slot] : slots_) {
        if (held == name) return &slot;
    }
    return nullptr;
}

}  // namespace kring::html
