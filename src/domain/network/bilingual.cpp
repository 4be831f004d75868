// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/bilingual.hpp"

#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring {

namespace {

std::string name_of_language(std::string_view name) { return std::string(name) + "_language"; }

std::string other_than(html::Language page, const std::string& language) {
    return language == html::code(page) ? "" : language;
}

// A paragraph in Markdown begins with a letter, a digit that numbers no list, or emphasis.
bool begins_a_block(std::string_view text) {
    if (text.empty()) return false;
    if (text.front() == '*' && text.size() > 1 && text[1] != ' ') return false;
    if (std::string_view("#>-+*|`~").find(text.front()) != std::string_view::npos) return true;
    const auto after_digits = text.find_first_not_of("0123456789");
    return after_digits != 0 && after_digits != std::string_view::npos &&
           (text[after_digits] == '.' || text[after_digits] == ')');
}

}  // namespace

Worded in_language(const Bilingual& text, html::Language language) {
    const bool takes_english = text.nl.empty() || (language == html::Language::en && !text.en.empty());
    if (text.empty()) return {"", std::string(html::code(language))};
    return takes_english ? Worded{text.en, "en"} : Worded{text.nl, "nl"};
}

void set_worded(html::View& view, std::string_view name, const Bilingual& text, html::Language language) {
    const Worded worded = in_language(text, language);
    view.set(name, worded.text).set(name_of_language(name), other_than(language, worded.language));
}

void set_prose(html::View& view, std::string_view name, const Bilingual& text, html::Language language,
               int heading_level) {
    const Worded worded = in_language(text, language);
    view.set(name, html::markdown(worded.text, heading_level))
        .set(name_of_language(name), other_than(language, worded.language));
}

Lead split_lead(std::string_view markdown) {
    const std::string_view text = trim(markdown);
    if (begins_a_block(text)) return {"", std::string(text)};
    const auto end = text.find("\n\n");
    if (end == std::string_view::npos) return {html::markdown_words(text), ""};
    return {html::markdown_words(text.substr(0, end)), std::string(trim(text.substr(end)))};
}

}  // namespace kring
