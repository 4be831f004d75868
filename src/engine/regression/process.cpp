// SPDX-License-Identifier: EUPL-1.2
#include "engine/regression/process.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/regression/statistics.hpp"

namespace kring::regression {

namespace {

/// Standard deviations beyond which a straight line is not believed to go on.
constexpr double farthest = 4;

}  // namespace

Process::Process(std::vector<Sample> samples) : samples_(std::move(samples)) {
    scale();
    choose();
}

void Process::scale() {
    std::vector<double> values;
    for (const Sample& sample : samples_) values.push_back(sample.logarithm);
    centre_ = median(values);
    spread_ = std::max(standard_deviation(values), 0.01);
    for (std::size_t at = 0; at < centres_.size(); ++at) {
        values.clear();
        for (const Sample& sample : samples_) {
            if (sample.traits.numbers[at]) values.push_back(*sample.traits.numbers[at]);
        }
        centres_[at] = values.empty() ? 0 : mean(values);
        const double spread = standard_deviation(values);
        spreads_[at] = spread > 1e-9 ? spread : 1;
    }
}

Process::Alike Process::alike(const Traits& one, const Traits& other) const {
    Alike alike;
    alike.group = one.group == other.group ? 1 : 0;
    for (std::size_t at = 0; at < centres_.size(); ++at) {
        const auto place = [&](const std::optional<double>& number) {
            return number ? std::clamp((*number - centres_[at]) / spreads_[at], -farthest, farthest) : 0;
        };
        const double left = place(one.numbers[at]);
        const double right = place(other.numbers[at]);
        // Being unknown is a trait of its own: makers leave out what their methods do not need.
        const double left_unknown = one.numbers[at] ? 0 : 1;
        const double right_unknown = other.numbers[at] ? 0 : 1;
        const double unknown = left_unknown - right_unknown;
        alike.linear += left * right + left_unknown * right_unknown;
        alike.distance += (left - right) * (left - right) + unknown * unknown;
    }
    return alike;
}

/// A level for all, one for each group, straight lines, and curves that are mostly each group's own.
double Process::covariance(const Alike& alike, const Settings& settings) {
    constexpr double group = 0.5;
    constexpr double line = 0.1;
    constexpr double curve = 0.5;
    constexpr double shared = 0.3;
    const double near = std::exp(-alike.distance / (2 * settings.reach * settings.reach));
    return 1 + group * alike.group + line * alike.linear +
           curve * near * (shared + (1 - shared) * alike.group);
}

std::optional<Process::Fitted> Process::fit(const std::vector<Alike>& pairs, const Settings& settings) const {
    const std::size_t count = samples_.size();
    Dense matrix(count);
    for (std::size_t row = 0, at = 0; row < count; ++row) {
        for (std::size_t column = 0; column <= row; ++column, ++at)
            matrix[row][column] = matrix[column][row] = covariance(pairs[at], settings);
        matrix[row][row] += settings.noise;
    }
    std::optional<Dense> inverted = inverse(matrix);
    if (!inverted) return std::nullopt;
    std::vector<double> values;
    for (const Sample& sample : samples_) values.push_back((sample.logarithm - centre_) / spread_);
    Fitted fitted{std::move(*inverted), {}, std::vector<double>(count), std::vector<double>(count)};
    fitted.weights = product(fitted.inverse, values);
    leave_out(fitted);
    return fitted;
}

void Process::leave_out(Fitted& fitted) const {
    std::map<std::size_t, std::vector<std::size_t>> families;
    for (std::size_t at = 0; at < samples_.size(); ++at) families[samples_[at].family].push_back(at);
    for (const auto& [family, members] : families) {
        Dense block(members.size());
        for (std::size_t row = 0; row < members.size(); ++row) {
            for (std::size_t column = 0; column < members.size(); ++column)
                block[row][column] = fitted.inverse[members[row]][members[column]];
        }
        const std::optional<Dense> spread = inverse(block);
        if (!spread) continue;
        for (std::size_t row = 0; row < members.size(); ++row) {
            double error = 0;
            for (std::size_t column = 0; column < members.size(); ++column)
                error += (*spread)[row][column] * fitted.weights[members[column]];
            fitted.errors[members[row]] = error;
            fitted.widths[members[row]] = std::sqrt(std::max((*spread)[row][row], 1e-12));
        }
    }
}

void Process::choose() {
    std::vector<Alike> pairs;
    for (std::size_t row = 0; row < samples_.size(); ++row) {
        for (std::size_t column = 0; column <= row; ++column)
            pairs.push_back(alike(samples_[row].traits, samples_[column].traits));
    }
    double least = -1;
    const auto attempt = [&](const Settings& settings) {
        std::optional<Fitted> fitted = fit(pairs, settings);
        if (!fitted) return;
        double sum = 0;
        for (const double error : fitted->errors) sum += std::fabs(error);
        if (least >= 0 && sum >= least) return;
        least = sum;
        settings_ = settings;
        fitted_ = std::move(*fitted);
    };
    // One setting after the other; more would learn the sample by heart.
    for (const double reach : {2.0, 0.7}) {
        for (const double noise : {0.05, 0.2, 0.6}) attempt({noise, reach});
    }
    std::vector<double> ratios;
    for (std::size_t at = 0; at < samples_.size(); ++at)
        ratios.push_back(std::fabs(fitted_.errors[at]) / fitted_.widths[at]);
    // The families are what is independent: the share that so many need for nine of ten of the next.
    std::vector<std::size_t> families;
    for (const Sample& sample : samples_) families.push_back(sample.family);
    std::sort(families.begin(), families.end());
    const auto count = static_cast<double>(std::unique(families.begin(), families.end()) - families.begin());
    stretch_ = quantile(ratios, std::min(1.0, 0.9 * (count + 1) / count));
}

Guess Process::guess(const Traits& traits) const {
    std::vector<double> covariances;
    for (const Sample& sample : samples_)
        covariances.push_back(covariance(alike(sample.traits, traits), settings_));
    double centre = 0;
    for (std::size_t at = 0; at < covariances.size(); ++at) centre += covariances[at] * fitted_.weights[at];
    double variance = covariance(alike(traits, traits), settings_) + settings_.noise;
    const std::vector<double> explained = product(fitted_.inverse, covariances);
    for (std::size_t at = 0; at < covariances.size(); ++at) variance -= covariances[at] * explained[at];
    return {centre_ + centre * spread_, stretch_ * spread_ * std::sqrt(std::max(variance, 1e-12))};
}

}  // namespace kring::regression
