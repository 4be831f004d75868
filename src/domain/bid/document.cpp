// SPDX-License-Identifier: EUPL-1.2
#include "domain/bid/document.hpp"

#include <algorithm>

#include "domain/desk/table.hpp"
#include "platform/base/text.hpp"

namespace kring::bid {

namespace {

std::string on_one_line(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    }
    return line;
}

void put(std::string& to, std::string_view kind, const std::vector<std::string>& cells) {
    to += kind;
    for (const std::string& cell : cells) to += "\t" + on_one_line(cell);
    to += "\n";
}

std::vector<std::string> cells_of(const std::vector<std::string_view>& parts) {
    return {parts.begin() + 1, parts.end()};
}

// Amounts, scores and calculations have no letters; the first column names its row.
bool is_number(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    bool has_digit = false;
    for (const auto& row : rows) {
        if (column >= row.size()) return false;
        const std::string& cell = row[column];
        if (std::any_of(cell.begin(), cell.end(), is_letter)) return false;
        has_digit = has_digit || cell.find_first_of("0123456789") != std::string::npos;
    }
    return column > 0 && has_digit;
}

}  // namespace

std::string written(const Document& document) {
    std::string text;
    put(text, "title", {document.title});
    for (const Section& section : document.sections) {
        put(text, "section", {section.heading});
        for (const std::string& one : section.texts) put(text, "text", {one});
        if (!section.head.empty()) put(text, "head", section.head);
        for (const auto& row : section.rows) put(text, "row", row);
    }
    text.pop_back();  // as a text in a folder it has no line end at its end
    return text;
}

std::optional<Document> read_document(std::string_view text) {
    Document document;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty()) continue;
        const auto parts = split(line, '\t');
        const std::string_view kind = parts.front();
        if (parts.size() < 2) return std::nullopt;
        if (kind == "title")
            document.title = parts[1];
        else if (kind == "section")
            document.sections.push_back({std::string(parts[1]), {}, {}, {}});
        else if (document.sections.empty())
            return std::nullopt;
        else if (kind == "text")
            document.sections.back().texts.emplace_back(parts[1]);
        else if (kind == "head")
            document.sections.back().head = cells_of(parts);
        else if (kind == "row")
            document.sections.back().rows.push_back(cells_of(parts));
        else
            return std::nullopt;
    }
    if (document.title.empty()) return std::nullopt;
    return document;
}

html::List sections_view(const Document& document) {
    html::List sections;
    for (const Section& section : document.sections) {
        const std::string number = std::to_string(sections.size() + 1);
        desk::Table table("account-" + number, section.heading);
        for (std::size_t at = 0; at < section.head.size(); ++at)
            table.column(section.head[at], is_number(section.rows, at));
        for (const auto& row : section.rows) {
            table.row();
            for (const std::string& cell : row) table.cell(cell);
        }
        html::List texts;
        for (const std::string& one : section.texts) {
            html::View text;
            text.set("text", one);
            texts.push_back(std::move(text));
        }
        html::View view;
        view.set("id", "part-" + number)
            .set("heading", section.heading)
            .set("texts", std::move(texts))
            .set("has_table", !section.rows.empty())
            .set("table", table.view());
        sections.push_back(std::move(view));
    }
    return sections;
}

sheet::Sheet flat(const Document& document, const std::string& part, const std::string& cell) {
    std::size_t widest = 1;
    for (const Section& section : document.sections) widest = std::max(widest, section.head.size());
    sheet::Sheet sheet;
    sheet.name = shortened(document.title, 30);
    sheet.head.push_back(part);
    for (std::size_t at = 1; at <= widest; ++at) sheet.head.push_back(cell + " " + std::to_string(at));
    const auto add = [&](const std::string& heading, const std::vector<std::string>& cells) {
        sheet::Cells row = {heading};
        for (std::size_t at = 0; at < widest; ++at)
            row.emplace_back(at < cells.size() ? cells[at] : std::string());
        sheet.rows.push_back(std::move(row));
    };
    add(document.title, {});
    for (const Section& section : document.sections) {
        for (const std::string& text : section.texts) add(section.heading, {text});
        if (!section.head.empty()) add(section.heading, section.head);
        for (const auto& row : section.rows) add(section.heading, row);
    }
    return sheet;
}

}  // namespace kring::bid
