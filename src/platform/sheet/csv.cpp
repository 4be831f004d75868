// SPDX-License-Identifier: EUPL-1.2
#include "platform/sheet/sheet.hpp"

namespace kring::sheet {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool looks_like_formula(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return false;
    return std::string_view("=+-@\t\r").find(text[begin]) != std::string_view::npos;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    if (looks_like_formula(text)) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

struct Written {
    std::string operator()(const std::string& text) const { return quoted(text); }
    std::string operator()(std::int64_t number) const { return "\"" + std::to_string(number) + "\""; }
    std::string operator()(const Day& day) const { return quoted(day.day); }
};

}  // namespace

std::string csv(const Sheet& sheet) {
    std::string out(byte_order_mark);
    for (std::size_t at = 0; at < sheet.head.size(); ++at)
        out += (at > 0 ? "," : "") + quoted(sheet.head[at]);
    out += "\r\n";
    for (const Cells& row : sheet.rows) {
        for (std::size_t at = 0; at < row.size(); ++at)
            out += (at > 0 ? "," : "") + std::visit(Written{}, row[at]);
        out += "\r\n";
    }
    return out;
}

}  // namespace kring::sheet
