// SPDX-License-Identifier: EUPL-1.2
// Rate limits by token bucket (R27): a bucket a key, filled at a steady rate up to its burst.
// Memory is fixed at the start, so a flood of new keys costs the flooder's own buckets, not ours.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "platform/base/time.hpp"

namespace kring::web {

/// Thread-safe. A key holds what is limited and for whom: "sign-in 192.0.2.0/24".
class Limits {
public:
    /// Holds at least `most_keys` buckets of 32 bytes. When the places a key may take are all in
    /// use, the bucket that is fullest again soonest gives way: an idle one whenever there is one.
    explicit Limits(std::size_t most_keys = 65536);

    /// Takes one token, or says no. `per_second` > 0 fills the bucket, `burst` >= 1 is its size.
    /// A key must always come with the same rate and burst.
    bool allow(std::string_view key, double per_second, double burst, Time now);

private:
    struct Bucket {
        std::uint64_t key = 0;  ///< hash of the key; 0: never used
        double tokens = 0;
        std::int64_t counted_ms = 0;  ///< when `tokens` was right
        std::int64_t full_ms = 0;     ///< when it will be full again, and forgettable
    };
    static constexpr std::size_t places = 8;
    using Shelf = std::array<Bucket, places>;

    std::uint64_t hash_of(std::string_view key) const;

    std::mutex mutex_;
    std::vector<Shelf> shelves_;  ///< a key's hash chooses its shelf
    std::uint64_t seed_;
};

}  // namespace kring::web
