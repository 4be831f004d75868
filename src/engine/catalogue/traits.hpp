// SPDX-License-Identifier: EUPL-1.2
// What a device's description says in numbers that can be compared: the predictor's eyes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/predictor.hpp"
#include "engine/regression/sample.hpp"

namespace kring::catalogue {

/// Where storage stands among the numbers.
inline constexpr std::size_t storage_at = 2;

/// Group: the maker in lower case. Numbers: the logarithms of screen, weight and storage, and the year.
regression::Traits traits_of(const Described& device);

/// The largest storage that a text names, in GB: "512GB", "1 TB"; at least 16, less is memory.
std::optional<double> storage_gb(std::string_view text);

/// The value of the row; nothing when unknown.
std::optional<double> value_of(const PcfRow& row, Target target);

/// Samples of the class, with families: one sheet, one maker with the first two words of the name, or one
/// maker with the very same values.
std::vector<regression::Sample> samples_of(const std::vector<PcfRow>& rows, DeviceClass device,
                                           Target target);

}  // namespace kring::catalogue
