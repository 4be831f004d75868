// SPDX-License-Identifier: EUPL-1.2
#include "platform/upload/parsers.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// What a browser that guesses would take for a page.
bool looks_like_page(std::string_view text) {
    const std::string lead = ascii_lower(text.substr(0, 1024));
    for (const std::string_view mark :
         {"<!doctype", "<html", "<script", "<svg", "<body", "<iframe", "<?xml"}) {
        if (lead.find(mark) != std::string::npos) return true;
    }
    return false;
}

// A sign, and behind it no number.
bool is_formula(std::string_view cell) {
    const std::string_view text = trim(cell);
    if (text.empty()) return false;
    if (text[0] == '=' || text[0] == '@') return true;
    if (text[0] != '+' && text[0] != '-') return false;
    return text.find_first_not_of("0123456789.,eE%+- ") != std::string_view::npos;
}

}  // namespace

Result<Accepted> accept_text(std::string_view bytes) {
    if (!is_clean_text(bytes)) return refusal("not_text");
    const std::string_view text = bytes.starts_with(byte_order_mark) ? bytes.substr(3) : bytes;
    if (looks_like_page(text)) return refusal("other_kind");
    return Accepted{Kind::txt, std::string(text), {}};
}

Result<Accepted> accept_csv(std::string_view bytes) {
    TRY(accepted, accept_text(bytes));
    std::string cell;
    bool is_formula_found = false;
    const auto end_cell = [&] {
        is_formula_found |= is_formula(cell);
        cell.clear();
    };
    for (const char c : accepted.bytes) {
        const bool is_end = c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r';
        if (is_end) end_cell();
        if (!is_end && c != '"') cell += c;
    }
    end_cell();
    if (is_formula_found) return refusal("formula");
    accepted.kind = Kind::csv;
    return std::move(accepted);
}

}  // namespace kring::upload
