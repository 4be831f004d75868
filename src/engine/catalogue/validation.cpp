// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>

#include "engine/catalogue/traits.hpp"
#include "engine/regression/process.hpp"
#include "engine/regression/statistics.hpp"

namespace kring::catalogue {

using namespace regression;

namespace {

constexpr std::size_t fold_count = 10;

/// SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t number) {
    number += 0x9E3779B97F4A7C15U;
    number = (number ^ (number >> 30U)) * 0xBF58476D1CE4E5B9U;
    number = (number ^ (number >> 27U)) * 0x94D049BB133111EBU;
    return number ^ (number >> 31U);
}

/// In an order by lot, but always the same, the rows are dealt out.
std::vector<std::size_t> plain_folds(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [](std::size_t one, std::size_t next) { return mixed(one) < mixed(next); });
    std::vector<std::size_t> folds(count);
    for (std::size_t at = 0; at < count; ++at) folds[order[at]] = at % fold_count;
    return folds;
}

/// Families, the largest first, each to the fold that has the fewest rows.
std::vector<std::size_t> family_folds(const std::vector<Sample>& samples) {
    std::map<std::size_t, std::size_t> sizes;
    for (const Sample& sample : samples) ++sizes[sample.family];
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (const auto& [family, size] : sizes) order.emplace_back(size, family);
    std::sort(order.begin(), order.end(), [](const auto& one, const auto& next) {
        return one.first != next.first ? one.first > next.first : mixed(one.second) < mixed(next.second);
    });
    std::vector<std::size_t> filled(fold_count, 0);
    std::map<std::size_t, std::size_t> fold_of;
    for (const auto& [size, family] : order) {
        const auto emptiest = std::min_element(filled.begin(), filled.end());
        fold_of[family] = static_cast<std::size_t>(emptiest - filled.begin());
        *emptiest += size;
    }
    std::vector<std::size_t> folds;
    for (const Sample& sample : samples) folds.push_back(fold_of[sample.family]);
    return folds;
}

/// One lognormal for the whole class: its median as predictor, its 90 % interval.
struct Lognormal {
    explicit Lognormal(const std::vector<Sample>& samples) {
        std::vector<double> values;
        for (const Sample& sample : samples) values.push_back(sample.logarithm);
        middle = median(values);
        centre = mean(values);
        half = 1.6448536269514722 * standard_deviation(values);
    }
    double middle = 0;
    double centre = 0;
    double half = 0;
};

struct Errors {
    std::vector<double> sizes;  ///< |ln(seen / predicted)|
    std::size_t inside = 0;

    double coverage() const { return static_cast<double>(inside) / static_cast<double>(sizes.size()); }
    double factor() const { return std::exp(median(sizes)); }
};

}  // namespace

std::optional<Tried> cross_validate(const std::vector<PcfRow>& rows, DeviceClass device, Target target,
                                    Folds folds, Known known) {
    std::vector<Sample> samples = samples_of(rows, device, target);
    if (samples.size() < static_cast<std::size_t>(fewest_rows)) return std::nullopt;
    if (known == Known::without_storage) {
        for (Sample& sample : samples) sample.traits.numbers[storage_at].reset();
    }
    const std::vector<std::size_t> fold_of =
        folds == Folds::plain ? plain_folds(samples.size()) : family_folds(samples);
    Errors ours;
    Errors simple;
    for (std::size_t fold = 0; fold < fold_count; ++fold) {
        std::vector<Sample> seen;
        for (std::size_t at = 0; at < samples.size(); ++at) {
            if (fold_of[at] != fold) seen.push_back(samples[at]);
        }
        const Lognormal baseline(seen);
        const Process process(std::move(seen));
        for (std::size_t at = 0; at < samples.size(); ++at) {
            if (fold_of[at] != fold) continue;
            const double truth = samples[at].logarithm;
            const Guess guess = process.guess(samples[at].traits);
            ours.sizes.push_back(std::fabs(truth - guess.centre));
            ours.inside += ours.sizes.back() <= guess.half ? 1U : 0U;
            simple.sizes.push_back(std::fabs(truth - baseline.middle));
            simple.inside += std::fabs(truth - baseline.centre) <= baseline.half ? 1U : 0U;
        }
    }
    return Tried{device,
                 target,
                 folds,
                 static_cast<int>(samples.size()),
                 ours.coverage(),
                 ours.factor(),
                 simple.coverage(),
                 simple.factor()};
}

}  // namespace kring::catalogue
