// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <string>

#include "engine/catalogue/catalogue.hpp"
#include "engine/reading/cells.hpp"
#include "engine/reading/intake.hpp"
#include "platform/base/text.hpp"

namespace kring::catalogue {

using namespace reading;

namespace {

constexpr auto columns = std::to_array<std::string_view>(
    {"class", "figure", "unit", "value", "low", "high", "source", "year", "licence"});

/// Above these a figure is a slip of the keyboard: a device of 10 t, a life of 50 years.
double most(Figure figure) {
    switch (figure) {
        case Figure::life:
            return 50;
        case Figure::mass:
            return 10'000;
        case Figure::price:
            return 10'000'000;
        default:
            return 1'000'000;
    }
}

bool has_columns(const Table& table, Notes& notes) {
    bool is_whole = true;
    for (const std::string_view needed : columns) {
        const bool may_miss = needed == "low" || needed == "high" || needed == "licence";
        if (may_miss || column(table, needed)) continue;
        notes.add(Code::missing_column, 1, needed);
        is_whole = false;
    }
    for (const std::string& name : table.head) {
        bool is_known = false;
        for (const std::string_view known : columns) is_known = is_known || name == known;
        if (!is_known) notes.add(Code::unknown_column, 1, name);
    }
    return is_whole;
}

/// A bound that is there but cannot be read refuses the row: a range with one side lost misleads.
bool read_bounds(Cells& cells, const Limits& limits, OwnFigure& own) {
    own.low = cells.number("low", limits);
    own.high = cells.number("high", limits);
    const bool is_lost =
        (!own.low && !trim(cells.raw("low")).empty()) || (!own.high && !trim(cells.raw("high")).empty());
    if (is_lost) return false;
    if (own.low && own.high && *own.low > *own.high) {
        cells.note(Code::range_reversed, "low", shown(*own.low), shown(*own.high));
        return false;
    }
    const bool is_outside = (own.low && own.value < *own.low) || (own.high && own.value > *own.high);
    if (!is_outside) return true;
    const std::string range =
        (own.low ? shown(*own.low) : std::string()) + ".." + (own.high ? shown(*own.high) : std::string());
    cells.note(Code::outside_range, "value", shown(own.value), range);
    return false;
}

bool read_kind(Cells& cells, OwnFigure& own) {
    const std::string device = cells.text("class");
    const std::string what = cells.text("figure");
    const std::string in = cells.text("unit");
    const auto known_device = device_class(device);
    const auto known_figure = figure(what);
    if (!known_device) cells.note(Code::unknown_class, "class", device);
    if (!known_figure) cells.note(Code::unknown_figure, "figure", what);
    if (!known_device || !known_figure) return false;
    own.device = *known_device;
    own.figure = *known_figure;
    if (in == unit(own.figure)) return true;
    cells.note(Code::wrong_unit, "unit", in, unit(own.figure));
    return false;
}

bool read_row(Cells& cells, OwnFigure& own) {
    own.line = cells.line();
    if (!read_kind(cells, own)) return false;
    const bool may_be_free = own.figure != Figure::life && own.figure != Figure::mass;
    const Limits limits{most(own.figure), may_be_free, false, false};
    if (trim(cells.raw("value")).empty()) {
        cells.note(Code::missing_value, "value");
        return false;
    }
    const std::optional<double> value = cells.number("value", limits);
    if (!value) return false;
    own.value = *value;
    if (!read_bounds(cells, limits, own)) return false;
    own.source = cells.text("source");
    own.licence = cells.text("licence");
    if (own.source.empty()) {
        cells.note(Code::missing_value, "source");
        return false;
    }
    std::int64_t year = 0;
    const std::string told = cells.text("year");
    if (!kring::read_number(told, 1990, 2100, year)) {
        cells.note(told.empty() ? Code::missing_value : Code::unreadable_date, "year", told);
        return false;
    }
    own.year = static_cast<int>(year);
    return true;
}

}  // namespace

OwnFigures read_own_figures(std::string_view bytes) {
    OwnFigures file;
    Notes notes;
    Table table;
    if (admit(bytes, Expected::table, notes) && read_table(bytes, table, notes) &&
        has_columns(table, notes)) {
        file.rows_refused = table.refused;
        Cells cells(table, table.separator == ';' ? ',' : '.', notes);
        for (const TableRow& read : table.rows) {
            cells.turn_to(read);
            OwnFigure own;
            if (read_row(cells, own)) {
                file.rows.push_back(std::move(own));
            } else {
                ++file.rows_refused;
            }
        }
    }
    file.oddities = notes.take();
    if (is_refused(file.oddities)) file.rows.clear();
    return file;
}

}  // namespace kring::catalogue
