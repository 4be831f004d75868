// SPDX-License-Identifier: EUPL-1.2
#include "engine/impact/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/impact/central.hpp"
#include "engine/impact/equations.hpp"

namespace kring::impact {

namespace {

constexpr std::size_t blocks = sensitivity_draws / Row::length;
constexpr std::size_t blocks_in_part = blocks / sensitivity_parts;

/// Keeps one output of each option.
struct ComparedLedger {
    void add(std::size_t option, Output output, const Row& row) {
        if (output == compared) sums[option] += row;
    }
    void add_material(std::size_t, std::size_t, const Row&) {}

    Output compared;
    std::vector<Row> sums;
};

std::size_t bin_of(const std::vector<double>& boundaries, double value) {
    return static_cast<std::size_t>(std::upper_bound(boundaries.begin(), boundaries.end(), value) -
                                    boundaries.begin());
}

}  // namespace

struct Drivers::Sums {
    std::vector<double> sums;
    std::vector<double> counts;
    std::vector<double> products;
};

Drivers::Drivers(const Lots& lots, const chance::Progress& progress)
    : lots_(lots), options_(lots.plan().question->options.size()), causes_(lots.causes(sensitivity_bins)) {
    const Central central = count_central(lots.plan());
    const auto compared = static_cast<std::size_t>(lots.plan().question->compared);
    for (const auto& figures : central.totals) centre_.push_back(figures[compared].central);
    std::vector<Sums> parts(sensitivity_parts);
    const auto work = [&](std::size_t part) {
        parts[part].sums.resize(causes_.size() * sensitivity_bins * options_);
        parts[part].counts.resize(causes_.size() * sensitivity_bins);
        parts[part].products.resize(options_ * options_);
        BlockValues values(lots_, true);
        for (std::size_t block = 0; block < blocks_in_part; ++block) {
            count_block(part * blocks_in_part + block, values, parts[part]);
        }
    };
    is_complete_ = chance::for_each_part(parts.size(), lots.plan().question->threads, work, progress);
    if (!is_complete_) return;
    const auto add = [](std::vector<double>& to, const std::vector<double>& from) {
        to.resize(from.size());
        for (std::size_t at = 0; at < from.size(); ++at) to[at] += from[at];
    };
    for (const Sums& part : parts) {
        add(sums_, part.sums);
        add(counts_, part.counts);
        add(products_, part.products);
    }
}

void Drivers::count_block(std::size_t block, BlockValues& values, Sums& sums) const {
    values.begin(block);
    ComparedLedger ledger{lots_.plan().question->compared, std::vector<Row>(options_)};
    Equations<Row, BlockValues, ComparedLedger> equations(lots_.plan(), values, ledger);
    for (const PartInputs& part : lots_.plan().parts) equations.count(part);
    std::vector<std::span<double>> results;
    for (std::size_t option = 0; option < options_; ++option) {
        ledger.sums[option] -= centre_[option];
        results.push_back(ledger.sums[option].open());
    }
    for (std::size_t one = 0; one < options_; ++one) {
        for (std::size_t other = 0; other <= one; ++other) {
            double& product = sums.products[one * options_ + other];
            for (std::size_t at = 0; at < Row::length; ++at) product += results[one][at] * results[other][at];
        }
    }
    for (std::size_t cause = 0; cause < causes_.size(); ++cause) {
        const Row& row = values.cause(causes_[cause]);
        for (std::size_t at = 0; at < Row::length; ++at) {
            const double value = row.is_constant() ? row.constant() : row.values()[at];
            const std::size_t bin = cause * sensitivity_bins + bin_of(causes_[cause].boundaries, value);
            sums.counts[bin] += 1;
            double* const to = &sums.sums[bin * options_];
            for (std::size_t option = 0; option < options_; ++option) to[option] += results[option][at];
        }
    }
}

Sensitivity Drivers::of(std::size_t option) const {
    std::vector<double> weights(options_, 0);
    weights[option] = 1;
    return shares(weights);
}

Sensitivity Drivers::of_difference(std::size_t one, std::size_t other) const {
    std::vector<double> weights(options_, 0);
    weights[one] = 1;
    weights[other] = -1;
    return shares(weights);
}

Driver Drivers::driver_of(const Cause& cause, double share) const {
    Driver driver;
    driver.share = share;
    driver.parameter = name_of(cause.parameter);
    if (cause.parameter == Parameter::method) {
        driver.input = "method_correlation";
        driver.owner = lots_.methods()[cause.method];
    } else if (cause.parameter == Parameter::burden) {
        driver.input = "burden";
    } else {
        const Input& input = lots_.plan().inputs[static_cast<std::size_t>(cause.input)];
        driver.input = path_of(input);
        driver.owner = owner_of(*lots_.plan().question, input);
        driver.source = input.source;
    }
    return driver;
}

/// Of the sum of options by weights. What bins explain by mere lot is taken off.
Sensitivity Drivers::shares(const std::vector<double>& weights) const {
    Sensitivity found;
    if (causes_.empty()) return found;
    constexpr auto draws = static_cast<double>(sensitivity_draws);
    double total = 0;
    double square = 0;
    for (std::size_t one = 0; one < options_; ++one) {
        for (std::size_t bin = 0; bin < sensitivity_bins; ++bin)
            total += weights[one] * sums_[bin * options_ + one];
        for (std::size_t other = 0; other < options_; ++other) {
            const double product = products_[std::max(one, other) * options_ + std::min(one, other)];
            square += weights[one] * weights[other] * product;
        }
    }
    const double all = square - total * total / draws;
    if (!(all > 1e-24 * square)) return found;
    double explained = 0;
    for (std::size_t cause = 0; cause < causes_.size(); ++cause) {
        double between = -total * total / draws;
        double bins = 0;
        for (std::size_t bin = 0; bin < sensitivity_bins; ++bin) {
            const std::size_t place = cause * sensitivity_bins + bin;
            if (counts_[place] == 0) continue;
            double sum = 0;
            for (std::size_t option = 0; option < options_; ++option) {
                sum += weights[option] * sums_[place * options_ + option];
            }
            between += sum * sum / counts_[place];
            bins += 1;
        }
        const double by_lot = (bins - 1) * (all - between) / (draws - bins);
        const double share = std::clamp((between - by_lot) / all, 0.0, 1.0);
        explained += share;
        found.drivers.push_back(driver_of(causes_[cause], share));
    }
    std::sort(found.drivers.begin(), found.drivers.end(), [](const Driver& one, const Driver& other) {
        return std::tie(other.share, one.input, one.owner) < std::tie(one.share, other.input, other.owner);
    });
    found.interactions = std::max(0.0, 1 - explained);
    return found;
}

}  // namespace kring::impact
