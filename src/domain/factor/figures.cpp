// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/figures.hpp"

#include <algorithm>
#include <cmath>

#include "engine/catalogue/archetypes.hpp"

namespace kring::factor {

namespace {

constexpr double grams_per_kilogram = 1000;

Figure figure_of(const Provenance& from, std::string_view subject, Quantity quantity, double value) {
    Figure figure;
    figure.id = figure_id({from.set, from.version, from.row, quantity});
    figure.subject = subject;
    figure.quantity = quantity;
    figure.value = figure.low = figure.high = value;
    figure.unit = unit_of(quantity);
    figure.from = from;
    return figure;
}

// The sheet's own spread, or else that of the class: a range is never left out because nobody gave one.
void spread_embodied(Figure& figure, const catalogue::PcfRow& sheet) {
    figure.from.derivation = "gwp_total x (1 - gwp_use_ratio)";
    if (sheet.error_ratio && *sheet.error_ratio > 0) {
        const double variance = std::log1p(*sheet.error_ratio * *sheet.error_ratio);
        const double sigma = std::sqrt(variance);
        const double median = figure.value * std::exp(-variance / 2);
        figure.spread = std::exp(sigma);
        figure.low = std::min(figure.value, median * std::exp(-z95 * sigma));
        figure.high = std::max(figure.value, median * std::exp(z95 * sigma));
        figure.from.derivation +=
            "; lognormal with this as its mean and gwp_error_ratio as its coefficient of variation";
        return;
    }
    const auto* archetype = catalogue::find(catalogue::built_in_archetypes(), sheet.device);
    if (!archetype || !archetype->embodied_kg || !archetype->embodied_kg->gsd) return;
    set_spread(figure, *archetype->embodied_kg->gsd);
    figure.from.derivation += "; the sheet gives no spread, so that of its class is taken";
}

std::vector<Figure> figures_of_sheet(const Provenance& from, const Row& row) {
    const catalogue::PcfRow sheet = footprint_of(row);
    const std::string subject = sheet.maker + " " + sheet.product;
    std::vector<Figure> figures;
    if (const auto embodied = catalogue::embodied_kg(sheet)) {
        figures.push_back(figure_of(from, subject, Quantity::embodied, *embodied));
        spread_embodied(figures.back(), sheet);
    }
    const auto add = [&](Quantity quantity, const std::optional<double>& value) {
        if (value) figures.push_back(figure_of(from, subject, quantity, *value));
    };
    add(Quantity::energy, sheet.tec_kwh);
    add(Quantity::mass, sheet.weight_kg);
    add(Quantity::life, sheet.life_years);
    return figures;
}

std::vector<Figure> figures_of_area(const Provenance& from, const Row& row) {
    const catalogue::GridRow area = grid_of(row);
    if (!area.g_per_kwh) return {};
    Figure figure = figure_of(from, area.area, Quantity::intensity, *area.g_per_kwh / grams_per_kilogram);
    figure.from.derivation = std::string(catalogue::name(area.method));
    return {std::move(figure)};
}

std::vector<Figure> figures_of_own(const Provenance& from, const Row& row) {
    const auto quantity = quantity_of(cell(row, "quantity"));
    const auto value = read_real(cell(row, "value"));
    if (!quantity || !value) return {};
    const std::string subject = !row.device_class.empty() ? row.device_class
                                : !row.area.empty()       ? row.area
                                                          : row.name;
    Figure figure = figure_of(from, subject, *quantity, *value);
    set_bounds(figure, read_real(cell(row, "low")).value_or(*value),
               read_real(cell(row, "high")).value_or(*value));
    if (*quantity == Quantity::other) figure.unit = cell(row, "unit");
    return {std::move(figure)};
}

}  // namespace

void set_spread(Figure& figure, double geometric_sd) {
    figure.spread = std::max(1.0, geometric_sd);
    const double factor = std::pow(figure.spread, z95);
    figure.low = figure.value / factor;
    figure.high = figure.value * factor;
}

void set_bounds(Figure& figure, double low, double high) {
    figure.low = std::min(low, figure.value);
    figure.high = std::max(high, figure.value);
    if (figure.low > 0 && figure.high > figure.low)
        figure.spread = std::pow(figure.high / figure.low, 1 / (2 * z95));
}

Provenance provenance_of(const Set& set, int version, const Row& row) {
    Provenance from;
    from.set = set.id;
    from.set_name = set.name;
    from.version = version;
    from.row = row.key;
    from.licence = set.licence;
    from.source = set.source;
    from.url = set.url;
    switch (set.kind) {
        case Kind::footprints:
            from.url = cell(row, "sources");
            from.year = cell(row, "report_date").substr(0, 4);
            from.certainty = Certainty::medium;
            break;
        case Kind::electricity:
            from.source = cell(row, "source");
            from.year = cell(row, "year");
            from.certainty = Certainty::high;
            break;
        case Kind::own:
            from.source = cell(row, "source");
            from.url = cell(row, "url");
            from.year = cell(row, "year");
            from.certainty = certainty_of(cell(row, "certainty")).value_or(Certainty::unverified);
            from.derivation = cell(row, "note");
            from.entered_by = cell(row, "entered_by");
            break;
    }
    return from;
}

std::vector<Figure> figures_of(const Set& set, int version, const Row& row) {
    const Provenance from = provenance_of(set, version, row);
    if (set.kind == Kind::footprints) return figures_of_sheet(from, row);
    if (set.kind == Kind::electricity) return figures_of_area(from, row);
    return figures_of_own(from, row);
}

}  // namespace kring::factor
