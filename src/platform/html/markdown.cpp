// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <vector>

#include "platform/base/text.hpp"
#include "platform/html/escape.hpp"
#include "platform/html/markdown_write.hpp"
#include "platform/html/memo.hpp"

namespace kring::html {

namespace {

// Raw HTML is text like any other. "www." without a scheme is no link: finding those takes
// md4c more than linear time.
constexpr unsigned dialect =
    MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS;

MarkdownWriter& writer_of(void* data) { return *static_cast<MarkdownWriter*>(data); }

std::string_view view_of(const MD_CHAR* text, MD_SIZE size) { return {text, size}; }

/// What md4c went through to hand us the attributes of this span.
std::size_t address_bytes(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_A) {
        const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
        return std::size_t{link->href.size} + link->title.size;
    }
    if (type != MD_SPAN_IMG) return 0;
    const auto* image = static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
    return std::size_t{image->src.size} + image->title.size;
}

/// The text of an attribute, its numeric references and &amp; resolved. Other named references
/// stay as written: their "&" is escaped on the way out, so a browser does not resolve them either.
std::string text_of(const MD_ATTRIBUTE& attribute) {
    std::string text;
    for (std::size_t i = 0; attribute.text && attribute.substr_offsets[i] < attribute.size; ++i) {
        const auto begin = attribute.substr_offsets[i];
        const auto piece = view_of(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        if (attribute.substr_types[i] == MD_TEXT_ENTITY)
            text += resolved_reference(piece);
        else if (attribute.substr_types[i] == MD_TEXT_NULLCHAR)
            text += "\xEF\xBF\xBD";
        else
            text += piece;
    }
    return text;
}

Part part_of(MD_BLOCKTYPE type) {
    switch (type) {
        case MD_BLOCK_QUOTE:
            return Part::quote;
        case MD_BLOCK_UL:
            return Part::list;
        case MD_BLOCK_OL:
            return Part::numbered_list;
        case MD_BLOCK_LI:
            return Part::item;
        case MD_BLOCK_H:
            return Part::heading;
        case MD_BLOCK_CODE:
            return Part::code_block;
        case MD_BLOCK_P:
            return Part::paragraph;
        case MD_BLOCK_TABLE:
            return Part::table;
        case MD_BLOCK_THEAD:
            return Part::table_head;
        case MD_BLOCK_TBODY:
            return Part::table_body;
        case MD_BLOCK_TR:
            return Part::row;
        case MD_BLOCK_TH:
            return Part::head_cell;
        case MD_BLOCK_TD:
            return Part::cell;
        default:
            return Part::nothing;
    }
}

Part part_of(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_EM:
            return Part::emphasis;
        case MD_SPAN_STRONG:
            return Part::strong;
        case MD_SPAN_A:
            return Part::link;
        case MD_SPAN_IMG:
            return Part::image;
        case MD_SPAN_CODE:
            return Part::code;
        case MD_SPAN_DEL:
            return Part::deleted;
        default:
            return Part::nothing;
    }
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
    MarkdownWriter& writer = writer_of(data);
    writer.spend(0);
    Opening opening{part_of(type)};
    if (type == MD_BLOCK_HR) writer.rule();
    if (type == MD_BLOCK_H) opening.number = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
    if (type == MD_BLOCK_OL)
        opening.number = static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
    if (opening.part != Part::nothing) writer.enter(opening);
    return writer.is_full() ? 1 : 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* data) {
    MarkdownWriter& writer = writer_of(data);
    if (part_of(type) != Part::nothing) writer.leave(part_of(type));
    return writer.is_full() ? 1 : 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* data) {
    MarkdownWriter& writer = writer_of(data);
    writer.spend(address_bytes(type, detail));
    Opening opening{part_of(type)};
    if (type == MD_SPAN_A) opening.address = text_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
    if (type == MD_SPAN_IMG) opening.address = text_of(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
    writer.enter(opening);
    return writer.is_full() ? 1 : 0;
}

int leave_span(MD_SPANTYPE type, void*, void* data) {
    writer_of(data).leave(part_of(type));
    return writer_of(data).is_full() ? 1 : 0;
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    MarkdownWriter& writer = writer_of(data);
    switch (type) {
        case MD_TEXT_NULLCHAR:
            writer.text("\xEF\xBF\xBD");
            break;
        case MD_TEXT_BR:
            writer.line_break();
            break;
        case MD_TEXT_SOFTBR:
            writer.text("\n");
            break;
        case MD_TEXT_ENTITY:
            writer.reference(view_of(text, size));
            break;
        default:
            writer.text(view_of(text, size));
    }
    return writer.is_full() ? 1 : 0;
}

/// False when the writer was full before the end.
/// md4c 0.4.8 looks one byte beyond the text for the ")" of a link, and believes it: so there is
/// always a line break there.
bool parse(std::string_view text, MarkdownWriter& writer) {
    MD_PARSER parser{};
    parser.flags = dialect;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = on_text;
    const std::string fenced = std::string(text) + "\n";
    return md_parse(fenced.data(), static_cast<MD_SIZE>(text.size()), &parser, &writer) == 0;
}

std::string as_typed(std::string_view text) {
    return "<pre class=\"nl-code-block\">\n" + escaped(text) + "</pre>\n";
}

std::string markup_of(std::string_view text, int heading_level) {
    if (text.size() > markdown_bytes_max) return as_typed(text);
    MarkdownMarkup writer(heading_level);
    return parse(text, writer) ? writer.take() : as_typed(text);
}

/// One space between words, no empty lines.
std::string tidied(std::string_view text) {
    std::string tidy;
    for (const auto line : split(text, '\n')) {
        const auto kept = words(line);
        if (kept.empty()) continue;
        if (!tidy.empty()) tidy += '\n';
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (i > 0) tidy += ' ';
            tidy += kept[i];
        }
    }
    return tidy;
}

}  // namespace

Html markdown(std::string_view text, int heading_level) {
    static Memo memo;
    return Html::trusted(memo.get(text, std::clamp(heading_level, 2, 6), markup_of));
}

std::string markdown_words(std::string_view text) {
    MarkdownWords writer;
    if (text.size() > markdown_bytes_max || !parse(text, writer)) return tidied(text);
    return tidied(writer.take());
}

}  // namespace kring::html
