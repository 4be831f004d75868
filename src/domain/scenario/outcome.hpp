// SPDX-License-Identifier: EUPL-1.2
// What a calculation hands back for a scenario: for each route every measure with its range, how routes
// compare on shared draws, and what drives the difference. It has one canonical text, whose hash tells
// whether a calculation comes out the same.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/scenario/inputs.hpp"

namespace kring::scenario {

/// Over the whole horizon and the whole fleet.
enum class Measure {
    total,       ///< kg CO2e, embodied and in use
    embodied,    ///< kg CO2e
    use,         ///< kg CO2e
    other_rule,  ///< kg CO2e: the total when the other burden rule is followed
    energy,      ///< kWh
    material,    ///< kg of new devices
    reused,      ///< kg of devices that are used again
    waste,       ///< kg of devices that are not used again
    credit,      ///< kg CO2e avoided elsewhere by what is taken back; never subtracted
    cost,        ///< EUR, discounted
    cost_carbon  ///< EUR, with the CO2 price on all emissions
};
inline constexpr std::size_t measures_count = 11;
inline constexpr std::array<Measure, measures_count> measures = {
    Measure::total,  Measure::embodied, Measure::use,        Measure::other_rule,
    Measure::energy, Measure::material, Measure::reused,     Measure::waste,
    Measure::credit, Measure::cost,     Measure::cost_carbon};
std::string_view word(Measure measure);     ///< "total" … "cost_carbon"
std::string_view unit_of(Measure measure);  ///< "kgCO2e", "kWh", "kg" or "EUR"

/// The 5th, 50th and 95th percentile of the draws, and their mean.
struct Spread {
    double p5 = 0;
    double p50 = 0;
    double p95 = 0;
    double mean = 0;
    bool operator==(const Spread&) const = default;
};

struct RouteOutcome {
    Route route;
    std::array<Spread, measures_count> spreads{};
    const Spread& of(Measure measure) const { return spreads[static_cast<std::size_t>(measure)]; }
    bool operator==(const RouteOutcome&) const = default;
};

/// What part of the variance of a difference one figure explains, 0 to 1.
struct Share {
    std::string figure;
    double share = 0;
    bool operator==(const Share&) const = default;
};

/// A route against the first, on the same draws: first minus other, so more than 0 means that it saves.
struct Comparison {
    std::size_t other = 0;       ///< index in Outcome::routes
    double chance = 0;           ///< that it emits less
    Spread saved;                ///< kg CO2e
    double cost_chance = 0;      ///< that it costs less
    Spread cost_saved;           ///< EUR
    std::vector<Share> drivers;  ///< of `saved`, largest first
    bool operator==(const Comparison&) const = default;
};

/// Something to tell the reader: a word, with texts and numbers by name. Its phrase is scenario.finding.WORD.
struct Finding {
    std::string word;
    std::vector<std::pair<std::string, std::string>> texts;
    std::vector<std::pair<std::string, double>> numbers;
    const std::string* text(std::string_view name) const;
    std::optional<double> number(std::string_view name) const;
    bool operator==(const Finding&) const = default;
};

struct Outcome {
    std::string engine;  ///< its version
    std::int64_t draws = 0;
    std::int64_t seed = 0;
    double standard_error = 0;  ///< of the mean of the first route's total, kg CO2e
    std::vector<RouteOutcome> routes;
    std::vector<Comparison> comparisons;  ///< each other route with the first
    std::vector<Finding> findings;
    /// False for masses when the mass of a device is not known.
    bool is_known(Measure measure) const;
    bool operator==(const Outcome&) const = default;
};

/// The canonical text, every number in full, and its inverse.
std::string to_text(const Outcome& outcome);
std::optional<Outcome> read_outcome(std::string_view text);

}  // namespace kring::scenario
