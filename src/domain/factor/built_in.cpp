// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/built_in.hpp"

#include <array>

#include "domain/factor/figures.hpp"
#include "engine/catalogue/facts.hpp"

namespace kring::factor {

namespace {

// Moment of the first release of these sets.
constexpr Time first_released{1'793'491'200'000};

Certainty certainty_from(catalogue::Certainty certainty) {
    return certainty_of(catalogue::name(certainty)).value_or(Certainty::unverified);
}

BuiltIn first_of(Set set) {
    BuiltIn made;
    made.set = std::move(set);
    made.set.is_built_in = true;
    made.version.set = made.set.id;
    made.version.made_at = first_released;
    return made;
}

Figure figure_in(const BuiltIn& from, const Row& row, std::string_view subject, Quantity quantity,
                 double value) {
    Figure figure;
    figure.id = figure_id({from.set.id, from.version.number, row.key, quantity});
    figure.subject = subject;
    figure.quantity = quantity;
    figure.value = figure.low = figure.high = value;
    figure.unit = unit_of(quantity);
    figure.from.set = from.set.id;
    figure.from.set_name = from.set.name;
    figure.from.version = from.version.number;
    figure.from.row = row.key;
    figure.from.licence = from.set.licence;
    figure.from.source = from.set.source;
    figure.from.url = from.set.url;
    return figure;
}

void add_spread(BuiltIn& to, const Row& row, Quantity quantity, const catalogue::Archetype& archetype,
                const std::optional<catalogue::Spread>& spread) {
    if (!spread) return;
    Figure figure = figure_in(to, row, row.device_class, quantity, spread->median);
    if (spread->gsd) set_spread(figure, *spread->gsd);
    if (spread->low && spread->high) {
        figure.low = std::min(*spread->low, figure.value);
        figure.high = std::max(*spread->high, figure.value);
    }
    figure.count = spread->count;
    figure.from.year = "2023";
    figure.from.certainty = certainty_from(archetype.certainty);
    figure.from.derivation = catalogue::archetype_derivation();
    to.figures.push_back(std::move(figure));
}

BuiltIn archetypes() {
    BuiltIn made = first_of({"kring-archetypes", "Kring archetypes", Kind::footprints,
                             "Statistics by Kring of Boavizta environmental-footprint-data",
                             "https://github.com/Boavizta/environmental-footprint-data", Licence::odbl,
                             std::string(catalogue::boavizta_notice())});
    for (const catalogue::Archetype& one : catalogue::built_in_archetypes()) {
        const std::string name(catalogue::name(one.device));
        made.rows.push_back({slug(name), 0, name, "", "", "", {}});
        const Row& row = made.rows.back();
        add_spread(made, row, Quantity::embodied, one, one.embodied_kg);
        add_spread(made, row, Quantity::energy, one, one.tec_kwh);
        add_spread(made, row, Quantity::mass, one, one.mass_kg);
        add_spread(made, row, Quantity::life, one, one.life_years);
    }
    made.version.taken = static_cast<int>(made.rows.size());
    return made;
}

struct Area {
    std::string_view code;
    std::string_view name;
    double value;  ///< kg CO2e per kWh
    double low;
    double high;
    std::string_view derivation;
};
// The Dutch range: 251 (Electricity Maps, 2024) to 374 (CE Delft, production and chain, mix of 2021).
constexpr std::array<Area, 2> areas = {
    {{"NLD", "Netherlands", 0.2527, 0.251, 0.374,
      "yearly average of generation; the range is that of recent years and other methods: 0.251 (Electricity "
      "Maps, 2024) to 0.374 (CE Delft, production and chain, mix of 2021)"},
     {"EU", "European Union", 0.21302, 0.21302, 0.21302, "yearly average of generation"}}};

BuiltIn grid() {
    BuiltIn made = first_of({"kring-grid", "Ember, two figures", Kind::electricity,
                             "Ember, yearly electricity data, via CO2.js", "https://ember-energy.org/",
                             Licence::cc_by_sa, std::string(catalogue::ember_notice())});
    for (const Area& area : areas) {
        made.rows.push_back({slug(area.code),
                             0,
                             "",
                             "",
                             std::string(area.name),
                             std::string(area.code),
                             {{"method", "generation_average"}}});
        Figure figure = figure_in(made, made.rows.back(), area.code, Quantity::intensity, area.value);
        set_bounds(figure, area.low, area.high);
        figure.from.year = "2024";
        figure.from.certainty = Certainty::high;
        figure.from.derivation = area.derivation;
        made.figures.push_back(std::move(figure));
    }
    made.version.taken = static_cast<int>(made.rows.size());
    return made;
}

Quantity quantity_of_fact(const catalogue::Fact& fact) {
    return fact.unit.starts_with("EUR/kg") ? Quantity::carbon_price : Quantity::other;
}

BuiltIn facts() {
    BuiltIn made = first_of({"kring-facts", "Kring facts", Kind::own,
                             "Facts from reports and handbooks; each figure names its own source", "",
                             Licence::own, ""});
    for (const catalogue::Fact& fact : catalogue::facts()) {
        Row row{slug(fact.id), 0, "", "", std::string(fact.id), "", {}};
        if (fact.device) row.device_class = catalogue::name(*fact.device);
        Figure figure = figure_in(made, row, fact.id, quantity_of_fact(fact), fact.value);
        set_bounds(figure, fact.low.value_or(fact.value), fact.high.value_or(fact.value));
        figure.unit = fact.unit;
        figure.from.source = fact.source;
        figure.from.year = fact.year;
        figure.from.certainty = certainty_from(fact.certainty);
        made.rows.push_back(std::move(row));
        made.figures.push_back(std::move(figure));
    }
    made.version.taken = static_cast<int>(made.rows.size());
    return made;
}

}  // namespace

const std::vector<BuiltIn>& built_in() {
    static const std::vector<BuiltIn> all = {archetypes(), facts(), grid()};
    return all;
}

const BuiltIn* find_built_in(std::string_view set, int version) {
    for (const BuiltIn& one : built_in()) {
        if (one.set.id == set && one.version.number == version) return &one;
    }
    return nullptr;
}

const BuiltIn* newest_built_in(std::string_view set) {
    const BuiltIn* newest = nullptr;
    for (const BuiltIn& one : built_in()) {
        if (one.set.id == set && (!newest || one.version.number > newest->version.number)) newest = &one;
    }
    return newest;
}

std::vector<Figure> figures_of(const BuiltIn& from, std::string_view row) {
    std::vector<Figure> found;
    for (const Figure& one : from.figures) {
        if (one.from.row == row) found.push_back(one);
    }
    return found;
}

}  // namespace kring::factor
