// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <vector>

#include "platform/base/text.hpp"
#include "platform/html/escape.hpp"
#include "platform/html/markdown_write.hpp"

namespace kring::html {

namespace {

// Raw HTML is text like any other. "www." without a scheme is no link: finding those takes
// md4c more than linear time.
constexpr unsigned dialect =
    MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS;

MarkdownWriter& writer_of(void* data) { return *static_cast<MarkdownWriter*>(data); }

std::string_view view_of(const MD_CHAR* text, MD_SIZE size) { return {text, size}; }

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

int enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
    MarkdownWriter& writer = writer_of(data);
    switch (type) {
        case MD_BLOCK_QUOTE:
            writer.open(Part::quote);
            break;
        case MD_BLOCK_UL:
            writer.open(Part::list);
            break;
        case MD_BLOCK_OL:
            writer.open_numbered(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
            break;
        case MD_BLOCK_LI:
            writer.open(Part::item);
            break;
        case MD_BLOCK_HR:
            writer.rule();
            break;
        case MD_BLOCK_H:
            writer.open_heading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
            break;
        case MD_BLOCK_CODE:
            writer.open(Part::code_block);
            break;
        case MD_BLOCK_P:
            writer.open(Part::paragraph);
            break;
        case MD_BLOCK_TABLE:
            writer.open(Part::table);
            break;
        case MD_BLOCK_THEAD:
            writer.open(Part::table_head);
            break;
        case MD_BLOCK_TBODY:
            writer.open(Part::table_body);
            break;
        case MD_BLOCK_TR:
            writer.open(Part::row);
            break;
        case MD_BLOCK_TH:
            writer.open(Part::head_cell);
            break;
        case MD_BLOCK_TD:
            writer.open(Part::cell);
            break;
        case MD_BLOCK_DOC:
        case MD_BLOCK_HTML:
            break;
    }
    return writer.is_full() ? 1 : 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* data) {
    MarkdownWriter& writer = writer_of(data);
    if (type != MD_BLOCK_DOC && type != MD_BLOCK_HTML && type != MD_BLOCK_HR) writer.close();
    return writer.is_full() ? 1 : 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* data) {
    MarkdownWriter& writer = writer_of(data);
    switch (type) {
        case MD_SPAN_EM:
            writer.open(Part::emphasis);
            break;
        case MD_SPAN_STRONG:
            writer.open(Part::strong);
            break;
        case MD_SPAN_A:
            writer.open_link(text_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
            break;
        case MD_SPAN_IMG:
            writer.open_image(text_of(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
            break;
        case MD_SPAN_CODE:
            writer.open(Part::code);
            break;
        case MD_SPAN_DEL:
            writer.open(Part::deleted);
            break;
        default:
            writer.open(Part::nothing);
    }
    return writer.is_full() ? 1 : 0;
}

int leave_span(MD_SPANTYPE, void*, void* data) {
    writer_of(data).close();
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
bool parse(std::string_view text, MarkdownWriter& writer) {
    MD_PARSER parser{};
    parser.flags = dialect;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = on_text;
    return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &writer) == 0;
}

Html as_typed(std::string_view text) {
    return Html::trusted("<pre class=\"nl-code-block\">\n" + escaped(text) + "</pre>\n");
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
    if (text.size() > markdown_bytes_max) return as_typed(text);
    MarkdownMarkup writer(std::clamp(heading_level, 2, 6));
    if (!parse(text, writer)) return as_typed(text);
    return Html::trusted(writer.take());
}

std::string markdown_words(std::string_view text) {
    MarkdownWords writer;
    if (text.size() > markdown_bytes_max || !parse(text, writer)) return tidied(text);
    return tidied(writer.take());
}

}  // namespace kring::html
