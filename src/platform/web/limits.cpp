// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/limits.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

#include "platform/base/result.hpp"

namespace kring::web {
namespace {

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit of input moves every bit out.
std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31);
}

}  // namespace

Limits::Limits(std::size_t most_keys)
    : shelves_(std::max<std::size_t>(1, (most_keys + places - 1) / places)) {
    std::random_device source;
    seed_ = (std::uint64_t{source()} << 32) | source();
}

std::uint64_t Limits::hash_of(std::string_view key) const {
    // The seed keeps others from working out beforehand which keys share a shelf.
    return mixed(std::hash<std::string_view>{}(key) ^ seed_) | 1;
}

bool Limits::allow(std::string_view key, double per_second, double burst, Time now) {
    KRING_ASSERT(per_second > 0 && burst >= 1);
    const std::uint64_t hash = hash_of(key);
    const std::lock_guard lock(mutex_);
    Shelf& shelf = shelves_[(hash >> 1) % shelves_.size()];
    auto bucket = std::find_if(shelf.begin(), shelf.end(), [&](const Bucket& b) { return b.key == hash; });
    if (bucket == shelf.end()) {
        bucket = std::min_element(shelf.begin(), shelf.end(),
                                  [](const Bucket& a, const Bucket& b) { return a.full_ms < b.full_ms; });
        *bucket = {hash, burst, now.ms, now.ms};
    }

    // A clock set back must not empty a bucket, nor fill it twice.
    const auto passed_ms = static_cast<double>(std::max<std::int64_t>(0, now.ms - bucket->counted_ms));
    bucket->tokens = std::min(burst, bucket->tokens + passed_ms / 1000.0 * per_second);
    bucket->counted_ms = std::max(bucket->counted_ms, now.ms);
    constexpr double almost_one = 1 - 1e-9;  // a rate such as 1/3 never adds up to exactly one
    const bool is_allowed = bucket->tokens >= almost_one;
    if (is_allowed) bucket->tokens -= 1;
    const double until_full_ms = std::ceil((burst - bucket->tokens) / per_second * 1000.0);
    bucket->full_ms = bucket->counted_ms + static_cast<std::int64_t>(until_full_ms);
    return is_allowed;
}

}  // namespace kring::web
