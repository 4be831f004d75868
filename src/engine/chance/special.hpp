// SPDX-License-Identifier: EUPL-1.2
// Functions that distributions need, of one number, made of exact operations so that they are the same bits
// everywhere.
#pragma once

namespace kring::chance {

/// Density of the standard normal law.
double normal_density(double z);

/// ln of the gamma function, x > 0.
double log_gamma(double x);

/// The share of the beta law (shapes a, b > 0) below x, 0 to 1, and its density.
double beta_probability(double a, double b, double x);
double beta_density(double a, double b, double x);

}  // namespace kring::chance
