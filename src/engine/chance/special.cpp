// SPDX-License-Identifier: EUPL-1.2
#include "engine/chance/special.hpp"

#include <array>
#include <cmath>

#include "engine/chance/chance.hpp"

namespace kring::chance {

namespace {

constexpr double ln_root_two_pi = 0.91893853320467274178;

/// P(Z > z) for z over 3, by Laplace's continued fraction.
double upper_tail(double z) {
    double fraction = z;
    for (int term = 150; term > 0; --term) fraction = z + term / fraction;
    return normal_density(z) / fraction;
}

}  // namespace

double normal_density(double z) { return exponential(-0.5 * z * z - ln_root_two_pi); }

double normal_probability(double z) {
    if (z > 3) return 1 - upper_tail(z);
    if (z < -3) return upper_tail(-z);
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

Beta::Beta(double a, double b)
    : a_(a),
      b_(b),
      log_scale_(log_gamma(a + b) - log_gamma(a) - log_gamma(b)),
      terms_(terms_of(a, b)),
      mirrored_(terms_of(b, a)) {}

Beta::Terms Beta::terms_of(double a, double b) {
    Terms terms{};
    for (std::size_t term = 1; term <= terms.size(); ++term) {
        const auto m = static_cast<double>(term / 2);
        const double even = m * (b - m) / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) / ((a + 2 * m) * (a + 2 * m + 1));
        terms[term - 1] = term % 2 == 0 ? even : odd;
    }
    return terms;
}

double Beta::fraction(const Terms& terms, double x) {
    double value = 1;
    for (std::size_t term = terms.size(); term-- > 0;) value = 1 + terms[term] * x / value;
    return 1 / value;
}

double Beta::density(double x) const {
    if (x <= 0) return a_ == 1 ? b_ : 0;
    if (x >= 1) return b_ == 1 ? a_ : 0;
    return exponential(log_scale_ + (a_ - 1) * logarithm(x) + (b_ - 1) * logarithm(1 - x));
}

double Beta::probability(double x) const {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front = density(x) * x * (1 - x);
    if (x < (a_ + 1) / (a_ + b_ + 2)) return front * fraction(terms_, x) / a_;
    return 1 - front * fraction(mirrored_, 1 - x) / b_;
}

double Beta::quantile(double p, double below, double start) const {
    double above = 1;
    double x = start;
    for (int step = 0; step < 100; ++step) {
        const double error = probability(x) - p;
        (error > 0 ? above : below) = x;
        const double newton = x - error / density(x);
        if (std::abs(newton - x) < 1e-9 * x) return newton;  // the next error is the square of this one
        x = newton > below && newton < above ? newton : 0.5 * (below + above);
    }
    return x;
}

}  // namespace kring::chance
