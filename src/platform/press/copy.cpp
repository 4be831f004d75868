// SPDX-License-Identifier: EUPL-1.2
#include "platform/press/copy.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "platform/base/text.hpp"
#include "platform/press/markup.hpp"

namespace kring::press {
namespace {

constexpr int text_width = 605;  // CSS pixels in 160 mm, the width between the margins

constexpr std::array<std::string_view, 55> elements = {
    "a",       "abbr",  "article", "aside",      "b",      "blockquote", "br",    "caption",
    "cite",    "code",  "col",     "data",       "dd",     "del",        "dfn",   "div",
    "dl",      "dt",    "em",      "figcaption", "figure", "footer",     "h1",    "h2",
    "h3",      "h4",    "h5",      "h6",         "header", "hr",         "i",     "img",
    "ins",     "li",    "main",    "nav",        "ol",     "p",          "pre",   "q",
    "section", "small", "span",    "strong",     "sub",    "sup",        "table", "tbody",
    "td",      "tfoot", "th",      "thead",      "time",   "tr",         "ul"};

constexpr std::array<std::string_view, 15> attributes = {
    "alt", "class", "colspan", "data-for", "datetime", "dir",   "headers", "href",
    "id",  "lang",  "rowspan", "scope",    "src",      "start", "value"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Entities may hide a scheme, so only what is spelled out passes.
bool is_link(std::string_view address) {
    const std::string lower = ascii_lower(address.substr(0, 8));
    return lower.starts_with("#") || lower.starts_with("https://") || lower.starts_with("http://") ||
           lower.starts_with("mailto:");
}

bool is_landmark(std::string_view name) {
    return name == "header" || name == "nav" || name == "footer" || name == "aside" || name == "article" ||
           name == "main";
}

/// pandoc forgets the class of a paragraph, but keeps that of a box around it.
std::string_view style_of_paragraph(const Tag& tag) {
    for (const std::string_view name : {"k-bron", "k-versie", "k-ondertitel"}) {
        if (tag.has_class(name)) return name;
    }
    return {};
}

class Copyist {
public:
    Copyist(const Publication& publication, Medium medium, const PageNumbers& pages)
        : publication_(publication), medium_(medium), pages_(pages) {}

    Copy copy() {
        copy_.body = rewritten(publication_.html, Markup::html, [this](Tag& tag) { return written(tag); });
        return std::move(copy_);
    }

private:
    std::string written(Tag& tag) {
        if (!holds(elements, tag.name)) return {};
        tag.is_closed = false;
        std::erase_if(tag.attributes, [](const auto& each) { return !holds(attributes, each.first); });
        if (!is_link(tag.value("href")) || tag.name != "a") {
            std::erase_if(tag.attributes, [](const auto& each) { return each.first == "href"; });
        }
        if (tag.name == "img") return picture(tag);
        std::erase_if(tag.attributes, [](const auto& each) { return each.first == "src"; });
        return medium_ == Medium::paper ? for_paper(tag) : for_pandoc(tag);
    }

    std::string picture(Tag& tag) {
        const std::optional<std::size_t> number = number_of(tag.value("src"));
        if (!number) return {};
        const Picture& drawing = publication_.pictures[*number];
        const std::string alt = tag.has("alt") ? std::string(tag.value("alt")) : escaped(drawing.alt);
        copy_.alts.push_back(alt);
        Tag image{"img", false, medium_ != Medium::paper, {}};
        image.set("src", staged_name(*number, medium_ == Medium::office ? "png" : "svg"));
        image.set("alt", alt);
        if (medium_ == Medium::office) {
            image.set("width", std::to_string(std::min(size_of(drawing.svg).width, text_width)) + "px");
        }
        return in_figure_ ? "<p>" + to_text(image) + "</p>" : to_text(image);
    }

    std::optional<std::size_t> number_of(std::string_view name) const {
        for (std::size_t i = 0; i < publication_.pictures.size(); ++i) {
            if (!name.empty() && publication_.pictures[i].name == name) return i;
        }
        return std::nullopt;
    }

    std::string for_paper(Tag& tag) {
        // A figure around a picture would else become a Figure of its own in the PDF, without text.
        if (tag.name == "figure" && !tag.is_end) tag.set("role", "group");
        std::string text = to_text(tag);
        if (tag.is_end || !tag.has_class("k-blz")) return text;
        copy_.wants_pages = true;
        const auto page = pages_.find(tag.value("data-for"));
        return text + (page == pages_.end() ? "00" : std::to_string(page->second));
    }

    std::string for_pandoc(Tag& tag) {
        if (tag.name == "p") return paragraph(tag);
        if (tag.name == "span" && page_span(tag)) return {};
        if (is_landmark(tag.name)) tag.name = "div";
        if (tag.name == "figure") {
            in_figure_ = !tag.is_end;
            return tag.is_end ? "</div>" : box("k-plaat");
        }
        // ODT by pandoc 2.17 gives the style of a box to paragraphs only, not to bare text.
        if (tag.name == "figcaption") return tag.is_end ? "</p></div>" : box("k-bijschrift") + "<p>";
        if (tag.name == "div" && !tag.is_end) style_box(tag);
        if (tag.name == "thead") in_table_head_ = !tag.is_end;
        if (tag.name == "td" || tag.name == "th") return cell(tag);
        return to_text(tag);
    }

    std::string cell(Tag& tag) {
        const bool is_numeric = tag.value("class").find("numeric") != std::string_view::npos;
        if (is_numeric) tag.set("style", "text-align: right");
        if (medium_ == Medium::reader || tag.name == "td" || in_table_head_) return to_text(tag);
        // pandoc 2.17 loses heading cells of rows in ODT, so there they become bold cells.
        tag.name = "td";
        return tag.is_end ? "</strong>" + to_text(tag) : to_text(tag) + "<strong>";
    }

    std::string paragraph(const Tag& tag) {
        if (tag.is_end) return std::exchange(in_box_, false) ? "</p></div>" : "</p>";
        // A paragraph ends where the next begins, also when nobody said so.
        const std::string before = std::exchange(in_box_, false) ? "</p></div>" : "";
        const std::string_view style = style_of_paragraph(tag);
        if (style.empty()) return before + to_text(tag);
        in_box_ = true;
        return before + box(style) + to_text(tag);
    }

    /// Page numbers mean nothing outside paper; spans do not nest here.
    bool page_span(const Tag& tag) {
        if (tag.is_end) return std::exchange(in_page_span_, false);
        in_page_span_ = tag.has_class("k-blz");
        return in_page_span_;
    }

    static std::string box(std::string_view style) {
        return "<div class=\"" + std::string(style) + "\" custom-style=\"" + display_name(style) + "\">";
    }

    /// "k-bron" as it shows among the styles of a word processor: "Bron".
    static std::string display_name(std::string_view style) {
        std::string name(style.substr(2));
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
        return name;
    }

    static void style_box(Tag& tag) {
        for (const std::string_view name : {"k-stelling", "k-kort"}) {
            if (tag.has_class(name)) tag.set("custom-style", display_name(name));
        }
    }

    const Publication& publication_;
    Medium medium_;
    const PageNumbers& pages_;
    Copy copy_;
    bool in_box_ = false;
    bool in_page_span_ = false;
    bool in_table_head_ = false;
    bool in_figure_ = false;
};

int pixels(std::string_view text, int otherwise) {
    std::int64_t number = 0;
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view unit = text.substr(end);
    const bool is_pixels = unit.empty() || unit == "px" || unit.starts_with(".");
    return is_pixels && read_number(text.substr(0, end), 1, 10000, number) ? static_cast<int>(number)
                                                                           : otherwise;
}

}  // namespace

Copy copy_for(const Publication& publication, Medium medium, const PageNumbers& pages) {
    return Copyist(publication, medium, pages).copy();
}

std::string staged_name(std::size_t picture, std::string_view extension) {
    return "picture" + std::to_string(picture + 1) + "." + std::string(extension);
}

std::string full_language(const Publication& publication) {
    return publication.language == "en" ? "en-GB" : "nl-NL";
}

Size size_of(std::string_view svg) {
    Size size;
    bool is_first = true;
    rewritten(svg, Markup::svg, [&](Tag& tag) -> std::string {
        if (!std::exchange(is_first, false)) return {};
        const std::vector<std::string_view> box = words(tag.value("viewBox"));
        if (box.size() == 4) size = {pixels(box[2], size.width), pixels(box[3], size.height)};
        size = {pixels(tag.value("width"), size.width), pixels(tag.value("height"), size.height)};
        return {};
    });
    return size;
}

}  // namespace kring::press
