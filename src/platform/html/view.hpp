// SPDX-License-Identifier: EUPL-1.2
// What a template is filled with: named values, lists and nested views. Text is escaped by
// the template for the place it lands in; Html is only what our own engine or renderer made.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kring::html {

/// Markup that is safe to put between tags as it stands. Made only in platform/html.
class Html {
public:
    Html() = default;
    const std::string& markup() const { return markup_; }
    bool empty() const { return markup_.empty(); }
    /// For platform/html, platform/press and generated pictures whose parts were escaped one by one.
    static Html trusted(std::string markup) {
        Html h;
        h.markup_ = std::move(markup);
        return h;
    }

private:
    std::string markup_;
};

/// Escapes & < > " ' for text and quoted attributes.
std::string escaped(std::string_view text);

class View;
using List = std::vector<View>;

class View {
public:
    using Slot = std::variant<std::string, Html, bool, List, std::shared_ptr<const View>>;

    View& set(std::string_view name, std::string text);
    View& set(std::string_view name, std::string_view text) { return set(name, std::string(text)); }
    View& set(std::string_view name, const char* text) { return set(name, std::string(text)); }
    View& set(std::string_view name, Html markup);
    View& set(std::string_view name, bool truth);
    View& set(std::string_view name, std::int64_t number) { return set(name, std::to_string(number)); }
    View& set(std::string_view name, int number) { return set(name, std::to_string(number)); }
    View& set(std::string_view name, std::size_t number) { return set(name, std::to_string(number)); }
    View& set(std::string_view name, List list);
    View& set(std::string_view name, View view);

    /// Nothing when the name was never set: the template engine then throws.
    const Slot* find(std::string_view name) const;
    const std::vector<std::pair<std::string, Slot>>& slots() const { return slots_; }

private:
    std::vector<std::pair<std::string, Slot>> slots_;
};

}  // namespace kring::html
