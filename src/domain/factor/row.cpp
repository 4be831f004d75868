// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/row.hpp"

#include <charconv>
#include <cmath>

#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

constexpr std::size_t slug_bytes_max = 100;

// Tab and line end part what is written.
void add_escaped(std::string& to, std::string_view text) {
    for (const char c : text) {
        if (c == '\\') {
            to += "\\\\";
        } else if (c == '\t') {
            to += "\\t";
        } else if (c == '\n') {
            to += "\\n";
        } else {
            to += c;
        }
    }
}

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const char next = text[++i];
        plain += next == 't' ? '\t' : next == 'n' ? '\n' : next;
    }
    return plain;
}

void add_field(std::string& to, std::string_view text) {
    to += '\t';
    add_escaped(to, text);
}

std::optional<Row> read_row(const std::vector<std::string_view>& fields) {
    std::int64_t line = 0;
    if (fields.size() < 7 || !read_number(fields[2], 0, INT32_MAX, line)) return std::nullopt;
    Row row{unescaped(fields[1]),
            static_cast<int>(line),
            unescaped(fields[3]),
            unescaped(fields[4]),
            unescaped(fields[5]),
            unescaped(fields[6]),
            {}};
    for (std::size_t i = 7; i < fields.size(); ++i) {
        const auto equals = fields[i].find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        row.cells.emplace_back(fields[i].substr(0, equals), unescaped(fields[i].substr(equals + 1)));
    }
    return row;
}

std::optional<catalogue::Code> code_of(std::string_view name) {
    for (const catalogue::Code code : catalogue::all_codes()) {
        if (catalogue::name(code) == name) return code;
    }
    return std::nullopt;
}

std::optional<catalogue::Oddity> read_oddity(const std::vector<std::string_view>& fields) {
    std::int64_t line = 0;
    if (fields.size() != 6 || !read_number(fields[1], 0, INT32_MAX, line)) return std::nullopt;
    const auto code = code_of(fields[2]);
    if (!code) return std::nullopt;
    return catalogue::Oddity{*code, static_cast<int>(line), unescaped(fields[3]), unescaped(fields[4]),
                             unescaped(fields[5])};
}

}  // namespace

std::string_view cell(const Row& row, std::string_view name) {
    for (const auto& [one, value] : row.cells) {
        if (one == name) return value;
    }
    return "";
}

std::string cells_text(const Cells& cells) {
    std::string text;
    for (const auto& [name, value] : cells) {
        text += name + "=";
        add_escaped(text, value);
        text += '\n';
    }
    return text;
}

Cells read_cells(std::string_view text) {
    Cells cells;
    for (const std::string_view line : split(text, '\n')) {
        const auto equals = line.find('=');
        if (equals != std::string_view::npos)
            cells.emplace_back(line.substr(0, equals), unescaped(line.substr(equals + 1)));
    }
    return cells;
}

std::string slug(std::string_view text) {
    std::string made;
    for (const char c : ascii_lower(text)) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_plain) {
            made += c;
        } else if (!made.empty() && made.back() != '-') {
            made += '-';
        }
        if (made.size() == slug_bytes_max) break;
    }
    while (!made.empty() && made.back() == '-') made.pop_back();
    return made.empty() ? "x" : made;
}

std::string number_text(double number) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end};
}

std::optional<double> read_real(std::string_view text) {
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::string written(const std::vector<Row>& rows, const catalogue::Oddities& oddities) {
    std::string text = "kring-factors 1\n";
    for (const Row& row : rows) {
        text += "row";
        add_field(text, row.key);
        add_field(text, std::to_string(row.line));
        for (const std::string* one : {&row.device_class, &row.maker, &row.name, &row.area})
            add_field(text, *one);
        for (const auto& [name, value] : row.cells) {
            text += '\t';
            text.append(name).append("=");
            add_escaped(text, value);
        }
        text += '\n';
    }
    for (const catalogue::Oddity& one : oddities) {
        text += "oddity";
        add_field(text, std::to_string(one.line));
        add_field(text, catalogue::name(one.code));
        for (const std::string* field : {&one.column, &one.value, &one.other}) add_field(text, *field);
        text += '\n';
    }
    return text;
}

std::optional<Unwritten> read_written(std::string_view text) {
    auto lines = split(text, '\n');
    if (lines.size() < 2 || lines.front() != "kring-factors 1" || !lines.back().empty()) return std::nullopt;
    Unwritten found;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const auto fields = split(lines[i], '\t');
        if (fields.front() == "row") {
            auto row = read_row(fields);
            if (!row) return std::nullopt;
            found.rows.push_back(std::move(*row));
        } else {
            auto oddity = fields.front() == "oddity" ? read_oddity(fields) : std::nullopt;
            if (!oddity) return std::nullopt;
            found.oddities.push_back(std::move(*oddity));
        }
    }
    return found;
}

}  // namespace kring::factor
