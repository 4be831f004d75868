// SPDX-License-Identifier: EUPL-1.2
// Rewrites HTML and SVG tag by tag. What comes out holds only tags the caller wrote back: comments,
// declarations and scripts are gone, so no later reader (Chromium, pandoc) sees anything not looked at.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kring::press {

struct Tag {
    std::string name;                                             ///< lower case in HTML, as written in SVG
    bool is_end = false;                                          ///< </p>
    bool is_closed = false;                                       ///< <path/>
    std::vector<std::pair<std::string, std::string>> attributes;  ///< values as written, entities and all

    /// The value of the attribute, "" when there is none.
    std::string_view value(std::string_view attribute) const;
    bool has(std::string_view attribute) const;
    void set(std::string_view attribute, std::string_view value);
    bool has_class(std::string_view word) const;
};

enum class Markup { html, svg };

/// What to write in a tag's place; "" drops the tag and keeps what it holds.
using TagWriter = std::function<std::string(Tag& tag)>;

/// Linear in the length. In HTML the content of head, script, style and other elements that are
/// no text is dropped; in SVG that of script, and of a style that names anything outside.
std::string rewritten(std::string_view markup, Markup kind, const TagWriter& write);

/// The tag as text, attribute values quoted so that none can end early.
std::string to_text(const Tag& tag);

/// `text` as the content of an element or of a quoted attribute.
std::string escaped(std::string_view text);

/// A drawing without scripts and without anything fetched from elsewhere.
std::string clean_svg(std::string_view svg);

}  // namespace kring::press
