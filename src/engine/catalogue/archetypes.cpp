// SPDX-License-Identifier: EUPL-1.2
#include "engine/catalogue/archetypes.hpp"

#include <cmath>

#include "engine/regression/statistics.hpp"

namespace kring::catalogue {

using namespace regression;

namespace {

constexpr std::size_t fewest_for_spread = 5;
constexpr std::size_t fewest_for_medium = 30;

std::optional<Spread> spread_of(const std::vector<double>& values) {
    if (values.empty()) return std::nullopt;
    Spread spread;
    spread.median = median(values);
    spread.count = static_cast<int>(values.size());
    if (values.size() < fewest_for_spread) return spread;
    std::vector<double> logarithms;
    for (const double value : values) logarithms.push_back(std::log(value));
    spread.gsd = std::exp(standard_deviation(logarithms));
    spread.low = quantile(values, 0.05);
    spread.high = quantile(values, 0.95);
    return spread;
}

struct Values {
    std::vector<double> embodied, tec, mass, life, error;
};

void gather(const PcfRow& row, Values& values) {
    const auto keep = [](std::vector<double>& list, std::optional<double> value) {
        if (value && *value > 0) list.push_back(*value);
    };
    keep(values.embodied, embodied_kg(row));
    keep(values.tec, row.tec_kwh);
    keep(values.mass, row.weight_kg);
    keep(values.life, row.life_years);
    keep(values.error, row.error_ratio);
}

}  // namespace

std::vector<Archetype> archetypes_of(const std::vector<PcfRow>& rows) {
    std::vector<Archetype> made;
    for (const DeviceClass device : all_device_classes()) {
        Values values;
        int count = 0;
        for (const PcfRow& row : rows) {
            if (row.device != device) continue;
            gather(row, values);
            ++count;
        }
        if (count == 0) continue;
        Archetype one;
        one.device = device;
        one.embodied_kg = spread_of(values.embodied);
        one.tec_kwh = spread_of(values.tec);
        one.mass_kg = spread_of(values.mass);
        one.life_years = spread_of(values.life);
        one.error_ratio = spread_of(values.error);
        one.certainty = values.embodied.size() >= fewest_for_medium ? Certainty::medium : Certainty::low;
        made.push_back(one);
    }
    return made;
}

const Archetype* find(const std::vector<Archetype>& archetypes, DeviceClass device) {
    for (const Archetype& one : archetypes) {
        if (one.device == device) return &one;
    }
    return nullptr;
}

}  // namespace kring::catalogue
