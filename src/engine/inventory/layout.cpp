// SPDX-License-Identifier: EUPL-1.2
// Finds the row of headings and what the columns mean; without headings, by what stands in the columns.
#include <algorithm>
#include <cmath>

#include "engine/inventory/numbers.hpp"
#include "engine/inventory/words.hpp"

namespace kring::inventory {

namespace {

constexpr std::size_t heading_rows_looked_at = 30;
constexpr std::size_t rows_looked_at = 300;
constexpr std::size_t columns_looked_at = 256;

constexpr Meaning meanings[] = {Meaning::kind,     Meaning::maker,  Meaning::model,
                                Meaning::quantity, Meaning::year,   Meaning::weight,
                                Meaning::screen,   Meaning::serial, Meaning::status};

std::size_t width_of(const cells::Table& table) {
    std::size_t width = 0;
    for (const cells::Row& row : table.rows) width = std::max(width, row.cells.size());
    return width;
}

struct Fits {
    std::vector<Meaning> columns;
    std::size_t found = 0;
    std::size_t exact = 0;
};

// Each meaning goes to the column that says it best, the leftmost of equals.
Fits fits_of(const cells::Row& row, std::size_t width) {
    Fits fits{std::vector<Meaning>(width, Meaning::unused), 0, 0};
    for (const int wanted : {2, 1}) {
        for (const Meaning meaning : meanings) {
            if (std::find(fits.columns.begin(), fits.columns.end(), meaning) != fits.columns.end()) continue;
            for (std::size_t at = 0; at < row.cells.size() && at < columns_looked_at; ++at) {
                const cells::Cell& cell = row.cells[at];
                if (cell.kind != cells::Kind::text || fits.columns[at] != Meaning::unused) continue;
                if (heading_fit(cell.text, meaning) != wanted) continue;
                fits.columns[at] = meaning;
                ++fits.found;
                fits.exact += wanted == 2 ? 1 : 0;
                break;
            }
        }
    }
    return fits;
}

// How much of a column below a line names a device, is a whole number, or is text at all.
struct Content {
    std::size_t devices = 0;
    std::size_t quantities = 0;
    std::size_t years = 0;
    std::size_t filled = 0;
};

Content content_of(const cells::Table& table, std::size_t column, std::size_t below) {
    Content content;
    std::size_t looked_at = 0;
    for (const cells::Row& row : table.rows) {
        if (row.line <= below || column >= row.cells.size()) continue;
        if (++looked_at > rows_looked_at) break;
        const cells::Cell& cell = row.cells[column];
        if (cell.kind == cells::Kind::empty) continue;
        ++content.filled;
        const auto quantity = quantity_in(cell);
        const bool is_quantity = std::holds_alternative<std::int64_t>(quantity);
        content.quantities += is_quantity ? 1 : 0;
        content.years += is_quantity && year_in(cell) ? 1 : 0;
        if (!is_quantity) content.devices += device_named(cell.text) ? 1 : 0;
    }
    return content;
}

// "Type" and "Naam" say the kind in one list and the model in the next; what stands below decides.
void settle_ambiguous(const cells::Table& table, const cells::Row& head, Layout& layout) {
    for (std::size_t at = 0; at < head.cells.size(); ++at) {
        if (layout.columns[at] != Meaning::unused || !is_either_kind_or_model(head.cells[at].text)) continue;
        const Content content = content_of(table, at, layout.header_line);
        const bool names_devices = content.devices * 3 > content.filled;
        const bool has_kind = layout.column(Meaning::kind).has_value();
        const bool has_model = layout.column(Meaning::model).has_value();
        // "Merk | Type": with a maker beside it, it is the model, which tells the kind as well.
        const bool is_model = layout.column(Meaning::maker).has_value() && !has_model;
        if (names_devices && !has_kind && !is_model) {
            layout.columns[at] = Meaning::kind;
        } else if (!has_model) {
            layout.columns[at] = Meaning::model;
        }
    }
}

// A list without headings: devices in one column, whole numbers in another.
void guess_by_content(const cells::Table& table, Layout& layout) {
    std::size_t most_devices = 0;
    std::size_t most_quantities = 0;
    for (std::size_t at = 0; at < layout.columns.size() && at < columns_looked_at; ++at) {
        const Content content = content_of(table, at, 0);
        if (content.devices * 2 > content.filled && content.devices > most_devices) {
            const auto before = layout.column(Meaning::kind);
            if (before) layout.columns[*before] = Meaning::unused;
            layout.columns[at] = Meaning::kind;
            most_devices = content.devices;
        }
        const bool are_years = content.years * 2 > content.quantities;
        const bool are_numbers = content.quantities * 2 > content.filled && !are_years;
        if (are_numbers && content.quantities > most_quantities && layout.columns[at] == Meaning::unused) {
            const auto before = layout.column(Meaning::quantity);
            if (before) layout.columns[*before] = Meaning::unused;
            layout.columns[at] = Meaning::quantity;
            most_quantities = content.quantities;
        }
    }
}

}  // namespace

Layout guess(const cells::Table& table) {
    Layout layout;
    const std::size_t width = width_of(table);
    layout.columns.assign(width, Meaning::unused);
    layout.headings.assign(width, "");
    const cells::Row* head = nullptr;
    Fits best;
    for (std::size_t i = 0; i < table.rows.size() && i < heading_rows_looked_at; ++i) {
        const Fits fits = fits_of(table.rows[i], width);
        const bool is_better =
            fits.found > best.found || (fits.found == best.found && fits.exact > best.exact);
        // One word alone may be a title; as a heading it has to be the whole cell, in a narrow list.
        if (!is_better || fits.exact == 0 || (fits.found == 1 && table.rows[i].cells.size() > 3)) continue;
        best = fits;
        head = &table.rows[i];
    }
    // "Laptop;10" has no headings, though "laptop" and a number could pass for some.
    if (head && best.found == 1 && best.columns[0] == Meaning::screen) head = nullptr;
    if (!head) {
        guess_by_content(table, layout);
        return layout;
    }
    layout.header_line = head->line;
    layout.columns = best.columns;
    for (std::size_t at = 0; at < head->cells.size(); ++at) layout.headings[at] = head->cells[at].text;
    settle_ambiguous(table, *head, layout);
    return layout;
}

}  // namespace kring::inventory
