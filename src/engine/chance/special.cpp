// SPDX-License-Identifier: EUPL-1.2
#include "engine/chance/special.hpp"

#include <array>
#include <cmath>

#include "engine/chance/chance.hpp"

namespace kring::chance {

namespace {

constexpr double ln_root_two_pi = 0.91893853320467274178;

/// P(Z > z) for z over 4, by Laplace's continued fraction.
double upper_tail(double z) {
    double fraction = z;
    for (int term = 80; term > 0; --term) fraction = z + term / fraction;
    return normal_density(z) / fraction;
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22), from within; for x below
/// (a + 1) / (a + b + 2) and shapes of some units 60 terms are far more than double precision needs.
double beta_fraction(double a, double b, double x) {
    double fraction = 1;
    for (int term = 60; term > 0; --term) {
        const double m = term / 2;  // NOLINT(bugprone-integer-division): terms come in pairs
        const double even = m * (b - m) / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) / ((a + 2 * m) * (a + 2 * m + 1));
        fraction = 1 + (term % 2 == 0 ? even : odd) * x / fraction;
    }
    return 1 / fraction;
}

double log_beta(double a, double b) { return log_gamma(a) + log_gamma(b) - log_gamma(a + b); }

}  // namespace

double normal_density(double z) { return exponential(-0.5 * z * z - ln_root_two_pi); }

double normal_probability(double z) {
    if (z > 4) return 1 - upper_tail(z);
    if (z < -4) return upper_tail(-z);
    double term = z;  // Marsaglia 2004: 1/2 + density * (z + z^3/3 + z^5/(3*5) + ...)
    double sum = z;
    for (int odd = 3; std::abs(term) > 1e-18 && odd < 400; odd += 2) {
        term *= z * z / odd;
        sum += term;
    }
    return 0.5 + normal_density(z) * sum;
}

double normal_quantile(double p) {
    if (p > 0.5) return -normal_quantile(1 - p);
    const double t = std::sqrt(-2 * logarithm(p));  // Abramowitz and Stegun 26.2.23, then Halley's steps
    double z =
        (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
    for (int step = 0; step < 3; ++step) {
        const double error = (normal_probability(z) - p) / normal_density(z);
        z -= error / (1 + 0.5 * error * z);
    }
    return z;
}

double log_gamma(double x) {
    double product = 1;
    for (; x < 12; x += 1) product *= x;
    constexpr std::array<double, 6> stirling{1.0 / 12,    -1.0 / 360, 1.0 / 1260,
                                             -1.0 / 1680, 1.0 / 1188, -691.0 / 360360};
    double sum = 0;
    for (std::size_t term = stirling.size(); term-- > 0;) sum = sum / (x * x) + stirling[term];
    return (x - 0.5) * logarithm(x) - x + ln_root_two_pi + sum / x - logarithm(product);
}

double beta_density(double a, double b, double x) {
    if (x <= 0 || x >= 1) return a == 1 && x == 0 ? b : (b == 1 && x == 1 ? a : 0);
    return exponential((a - 1) * logarithm(x) + (b - 1) * logarithm(1 - x) - log_beta(a, b));
}

double beta_probability(double a, double b, double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front = exponential(a * logarithm(x) + b * logarithm(1 - x) - log_beta(a, b));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
    return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

}  // namespace kring::chance
