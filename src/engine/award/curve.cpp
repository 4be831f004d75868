// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/award/study.hpp"
#include "platform/base/result.hpp"

namespace kring::award {

double Chance::value() const { return of == 0 ? 0 : static_cast<double>(count) / static_cast<double>(of); }

double Chance::error() const {
    return of == 0 ? 0 : std::sqrt(value() * (1 - value()) / static_cast<double>(of));
}

Curve::Curve(std::int64_t draws, std::vector<std::int64_t> starts, std::int64_t green_start,
             std::vector<Change> changes)
    : draws_(draws), starts_(std::move(starts)), green_start_(green_start), changes_(std::move(changes)) {
    // Equal elements are alike in all, so their order is none: the same for any number of threads.
    std::sort(changes_.begin(), changes_.end(), [](const Change& one, const Change& other) {
        return std::tie(one.at, one.from, one.to, one.green, one.decides) <
               std::tie(other.at, other.from, other.to, other.green, other.decides);
    });
}

std::vector<std::vector<Chance>> Curve::sample(std::span<const double> parts) const {
    constexpr std::size_t fixed_rows = 2;
    std::vector<std::vector<Chance>> rows(fixed_rows + starts_.size());
    std::vector<std::int64_t> counts = {green_start_, 0};
    counts.insert(counts.end(), starts_.begin(), starts_.end());
    std::size_t next = 0;
    for (const double part : parts) {
        for (; next < changes_.size() && changes_[next].at <= part; ++next) {
            const Change& change = changes_[next];
            counts[0] += change.green;
            counts[1] += change.decides;
            --counts[fixed_rows + change.from];
            ++counts[fixed_rows + change.to];
        }
        for (std::size_t row = 0; row < rows.size(); ++row) rows[row].push_back({counts[row], draws_});
    }
    return rows;
}

Chance Curve::green_wins(double part) const { return sample({&part, 1})[0][0]; }
Chance Curve::decides(double part) const { return sample({&part, 1})[1][0]; }
Chance Curve::wins(int bidder, double part) const {
    KRING_ASSERT(bidder >= 0 && bidder < bidders());
    return sample({&part, 1})[2 + static_cast<std::size_t>(bidder)][0];
}

std::optional<double> Curve::green_exceeds(double share) const {
    const double wanted = share * static_cast<double>(draws_);
    std::int64_t count = green_start_;
    if (static_cast<double>(count) > wanted) return 0.0;
    for (std::size_t at = 0; at < changes_.size(); ++at) {
        count += changes_[at].green;
        const bool is_last_here = at + 1 == changes_.size() || changes_[at + 1].at > changes_[at].at;
        if (is_last_here && static_cast<double>(count) > wanted) return changes_[at].at;
    }
    return std::nullopt;
}

}  // namespace kring::award
