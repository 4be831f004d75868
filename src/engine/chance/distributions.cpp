// SPDX-License-Identifier: EUPL-1.2
// What is exactly known of each distribution, and what makes no sense in one.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/chance/chance.hpp"
#include "engine/chance/special.hpp"

namespace kring::chance {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

void wrong(Problems& problems, std::string_view phrase, std::string_view place) {
    problems.push_back({Trouble::invalid, std::string(phrase), std::string(place), {}});
}

bool has_bounds_in_order(const Distribution& d) {
    const auto [low, mode, high] = d.given;
    if (d.family == Family::uniform) return low < mode;
    return low < high && low <= mode && mode <= high;
}

bool is_table(const std::vector<Quantile>& table) {
    const auto falls = [](const Quantile& one, const Quantile& next) {
        return !(one.share < next.share && one.value <= next.value);
    };
    return table.size() >= 2 && table.front().share == 0 && table.back().share == 1 &&
           std::adjacent_find(table.begin(), table.end(), falls) == table.end();
}

double sigma_of(const Distribution& d) {
    const double spread = d.given[1];
    if (d.family == Family::lognormal) return logarithm(spread);
    return std::sqrt(logarithm(1 + spread * spread));
}

double mu_of(const Distribution& d) {
    if (d.family == Family::lognormal) return logarithm(d.given[0]);
    return logarithm(d.given[0]) - 0.5 * logarithm(1 + d.given[1] * d.given[1]);
}

/// PERT's beta, over 0 to 1.
Beta beta_of(const Distribution& d) {
    const auto [low, mode, high] = d.given;
    return {1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)};
}

double pert_quantile(const Distribution& d, double p) {
    const auto [low, mode, high] = d.given;
    return low + (high - low) * beta_of(d).quantile(p, 0, (mean(d) - low) / (high - low));
}

double triangular_quantile(const Distribution& d, double p) {
    const auto [low, mode, high] = d.given;
    const double width = high - low;
    if (p * width < mode - low) return low + std::sqrt(p * width * (mode - low));
    return high - std::sqrt((1 - p) * width * (high - mode));
}

double triangular_probability(const Distribution& d, double x) {
    const auto [low, mode, high] = d.given;
    if (x <= low) return 0;
    if (x >= high) return 1;
    if (x < mode) return (x - low) * (x - low) / ((high - low) * (mode - low));
    return 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
}

double table_quantile(const std::vector<Quantile>& table, double p) {
    const auto above = std::upper_bound(table.begin() + 1, table.end() - 1, p,
                                        [](double share, const Quantile& one) { return share < one.share; });
    const Quantile& one = *(above - 1);
    return one.value + (p - one.share) / (above->share - one.share) * (above->value - one.value);
}

double table_probability(const std::vector<Quantile>& table, double x) {
    if (x < table.front().value) return 0;
    const auto above = std::upper_bound(table.begin(), table.end(), x,
                                        [](double value, const Quantile& one) { return value < one.value; });
    if (above == table.end()) return 1;
    const Quantile& one = *(above - 1);
    return one.share + (x - one.value) / (above->value - one.value) * (above->share - one.share);
}

/// Mean and mean square of a table.
std::pair<double, double> table_moments(const std::vector<Quantile>& table) {
    double first = 0;
    double second = 0;
    for (std::size_t next = 1; next < table.size(); ++next) {
        const double share = table[next].share - table[next - 1].share;
        const double a = table[next - 1].value;
        const double b = table[next].value;
        first += share * (a + b) / 2;
        second += share * (a * a + a * b + b * b) / 3;
    }
    return {first, second};
}

}  // namespace

Problems check(const Distribution& d, std::string_view place) {
    Problems problems;
    const auto& [first, second, third] = d.given;
    const auto finite = [](const Quantile& one) {
        return std::isfinite(one.share) && std::isfinite(one.value);
    };
    if (!std::all_of(d.given.begin(), d.given.end(), [](double number) { return std::isfinite(number); }) ||
        !std::all_of(d.table.begin(), d.table.end(), finite)) {
        wrong(problems, "chance.problem.finite", place);
        return problems;
    }
    switch (d.family) {
        case Family::fixed:
            break;
        case Family::uniform:
        case Family::triangular:
        case Family::pert:
            if (!has_bounds_in_order(d)) wrong(problems, "chance.problem.order", place);
            break;
        case Family::lognormal:
            if (first <= 0) wrong(problems, "chance.problem.median", place);
            if (second <= 1 || second > 1e6) wrong(problems, "chance.problem.gsd", place);
            break;
        case Family::lognormal_mean:
            if (first <= 0) wrong(problems, "chance.problem.mean", place);
            if (second <= 0 || second > 1e3) wrong(problems, "chance.problem.cv", place);
            break;
        case Family::normal:
            if (second <= 0) wrong(problems, "chance.problem.sd", place);
            break;
        case Family::empirical:
            if (!is_table(d.table)) wrong(problems, "chance.problem.table", place);
            break;
        default:
            wrong(problems, "chance.problem.family", place);
    }
    return problems;
}

double mean(const Distribution& d) {
    const auto [first, second, third] = d.given;
    switch (d.family) {
        case Family::uniform:
            return 0.5 * (first + second);
        case Family::triangular:
            return (first + second + third) / 3;
        case Family::pert:
            return (first + 4 * second + third) / 6;
        case Family::lognormal:
            return first * exponential(0.5 * sigma_of(d) * sigma_of(d));
        case Family::empirical:
            return table_moments(d.table).first;
        default:
            return first;
    }
}

double sd(const Distribution& d) {
    const auto [first, second, third] = d.given;
    switch (d.family) {
        case Family::uniform:
            return (second - first) / std::sqrt(12.0);
        case Family::triangular: {
            const double a = second - first;
            const double b = third - first;
            return std::sqrt((a * a + b * b - a * b) / 18);
        }
        case Family::pert: {
            const double alpha = 1 + 4 * (second - first) / (third - first);
            return (third - first) * std::sqrt(alpha * (6 - alpha) / 7) / 6;
        }
        case Family::lognormal: {
            const double variance = sigma_of(d) * sigma_of(d);
            return mean(d) * std::sqrt(exponential(variance) - 1);
        }
        case Family::lognormal_mean:
            return first * second;
        case Family::normal:
            return second;
        case Family::empirical: {
            const auto [one, two] = table_moments(d.table);
            return std::sqrt(std::max(0.0, two - one * one));
        }
        default:
            return 0;
    }
}

double low(const Distribution& d) {
    switch (d.family) {
        case Family::lognormal:
        case Family::lognormal_mean:
            return 0;
        case Family::normal:
            return -infinite;
        case Family::empirical:
            return d.table.front().value;
        default:
            return d.given[0];
    }
}

double high(const Distribution& d) {
    switch (d.family) {
        case Family::fixed:
            return d.given[0];
        case Family::uniform:
            return d.given[1];
        case Family::triangular:
        case Family::pert:
            return d.given[2];
        case Family::empirical:
            return d.table.back().value;
        default:
            return infinite;
    }
}

double quantile(const Distribution& d, double p) {
    KRING_ASSERT(p > 0 && p < 1);
    switch (d.family) {
        case Family::uniform:
            return d.given[0] + p * (d.given[1] - d.given[0]);
        case Family::triangular:
            return triangular_quantile(d, p);
        case Family::pert:
            return pert_quantile(d, p);
        case Family::lognormal:
        case Family::lognormal_mean:
            return exponential(mu_of(d) + sigma_of(d) * normal_quantile(p));
        case Family::normal:
            return d.given[0] + d.given[1] * normal_quantile(p);
        case Family::empirical:
            return table_quantile(d.table, p);
        default:
            return d.given[0];
    }
}

double probability(const Distribution& d, double x) {
    switch (d.family) {
        case Family::uniform:
            return std::clamp((x - d.given[0]) / (d.given[1] - d.given[0]), 0.0, 1.0);
        case Family::triangular:
            return triangular_probability(d, x);
        case Family::pert:
            return beta_of(d).probability((x - d.given[0]) / (d.given[2] - d.given[0]));
        case Family::lognormal:
        case Family::lognormal_mean:
            return x <= 0 ? 0 : normal_probability((logarithm(x) - mu_of(d)) / sigma_of(d));
        case Family::normal:
            return normal_probability((x - d.given[0]) / d.given[1]);
        case Family::empirical:
            return table_probability(d.table, x);
        default:
            return x < d.given[0] ? 0 : 1;
    }
}

}  // namespace kring::chance
