// SPDX-License-Identifier: EUPL-1.2
// Functions that distributions need, of one number, made of exact operations so that they are the same bits
// everywhere.
#pragma once

#include <array>

namespace kring::chance {

/// Density of the standard normal law.
double normal_density(double z);

/// ln of the gamma function, x > 0.
double log_gamma(double x);

/// The beta law, shapes from 1 to 5 (what PERT has).
class Beta {
public:
    Beta(double a, double b);
    /// x from 0 to 1.
    double density(double x) const;
    double probability(double x) const;
    /// Where the share below is p, sought from `start` on, between `below` and 1.
    double quantile(double p, double below, double start) const;

private:
    /// The terms of the continued fraction of the incomplete beta function (DLMF 8.17.22).
    using Terms = std::array<double, 40>;
    static Terms terms_of(double a, double b);
    static double fraction(const Terms& terms, double x);

    double a_;
    double b_;
    double log_scale_;
    Terms terms_;
    Terms mirrored_;
};

}  // namespace kring::chance
