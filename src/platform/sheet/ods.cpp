// SPDX-License-Identifier: EUPL-1.2
// ODF 1.3 part 3: 9.1 (tables), 19.385 (value types), 6.1.2 (white space). White space is written as
// elements, since a reader may fold the characters.
#include <algorithm>

#include "platform/base/text.hpp"
#include "platform/press/archive.hpp"
#include "platform/sheet/sheet.hpp"

namespace kring::sheet {

namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

constexpr std::string_view manifest =
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.3\">"
    "<manifest:file-entry manifest:full-path=\"/\" "
    "manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>\n";

constexpr std::string_view styles =
    "<office:automatic-styles>"
    "<number:date-style style:name=\"iso\"><number:year number:style=\"long\"/><number:text>-</number:text>"
    "<number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/>"
    "</number:date-style>"
    "<style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"iso\"/>"
    "<style:style style:name=\"head\" style:family=\"table-cell\">"
    "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"wide\" style:family=\"table-column\">"
    "<style:table-column-properties style:column-width=\"5cm\"/></style:style>"
    "</office:automatic-styles>";

constexpr std::string_view namespaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";

// U+FFFE and U+FFFF are no XML characters; control characters neither.
bool is_left_out(std::string_view sequence) {
    const auto first = static_cast<unsigned char>(sequence[0]);
    return first < 0x20 || sequence == "\xEF\xBF\xBE" || sequence == "\xEF\xBF\xBF";
}

std::string escaped(std::string_view sequence) {
    if (sequence == "&") return "&amp;";
    if (sequence == "<") return "&lt;";
    if (sequence == ">") return "&gt;";
    if (sequence == "\"") return "&quot;";
    if (sequence == "\t") return "<text:s/>";
    if (is_left_out(sequence)) return "";
    return std::string(sequence);
}

std::string paragraph(std::string_view line) {
    std::string out = "<text:p>";
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t size = std::max<std::size_t>(sequence_length(line.substr(at)), 1);
        const bool is_folded = line[at] == ' ' && (at == 0 || at + 1 == line.size() || line[at - 1] == ' ');
        out += is_folded ? "<text:s/>" : escaped(line.substr(at, size));
        at += size;
    }
    return out + "</text:p>";
}

std::string text_cell(std::string_view text, std::string_view style = "") {
    if (text.empty()) return "<table:table-cell/>";
    std::string out = "<table:table-cell office:value-type=\"string\"";
    if (!style.empty()) out += " table:style-name=\"" + std::string(style) + "\"";
    out += ">";
    const std::string lines = with_lf(text);
    for (const std::string_view line : split(lines, '\n')) out += paragraph(line);
    return out + "</table:table-cell>";
}

struct Written {
    std::string operator()(const std::string& text) const { return text_cell(text); }
    std::string operator()(std::int64_t number) const {
        const std::string digits = std::to_string(number);
        return "<table:table-cell office:value-type=\"float\" office:value=\"" + digits + "\"><text:p>" +
               digits + "</text:p></table:table-cell>";
    }
    std::string operator()(const Day& day) const {
        if (day.day.empty()) return "<table:table-cell/>";
        const std::string shown = paragraph(day.day);
        return "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"" +
               day.day + "\">" + shown + "</table:table-cell>";
    }
};

std::string attribute(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = std::max<std::size_t>(sequence_length(text.substr(at)), 1);
        out += text[at] == '\t' ? " " : escaped(text.substr(at, size));
        at += size;
    }
    return out;
}

std::string content(const Sheet& sheet) {
    std::string out(xml_head);
    out.append("<office:document-content office:version=\"1.3\"").append(namespaces).append(">");
    out.append(styles).append("<office:body><office:spreadsheet><table:table table:name=\"");
    out += attribute(sheet.name) + "\"><table:table-column table:style-name=\"wide\" " +
           "table:number-columns-repeated=\"" + std::to_string(sheet.head.size()) + "\"/>";
    out += "<table:table-header-rows><table:table-row>";
    for (const std::string& label : sheet.head) out += text_cell(label, "head");
    out += "</table:table-row></table:table-header-rows>";
    for (const Cells& row : sheet.rows) {
        out += "<table:table-row>";
        for (const Cell& cell : row) out += std::visit(Written{}, cell);
        out += "</table:table-row>";
    }
    return out + "</table:table></office:spreadsheet></office:body></office:document-content>\n";
}

}  // namespace

std::string ods(const Sheet& sheet, std::string_view day) {
    return press::write_archive({{"mimetype", std::string(ods_type)},
                                 {"content.xml", content(sheet)},
                                 {"META-INF/manifest.xml", std::string(xml_head) + std::string(manifest)}},
                                day);
}

}  // namespace kring::sheet
