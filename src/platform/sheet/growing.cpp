// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "platform/base/text.hpp"
#include "platform/sheet/reading.hpp"

namespace kring::sheet {

namespace {

constexpr std::size_t shown_max = 80;
constexpr std::size_t fill_steps_max = 1'000'000;

// A no-break space is a space to a person.
std::string tidied(std::string_view text) {
    constexpr std::string_view wide = "\xC2\xA0";
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = text.find(wide); at != std::string_view::npos; at = text.find(wide)) {
        out += text.substr(0, at);
        out += ' ';
        text.remove_prefix(at + wide.size());
    }
    out += text;
    return std::string(trim(out));
}

int digits(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

}  // namespace

cells::Cell text_cell(std::string_view text) {
    cells::Cell cell;
    cell.text = tidied(text);
    if (!cell.text.empty()) cell.kind = cells::Kind::text;
    return cell;
}

cells::Cell number_cell(double number) {
    cells::Cell cell;
    if (!std::isfinite(number)) {
        cell.kind = cells::Kind::fault;
        cell.text = "#NUM!";
        return cell;
    }
    const double size = std::fabs(number);
    const bool is_plain = number == 0 || (size >= 1e-6 && size < 1e15);
    char buffer[64];
    const auto format = is_plain ? std::chars_format::fixed : std::chars_format::general;
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, format).ptr;
    cell.kind = cells::Kind::number;
    cell.number = number;
    cell.text.assign(buffer, end);
    return cell;
}

cells::Cell truth_cell(bool is_true) {
    cells::Cell cell;
    cell.kind = cells::Kind::truth;
    cell.text = is_true ? "true" : "false";
    return cell;
}

std::optional<std::string> day_of(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
    const int year = digits(text.substr(0, 4));
    const int month = digits(text.substr(5, 2));
    const int day = digits(text.substr(8, 2));
    if (year < 0 || month < 1 || day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return std::string(text.substr(0, 10));
}

std::optional<double> number_of(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

void Growing::put(std::size_t column, cells::Cell cell) {
    if (is_refused() || cell.kind == cells::Kind::empty) return;
    if (column >= columns_max) return refuse(Fault::too_many_columns);
    if (cell.text.size() > cell_max) return refuse(Fault::cell_too_long, column, cell.text);
    if (row_.cells.size() <= column) row_.cells.resize(column + 1);
    row_.cells[column] = std::move(cell);
}

void Growing::take(std::size_t column, std::string& into, std::string_view more) {
    if (is_refused()) return;
    const std::size_t room = cell_max - std::min(cell_max, into.size());
    into += more.substr(0, room);
    if (more.size() > room) refuse(Fault::cell_too_long, column, into);
}

void Growing::end(std::size_t times) {
    if (is_refused() || row_.cells.empty()) return;
    std::size_t bytes = 0;
    for (const cells::Cell& cell : row_.cells) bytes += cell.text.size();
    for (std::size_t i = 0; i < times; ++i) {
        if (table_.rows.size() == rows_max) return refuse(Fault::too_many_rows);
        text_ += bytes;
        if (text_ > text_max) return refuse(Fault::too_much_text);
        table_.rows.push_back(row_);
        ++row_.line;
    }
    row_.cells.clear();
}

void Growing::refuse(Fault fault, std::size_t column, std::string_view value) {
    if (is_refused()) return;
    std::string shown(value.substr(0, shown_max * 4));
    while (!shown.empty() && !is_clean_text(shown)) shown.pop_back();
    refusal_ =
        Refusal{fault, table_.sheet, row_.line, cells::column_name(column), shortened(shown, shown_max)};
}

void Growing::refuse(Fault fault) {
    if (!is_refused()) refusal_ = Refusal{fault, table_.sheet, row_.line, "", ""};
}

std::size_t fill_merged(cells::Table& table, const std::vector<Area>& areas) {
    std::size_t filled = 0;
    std::size_t steps = 0;  // overlapping areas could ask for ever more
    std::size_t bytes = 0;
    for (const Area& area : areas) {
        auto row = std::lower_bound(table.rows.begin(), table.rows.end(), area.first_line,
                                    [](const cells::Row& one, std::size_t line) { return one.line < line; });
        if (row == table.rows.end() || row->line != area.first_line) continue;
        if (row->cells.size() <= area.column) continue;
        const cells::Cell value = row->cells[area.column];
        if (value.kind == cells::Kind::empty) continue;
        for (++row; row != table.rows.end() && row->line <= area.last_line; ++row) {
            bytes += value.text.size();
            if (++steps > fill_steps_max || bytes > text_max) return filled;
            if (row->cells.size() <= area.column) row->cells.resize(area.column + 1);
            cells::Cell& cell = row->cells[area.column];
            if (cell.kind != cells::Kind::empty) continue;
            cell = value;
            cell.is_merged = true;
            ++filled;
        }
    }
    return filled;
}

}  // namespace kring::sheet
