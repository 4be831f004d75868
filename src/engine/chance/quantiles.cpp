// SPDX-License-Identifier: EUPL-1.2
// Quantiles by selection: values are counted into buckets of equal width, and only the few buckets that hold
// a quantile are looked into.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "engine/chance/chance.hpp"

namespace kring::chance {

namespace {

constexpr std::size_t buckets = 4096;
constexpr std::size_t small = 20000;  // below it plain selection is as quick

/// Value number `rank` of all in order, when it lies in the part from `first` on.
double select(std::span<double> part, std::size_t rank) {
    const auto at = part.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(part.begin(), at, part.end());
    return *at;
}

std::pair<double, double> ends_of(std::span<const double> values) {
    std::array<double, 8> least;
    std::array<double, 8> greatest;  // apart, so that they need not wait for one another
    least.fill(values[0]);
    greatest.fill(values[0]);
    for (std::size_t at = 0; at + 8 <= values.size(); at += 8) {
        for (std::size_t lane = 0; lane < 8; ++lane) {
            least[lane] = values[at + lane] < least[lane] ? values[at + lane] : least[lane];
            greatest[lane] = values[at + lane] > greatest[lane] ? values[at + lane] : greatest[lane];
        }
    }
    for (std::size_t at = values.size() / 8 * 8; at < values.size(); ++at) {
        least[0] = std::min(least[0], values[at]);
        greatest[0] = std::max(greatest[0], values[at]);
    }
    return {*std::min_element(least.begin(), least.end()),
            *std::max_element(greatest.begin(), greatest.end())};
}

/// Values by rank, for some ranks that are known beforehand.
class Ranks {
public:
    Ranks(std::span<double> values, std::span<const std::size_t> ranks) : values_(values) {
        const auto [least, greatest] = ends_of(values);
        low_ = least;
        scale_ = static_cast<double>(buckets - 1) / (greatest - least);
        if (values.size() < small || !std::isfinite(scale_)) return;
        count();
        open(ranks);
    }

    double at(std::size_t rank) {
        if (below_.empty()) return select(values_, rank);
        const std::size_t bucket = bucket_with(rank);
        return select(opened_[drawer_[bucket]], rank - below_[bucket]);
    }

private:
    std::size_t bucket_of(double value) const {
        return static_cast<std::size_t>(static_cast<std::int64_t>((value - low_) * scale_));
    }

    std::size_t bucket_with(std::size_t rank) const {
        const auto above = std::upper_bound(below_.begin(), below_.end(), rank);
        return static_cast<std::size_t>(above - below_.begin()) - 1;
    }

    void count() {
        std::vector<std::array<std::uint32_t, 4>> counts(buckets);
        for (std::size_t at = 0; at < values_.size(); ++at) ++counts[bucket_of(values_[at])][at % 4];
        below_.assign(buckets + 1, 0);
        for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
            const auto& [one, two, three, four] = counts[bucket];
            below_[bucket + 1] = below_[bucket] + one + two + three + four;
        }
    }

    /// Takes what the buckets hold in which a rank lies.
    void open(std::span<const std::size_t> ranks) {
        drawer_.assign(buckets, closed);
        for (const std::size_t rank : ranks) {
            std::uint8_t& drawer = drawer_[bucket_with(rank)];
            if (drawer != closed) continue;
            drawer = static_cast<std::uint8_t>(opened_.size());
            opened_.emplace_back();
        }
        for (const double value : values_) {
            const std::uint8_t drawer = drawer_[bucket_of(value)];
            if (drawer != closed) opened_[drawer].push_back(value);
        }
    }

    static constexpr std::uint8_t closed = 255;
    std::span<double> values_;
    double low_ = 0;
    double scale_ = 0;
    std::vector<std::size_t> below_;
    std::vector<std::uint8_t> drawer_;
    std::vector<std::vector<double>> opened_;
};

}  // namespace

std::vector<double> quantiles(std::span<double> values, std::span<const double> shares) {
    KRING_ASSERT(!values.empty() && shares.size() <= 100);
    const std::size_t last = values.size() - 1;
    std::vector<std::size_t> ranks;
    for (const double share : shares) {
        const auto rank = static_cast<std::size_t>(share * static_cast<double>(last));
        ranks.push_back(std::min(rank, last));
        ranks.push_back(std::min(rank + 1, last));
    }
    Ranks known(values, ranks);
    std::vector<double> found;
    for (std::size_t which = 0; which < shares.size(); ++which) {
        const double lower = known.at(ranks[2 * which]);
        const double upper = known.at(ranks[2 * which + 1]);
        const double part = shares[which] * static_cast<double>(last) - static_cast<double>(ranks[2 * which]);
        found.push_back(part == 0 ? lower : lower + part * (upper - lower));
    }
    return found;
}

}  // namespace kring::chance
