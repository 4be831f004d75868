// SPDX-License-Identifier: EUPL-1.2
// Slowing down who guesses, without shutting out who is guessed at (R6): tries are counted per
// account, per address prefix and per known device; past a free number the wait doubles each
// time, is never long, and tries are forgotten one by one. A try is counted before it is judged, so that
// guesses made at the same time do not slip through together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"
#include "platform/db/db.hpp"

namespace kring::people {

struct Budget {
    std::int64_t free_tries = 0;
    std::int64_t first_wait_ms = 0;
    std::int64_t longest_wait_ms = 0;
    std::int64_t forgets_one_in_ms = 0;
};

inline constexpr Budget account_budget{5, second_ms, 15 * minute_ms, 15 * minute_ms};
/// A whole office may sit behind one prefix.
inline constexpr Budget prefix_budget{60, second_ms, 5 * minute_ms, 10 * second_ms};
inline constexpr Budget device_budget{10, second_ms, 15 * minute_ms, 15 * minute_ms};
/// Letters with a link that somebody asks for: a mailbox must not be flooded.
inline constexpr Budget letter_budget{3, minute_ms, 2 * hour_ms, 4 * hour_ms};

/// The wait that the given number of counted tries brings, in ms: 0 while they are free.
std::int64_t wait_after(const Budget& budget, std::int64_t tries);

/// "192.0.2.0/24" or "2001:db8:1::/48"; IPv4 inside IPv6 counts as IPv4; other text stays as it is.
std::string prefix_of(std::string_view remote);

/// What is counted: the name is hashed before it is kept.
struct Counter {
    std::string name;  ///< "account:…", "prefix:…", "device:…", "letter:…"
    Budget budget;
};

/// Counts a try with every counter; `too_many` (and nothing counted) while one of them must wait.
/// The problem's phrase names "count", the wait in whole minutes, at least 1.
Result<Done> count_try(db::Connection& in, const std::vector<Counter>& counters, Time when);

/// The try was a good one: a prefix gets it back, the others begin anew.
void forget_tries(db::Connection& in, const Counter& counter);
void give_back_try(db::Connection& in, const Counter& counter);

}  // namespace kring::people
