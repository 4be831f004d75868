// SPDX-License-Identifier: EUPL-1.2
// A text of the house itself (a name, a goal, an agenda) stands beside its translation. Readers
// get their own language where it is there, and otherwise the other one, marked as such.
#pragma once

#include <string>
#include <string_view>

#include "platform/html/phrases.hpp"
#include "platform/html/view.hpp"

namespace kring {

struct Bilingual {
    std::string nl;
    std::string en;

    bool empty() const { return nl.empty() && en.empty(); }
};

/// A text and the language it is in ("nl" or "en").
struct Worded {
    std::string text;
    std::string language;
};

/// In the language asked for; in the other one when that is all there is.
Worded in_language(const Bilingual& text, html::Language language);

/// Sets `name`, and `name_language`: the language of the text when it is not the page's, else "".
void set_worded(html::View& view, std::string_view name, const Bilingual& text, html::Language language);

/// The same for Markdown, rendered; headings in it begin at `heading_level`.
void set_prose(html::View& view, std::string_view name, const Bilingual& text, html::Language language,
               int heading_level);

/// Markdown split after its first paragraph, which stands under the title as plain words.
struct Lead {
    std::string first;  ///< "" when the text begins with a heading, a list or a quotation
    std::string rest;   ///< Markdown
};
Lead split_lead(std::string_view markdown);

}  // namespace kring
