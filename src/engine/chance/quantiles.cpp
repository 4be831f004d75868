// SPDX-License-Identifier: EUPL-1.2
// Quantiles by selection: values are counted into buckets of equal width, and only the few buckets that hold
// a quantile are looked into.
#include <algorithm>
#include <cmath>

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

/// Values by rank; counts them into buckets once.
class Ranks {
public:
    explicit Ranks(std::span<double> values) : values_(values) {
        if (values.size() < small) return;
        const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
        low_ = *least;
        scale_ = static_cast<double>(buckets - 1) / (*greatest - low_);
        if (!std::isfinite(scale_)) return;
        below_.assign(buckets + 1, 0);
        for (const double value : values) ++below_[bucket_of(value) + 1];
        for (std::size_t bucket = 0; bucket < buckets; ++bucket) below_[bucket + 1] += below_[bucket];
    }

    double at(std::size_t rank) {
        if (below_.empty()) return select(values_, rank);
        const auto above = std::upper_bound(below_.begin(), below_.end(), rank);
        const auto bucket = static_cast<std::size_t>(above - below_.begin()) - 1;
        if (bucket != open_bucket_ || open_.empty()) open(bucket);
        return select(open_, rank - below_[bucket]);
    }

private:
    std::size_t bucket_of(double value) const { return static_cast<std::size_t>((value - low_) * scale_); }

    void open(std::size_t bucket) {
        open_bucket_ = bucket;
        open_.clear();
        for (const double value : values_) {
            if (bucket_of(value) == bucket) open_.push_back(value);
        }
    }

    std::span<double> values_;
    double low_ = 0;
    double scale_ = 0;
    std::vector<std::size_t> below_;
    std::vector<double> open_;
    std::size_t open_bucket_ = 0;
};

}  // namespace

std::vector<double> quantiles(std::span<double> values, std::span<const double> shares) {
    KRING_ASSERT(!values.empty());
    Ranks ranks(values);
    std::vector<double> found;
    for (const double share : shares) {
        const double place = share * static_cast<double>(values.size() - 1);
        const auto rank = std::min(static_cast<std::size_t>(place), values.size() - 1);
        const double lower = ranks.at(rank);
        const double part = place - static_cast<double>(rank);
        found.push_back(part == 0 ? lower : lower + part * (ranks.at(rank + 1) - lower));
    }
    return found;
}

}  // namespace kring::chance
