// SPDX-License-Identifier: EUPL-1.2
// Figures from reports and handbooks that an assumption may start from, each with year, source and how
// certain it is. What is unverified stays so wherever it is shown.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/catalogue/archetypes.hpp"

namespace kring::catalogue {

struct Fact {
    std::string_view id;  ///< "co2_price_handbook": its phrase, and what a result names
    std::optional<DeviceClass> device;
    double value = 0;
    std::optional<double> low;
    std::optional<double> high;
    std::string_view unit;
    std::string_view year;  ///< "2022", "2012", "2023-2026"
    std::string_view source;
    Certainty certainty = Certainty::unverified;
    bool is_only_for_illustration = false;  ///< no source at all was found
};

const std::vector<Fact>& facts();

/// nullptr when there is no such fact.
const Fact* find_fact(std::string_view id);

}  // namespace kring::catalogue
