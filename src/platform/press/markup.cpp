// SPDX-License-Identifier: EUPL-1.2
#include "platform/press/markup.hpp"

#include <algorithm>
#include <array>

#include "platform/base/text.hpp"

namespace kring::press {
namespace {

constexpr std::array<std::string_view, 13> no_text_in_html = {
    "head",    "script",   "style",    "title",    "textarea",  "xmp",   "iframe",
    "noembed", "noframes", "noscript", "template", "plaintext", "object"};

constexpr std::size_t most_attributes = 64;  // keeps the search for doubles linear

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Reads `markup` from one place on; `at` never goes back, which keeps the whole linear.
class Reader {
public:
    Reader(std::string_view markup, Markup kind) : markup_(markup), kind_(kind) {}

    bool is_done() const { return at_ >= markup_.size(); }
    char peek() const { return is_done() ? '\0' : markup_[at_]; }
    bool begins(std::string_view text) const { return markup_.substr(at_, text.size()) == text; }

    std::string_view text_before_tag() { return until('<'); }

    /// True at "<p", "</p": all else that begins with "<" is text or a declaration.
    bool is_at_tag() const {
        const std::size_t letter = at_ + (begins("</") ? 2 : 1);
        return peek() == '<' && letter < markup_.size() && is_letter(markup_[letter]);
    }

    void skip_past(std::string_view end) {
        const std::size_t found = markup_.find(end, at_);
        at_ = found == std::string_view::npos ? markup_.size() : found + end.size();
    }
    void skip_one() { ++at_; }

    /// Reads the tag at this place; false when the markup ends inside it.
    bool read(Tag& tag) {
        tag.is_end = begins("</");
        at_ += tag.is_end ? 2 : 1;
        tag.name = spelled(word("/>"));
        while (true) {
            skip_spaces();
            if (is_done()) return false;
            if (peek() == '>') return skip_one(), true;
            if (peek() == '/') {
                skip_one();
                tag.is_closed = peek() == '>';
                continue;
            }
            read_attribute(tag);
        }
    }

    /// The text up to and without "</name", whose tag is left to be read.
    std::string_view content_of(const std::string& name) {
        const std::size_t start = at_;
        while (!is_done()) {
            until('<');
            if (begins("</") && spelled(markup_.substr(at_ + 2, name.size())) == name) break;
            if (!is_done()) skip_one();
        }
        return markup_.substr(start, at_ - start);
    }

private:
    std::string spelled(std::string_view name) const {
        return kind_ == Markup::html ? ascii_lower(name) : std::string(name);
    }

    std::string_view until(char stop) {
        const std::size_t start = at_;
        at_ = std::min(markup_.find(stop, at_), markup_.size());
        return markup_.substr(start, at_ - start);
    }

    std::string_view word(std::string_view stops) {
        const std::size_t start = at_;
        while (!is_done() && !is_space(peek()) && stops.find(peek()) == std::string_view::npos) ++at_;
        return markup_.substr(start, at_ - start);
    }

    void skip_spaces() {
        while (!is_done() && is_space(peek())) ++at_;
    }

    void read_attribute(Tag& tag) {
        const std::string name = spelled(word("=/>"));
        if (name.empty()) return skip_one();
        skip_spaces();
        std::string_view value;
        if (peek() == '=') {
            skip_one();
            skip_spaces();
            value = read_value();
        }
        // The first of two attributes of one name counts, as it does in a browser.
        if (tag.attributes.size() < most_attributes && !tag.has(name))
            tag.attributes.emplace_back(name, value);
    }

    std::string_view read_value() {
        const char quote = peek();
        if (quote != '"' && quote != '\'') return word(">");
        skip_one();
        const std::string_view value = until(quote);
        if (!is_done()) skip_one();
        return value;
    }

    std::string_view markup_;
    Markup kind_;
    std::size_t at_ = 0;
};

void skip_declaration(Reader& reader) {
    if (reader.begins("<!--")) return reader.skip_past("-->");
    if (reader.begins("<![CDATA[")) return reader.skip_past("]]>");
    reader.skip_past(">");
}

bool is_dropped_whole(const Tag& tag, Markup kind) {
    if (tag.is_end) return false;
    if (kind == Markup::svg) return !tag.is_closed && (tag.name == "script" || tag.name == "style");
    return std::find(no_text_in_html.begin(), no_text_in_html.end(), tag.name) != no_text_in_html.end();
}

bool fetches_only_inside(std::string_view css) {
    for (std::size_t at = css.find("url"); at != std::string_view::npos; at = css.find("url", at + 1)) {
        if (css.substr(at, 5) != "url(#") return false;
    }
    // Escapes could spell "url" or "(" in a way not seen above.
    return css.find('\\') == std::string_view::npos && css.find("&#") == std::string_view::npos;
}

bool is_safe_sheet(std::string_view css) {
    return css.find('@') == std::string_view::npos && fetches_only_inside(css);
}

bool is_plain_name(std::string_view name) {
    return std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
    });
}

bool is_safe_in_svg(const std::string& name, const std::string& value) {
    const std::string lower = ascii_lower(name);
    if (!is_plain_name(name) || lower.starts_with("on")) return false;
    if (lower == "href" || lower.ends_with(":href")) return value.starts_with("#");
    if (lower == "src" || lower == "base" || lower.ends_with(":base")) return false;
    return fetches_only_inside(ascii_lower(value));
}

constexpr std::array<std::string_view, 24> svg_elements = {
    "svg",  "g",       "path",           "rect",           "circle", "ellipse",  "line", "polyline",
    "text", "polygon", "linearGradient", "radialGradient", "stop",   "clipPath", "mask", "pattern",
    "desc", "title",   "tspan",          "defs",           "symbol", "marker",   "use",  "style"};

}  // namespace

std::string_view Tag::value(std::string_view attribute) const {
    for (const auto& [name_, value_] : attributes) {
        if (name_ == attribute) return value_;
    }
    return {};
}

bool Tag::has(std::string_view attribute) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const auto& each) { return each.first == attribute; });
}

void Tag::set(std::string_view attribute, std::string_view value_) {
    for (auto& [name_, old] : attributes) {
        if (name_ != attribute) continue;
        old = value_;
        return;
    }
    attributes.emplace_back(attribute, value_);
}

bool Tag::has_class(std::string_view word) const {
    const std::vector<std::string_view> all = words(value("class"));
    return std::find(all.begin(), all.end(), word) != all.end();
}

std::string to_text(const Tag& tag) {
    if (tag.is_end) return "</" + tag.name + ">";
    std::string text = "<" + tag.name;
    for (const auto& [name, value] : tag.attributes) {
        text += " " + name + "=\"";
        for (const char c : value) {
            if (c == '"')
                text += "&quot;";
            else if (c == '<')
                text += "&lt;";
            else if (c == '>')
                text += "&gt;";
            else
                text += c;
        }
        text += '"';
    }
    return text + (tag.is_closed ? "/>" : ">");
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '"')
            safe += "&quot;";
        else
            safe += c;
    }
    return safe;
}

std::string rewritten(std::string_view markup, Markup kind, const TagWriter& write) {
    Reader reader(markup, kind);
    std::string out;
    while (!reader.is_done()) {
        out += reader.text_before_tag();
        if (reader.is_done()) break;
        if (reader.begins("<!") || reader.begins("<?")) {
            skip_declaration(reader);
            continue;
        }
        if (!reader.is_at_tag()) {
            out += "&lt;";
            reader.skip_one();
            continue;
        }
        Tag tag;
        if (!reader.read(tag)) break;
        if (!is_dropped_whole(tag, kind)) {
            out += write(tag);
            continue;
        }
        const std::string_view content = reader.content_of(tag.name);
        if (kind == Markup::svg && tag.name == "style" && is_safe_sheet(ascii_lower(content))) {
            out += write(tag);
            out += content;
            continue;
        }
        Tag end;
        if (!reader.is_done()) reader.read(end);
    }
    return out;
}

std::string clean_svg(std::string_view svg) {
    return rewritten(svg, Markup::svg, [](Tag& tag) -> std::string {
        if (std::find(svg_elements.begin(), svg_elements.end(), tag.name) == svg_elements.end()) return {};
        std::erase_if(tag.attributes,
                      [](const auto& each) { return !is_safe_in_svg(each.first, each.second); });
        return to_text(tag);
    });
}

}  // namespace kring::press
