// SPDX-License-Identifier: EUPL-1.2
// Members' Markdown to HTML: an allow-list of elements, no raw HTML, links only to http, https
// and mailto with rel="nofollow noopener ugc", headings shifted below the page's own, output capped (R20).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "platform/html/view.hpp"

namespace kring::html {

inline constexpr std::size_t markdown_bytes_max = 64 * 1024;

/// `heading_level`: the level that a "#" heading gets (2 to 6). Text beyond markdown_bytes_max or
/// output beyond 1 MiB gives the escaped text in one <pre>. Tables get <th scope> and never scroll:
/// the stylesheet lets their words wrap. No heading skips a level. Linear in its input.
Html markdown(std::string_view text, int heading_level = 3);

/// The words alone, for search, titles and plain-text mail: no marks, one space between words,
/// line breaks kept between blocks.
std::string markdown_words(std::string_view text);

}  // namespace kring::html
