// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/markdown_write.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "platform/base/text.hpp"
#include "platform/html/escape.hpp"
#include "platform/html/view.hpp"

namespace kring::html {

namespace {

constexpr std::size_t output_bytes_max = 1024 * 1024;
constexpr std::size_t depth_max = 48;
constexpr std::size_t part_cost = 16;
constexpr std::size_t cost_max = 2 * 1024 * 1024;
constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

struct Element {
    std::string_view start;
    std::string_view end;
};

Element element_of(Part part) {
    switch (part) {
        case Part::paragraph:
            return {"<p class=\"nl-paragraph\">", "</p>\n"};
        case Part::quote:
            return {"<blockquote class=\"utrecht-blockquote\">\n", "</blockquote>\n"};
        case Part::list:
            return {"<ul class=\"utrecht-unordered-list\">\n", "</ul>\n"};
        case Part::item:
            return {"<li>", "</li>\n"};
        case Part::code_block:
            return {"<pre class=\"nl-code-block\"><code>", "</code></pre>\n"};
        case Part::table:
            return {"<table class=\"utrecht-table\">\n", "</table>\n"};
        case Part::table_head:
            return {"<thead>\n", "</thead>\n"};
        case Part::table_body:
            return {"<tbody>\n", "</tbody>\n"};
        case Part::row:
            return {"<tr>", "</tr>\n"};
        case Part::head_cell:
            return {"<th scope=\"col\">", "</th>"};
        case Part::cell:
            return {"<td>", "</td>"};
        case Part::emphasis:
            return {"<em>", "</em>"};
        case Part::strong:
            return {"<strong>", "</strong>"};
        case Part::deleted:
            return {"<del>", "</del>"};
        case Part::code:
            return {"<code class=\"nl-code\">", "</code>"};
        default:
            return {"", ""};
    }
}

void append_utf8(std::string& out, std::uint32_t point) {
    constexpr std::uint32_t leads[] = {0x00, 0xC0, 0xE0, 0xF0};
    const unsigned tail = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    out += static_cast<char>(leads[tail] | point >> 6 * tail);
    for (unsigned left = tail; left-- > 0;) out += static_cast<char>(0x80 | (point >> 6 * left & 0x3F));
}

/// Percent-encodes what may not stand in an address, so that a browser sees what we check.
std::string encoded(std::string_view address) {
    constexpr std::string_view kept = "-._~:/?#[]@!$&'()*+,;=%";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_alnum =
            byte < 0x80 && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        if (is_alnum || kept.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

bool may_link_to(std::string_view address) {
    const Address kind = kind_of_address(address);
    return kind == Address::web || kind == Address::mail;
}

bool is_block(Part part) { return part != Part::nothing && part < Part::emphasis; }

bool is_blank(std::string_view text) { return trim(text).empty(); }

}  // namespace

std::string resolved_reference(std::string_view reference) {
    if (reference == "&amp;") return "&";
    if (reference.size() < 4 || reference[1] != '#') return std::string(reference);
    const bool is_hex = reference[2] == 'x' || reference[2] == 'X';
    const char* const begin = reference.data() + (is_hex ? 3 : 2);
    std::uint32_t point = 0;
    const auto read =
        std::from_chars(begin, reference.data() + reference.size() - 1, point, is_hex ? 16 : 10);
    const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (read.ec != std::errc{} || point == 0 || point > 0x10FFFF || is_surrogate)
        return std::string(replacement_character);
    std::string out;
    append_utf8(out, point);
    return out;
}

void MarkdownWriter::spend(std::size_t address_bytes) {
    spent_ += part_cost + address_bytes;
    if (spent_ > cost_max) is_full_ = true;
}

void MarkdownWriter::enter(const Opening& opening) {
    entered_.push_back(opening.part);
    open(opening);
    check_size();
}

void MarkdownWriter::leave(Part part) {
    std::size_t depth = entered_.size();
    while (depth > 0 && entered_[depth - 1] != part) {
        if (!is_block(part) && is_block(entered_[depth - 1])) return;
        --depth;
    }
    if (depth == 0) return;
    while (entered_.size() >= depth) {
        entered_.pop_back();
        close();
    }
    check_size();
}

void MarkdownWriter::check_size() {
    if (out_.size() > output_bytes_max || entered_.size() > depth_max) is_full_ = true;
}

void MarkdownMarkup::push(Part part, std::string_view start, std::string_view end) {
    const std::size_t outside = out_.size();
    out_ += start;
    opened_.push_back({part, outside, out_.size(), std::string(end), "", 0});
}

void MarkdownMarkup::open(const Opening& opening) {
    // The words of an image are the words of a link: no marks in them.
    if (images_ > 0 && opening.part != Part::image) return push(Part::nothing, "", "");
    if (opening.part == Part::heading) return open_heading(opening.number);
    if (opening.part == Part::link || opening.part == Part::image) return open_anchor(opening);
    if (opening.part == Part::numbered_list) {
        const std::string start =
            opening.number == 1 ? "" : " start=\"" + std::to_string(opening.number) + "\"";
        return push(opening.part, "<ol class=\"utrecht-ordered-list\"" + start + ">\n", "</ol>\n");
    }
    const Element element = element_of(opening.part);
    push(opening.part, element.start, element.end);
}

/// Members skip levels; a page may not, so a heading is at most one below the one before it.
void MarkdownMarkup::open_heading(int level) {
    const int here = std::min({heading_level_ + level - 1, last_level_ + 1, 6});
    const std::string digit = std::to_string(here);
    const std::string name = "h" + digit;
    push(Part::heading, "<" + name + " class=\"nl-heading nl-heading--level-" + digit + "\">",
         "</" + name + ">\n");
    opened_.back().level = here;
}

/// A picture from elsewhere would tell that site who reads here: it becomes a link to it.
void MarkdownMarkup::open_anchor(const Opening& opening) {
    const std::string target = encoded(opening.address);
    const bool may_link = links_ == 0 && images_ == 0 && may_link_to(target);
    if (opening.part == Part::image) ++images_;
    if (!may_link) {
        // Its words stay; an anchor inside an anchor would break the outer one open.
        push(opening.part, "", "");
        return;
    }
    push(opening.part, "<a class=\"nl-link\" href=\"" + escaped(target) + "\" rel=\"nofollow noopener ugc\">",
         "</a>");
    opened_.back().address = target;
    ++links_;
}

void MarkdownMarkup::close() {
    const Opened opened = std::move(opened_.back());
    opened_.pop_back();
    if (opened.part == Part::image) --images_;
    if (!opened.address.empty()) --links_;
    if (is_blank(std::string_view(out_).substr(opened.inside)))
        close_empty(opened);
    else
        out_ += opened.end;
    if (opened.part == Part::heading && out_.size() > opened.outside) last_level_ = opened.level;
}

/// A screen reader would announce an empty heading, link or column head.
void MarkdownMarkup::close_empty(const Opened& opened) {
    if (!opened.address.empty()) {
        write_escaped(out_, opened.address);
        out_ += opened.end;
    } else if (opened.part == Part::head_cell) {
        out_.resize(opened.outside);
        out_ += "<td></td>";
    } else if (opened.part == Part::heading || opened.part == Part::table_body) {
        out_.resize(opened.outside);
    } else {
        out_ += opened.end;
    }
}

void MarkdownMarkup::rule() { out_ += "<hr class=\"utrecht-separator\">\n"; }

void MarkdownMarkup::line_break() { out_ += images_ > 0 ? " " : "<br>\n"; }

void MarkdownMarkup::text(std::string_view text) {
    write_escaped(out_, text);
    check_size();
}

/// A named reference is left to the browser: between tags it can only become text.
void MarkdownMarkup::reference(std::string_view reference) {
    const bool is_numeric = reference.size() > 2 && reference[1] == '#';
    if (is_numeric) return text(resolved_reference(reference));
    out_ += reference;
    check_size();
}

void MarkdownWords::open(const Opening& opening) {
    const Part part = opening.part;
    opened_.push_back(part);
    if (part == Part::code_block) ++code_blocks_;
    // A list in a list begins behind its item's words.
    if (part == Part::list || part == Part::numbered_list) out_ += '\n';
}

void MarkdownWords::close() {
    const Part part = opened_.back();
    opened_.pop_back();
    if (part == Part::code_block) --code_blocks_;
    const bool is_cell = part == Part::cell || part == Part::head_cell;
    if (is_cell)
        out_ += ' ';
    else if (is_block(part))
        out_ += '\n';
}

/// A line break in running text is only where the writer's line was full.
void MarkdownWords::text(std::string_view text) {
    if (text == "\n" && code_blocks_ == 0)
        out_ += ' ';
    else
        out_ += text;
    check_size();
}

}  // namespace kring::html
