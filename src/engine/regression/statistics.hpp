// SPDX-License-Identifier: EUPL-1.2
// Medians, quantiles and spreads of small samples.
#pragma once

#include <vector>

namespace kring::regression {

/// The quantile at `share` (0 to 1) with straight lines between values (Hyndman and Fan's type 7, as NumPy
/// and R by default). `values` must not be empty.
double quantile(std::vector<double> values, double share);

double median(std::vector<double> values);

double mean(const std::vector<double>& values);

/// With n - 1; 0 for fewer than two values.
double standard_deviation(const std::vector<double>& values);

}  // namespace kring::regression
