// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <cstddef>

#include "engine/catalogue/archetypes.hpp"
#include "engine/catalogue/predictor.hpp"

namespace kring::catalogue {

namespace {

constexpr auto licences = std::to_array<std::string_view>({"ODbL-1.0", "CC-BY-SA-4.0", "own", "unknown"});
constexpr auto kinds = std::to_array<std::string_view>({"country", "zone", "group"});
constexpr auto methods =
    std::to_array<std::string_view>({"generation_average", "consumption_average", "operating_margin"});
constexpr auto figures =
    std::to_array<std::string_view>({"embodied", "tec", "mass", "life", "price", "processing", "parts"});
constexpr auto units =
    std::to_array<std::string_view>({"kg CO2e", "kWh/yr", "kg", "yr", "EUR", "kg CO2e", "kg CO2e"});
constexpr auto certainties = std::to_array<std::string_view>({"high", "medium", "low", "unverified"});
constexpr auto targets = std::to_array<std::string_view>({"embodied_kg", "tec_kwh", "total_kg"});

template <class Names, class Thing>
std::string_view named(const Names& names, Thing thing) {
    return names[static_cast<std::size_t>(thing)];
}

template <class Thing, class Names>
std::optional<Thing> thing_named(const Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Thing>(found - names.begin());
}

}  // namespace

std::string_view name(Licence licence) { return named(licences, licence); }
std::optional<Licence> licence(std::string_view name) { return thing_named<Licence>(licences, name); }
std::string_view name(AreaKind kind) { return named(kinds, kind); }
std::string_view name(GridMethod method) { return named(methods, method); }
std::string_view name(Figure figure) { return named(figures, figure); }
std::string_view unit(Figure figure) { return named(units, figure); }
std::optional<Figure> figure(std::string_view name) { return thing_named<Figure>(figures, name); }
std::string_view name(Certainty certainty) { return named(certainties, certainty); }
std::string_view name(Target target) { return named(targets, target); }

std::string_view boavizta_notice() {
    return "Contains information from Boavizta environmental-footprint-data, made available under the Open "
           "Database License (ODbL) 1.0.";
}

std::string_view ember_notice() {
    return "Yearly average carbon intensity of electricity: Ember, by way of CO2.js (The Green Web "
           "Foundation), CC BY-SA 4.0.";
}

std::string_view electricity_maps_notice() {
    return "Contains information from Electricity Maps, by way of CO2.js (The Green Web Foundation), made "
           "available under the Open Database License (ODbL) 1.0.";
}

std::string_view marginal_notice() {
    return "Operating margin of electricity: UNFCCC, by way of CO2.js (The Green Web Foundation), CC BY-SA "
           "4.0.";
}

}  // namespace kring::catalogue
