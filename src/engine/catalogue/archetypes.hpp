// SPDX-License-Identifier: EUPL-1.2
// Our own archetypes: for each class of devices how much it embodies, uses, weighs and how long its sheets
// let it last. Statistics that we took from the data of Boavizta, so that everything works before any import.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/catalogue/catalogue.hpp"

namespace kring::catalogue {

/// A figure over many sheets. A lognormal with this median and geometric standard deviation describes it.
struct Spread {
    double median = 0;
    std::optional<double> gsd;   ///< geometric standard deviation, above 1; unknown for fewer than 5 rows
    std::optional<double> low;   ///< 5th percentile
    std::optional<double> high;  ///< 95th percentile
    int count = 0;               ///< rows it was taken from
};

/// How well a statistic of so few or so many rows bears weight.
enum class Certainty { high, medium, low, unverified };

/// "high", "medium", "low", "unverified".
std::string_view name(Certainty certainty);

struct Archetype {
    DeviceClass device = DeviceClass::other;
    std::optional<Spread> embodied_kg;  ///< kg CO2e, whole life without use
    std::optional<Spread> tec_kwh;      ///< kWh a year
    std::optional<Spread> mass_kg;
    std::optional<Spread> life_years;   ///< as assumed in the sheets, not how long devices are used
    std::optional<Spread> error_ratio;  ///< spread that the sheets give for their own total
    Certainty certainty = Certainty::medium;
};

/// Built in. Prices are not: no source was found, so a user types them.
const std::vector<Archetype>& built_in_archetypes();

/// The same statistics of rows that were imported, one for each class that has a row.
std::vector<Archetype> archetypes_of(const std::vector<PcfRow>& rows);

/// The archetype of the class; nullptr when there is none.
const Archetype* find(const std::vector<Archetype>& archetypes, DeviceClass device);

/// From what and how the built-in ones were derived, in English: source, version, day, method.
std::string_view archetype_derivation();

}  // namespace kring::catalogue
