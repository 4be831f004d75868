// SPDX-License-Identifier: EUPL-1.2
// The menu: asking to meet somebody, stopping, pairing, and the words of the mail about it.
#pragma once

#include <optional>
#include <vector>

#include "domain/acquaintance/match.hpp"
#include "domain/journal/journal.hpp"
#include "domain/journal/outbox.hpp"
#include "domain/letters/acts.hpp"

namespace kring::acquaintance {

/// Keeps the actor's wish in the place of an earlier one. `not_found` for who is no member.
Result<Done> choose(const Act& act, std::string_view network, const Wish& wish);

/// Deletes it; twice is once. Mail about a pair that waits to be sent is then not sent, to either.
Result<Done> stop(const Act& act, std::string_view network);

/// What pairing would come to now.
struct Plan {
    std::int64_t number = 1;  ///< of the round it would be
    std::string seed;
    std::int64_t members = 0;  ///< with an open account
    std::vector<Wisher> wishers;
    Matching matching;
};
Plan plan(db::Connection& in, std::string_view network);

/// Pairs people as plan() says now, and posts each a letter. `not_found` for who does not facilitate the
/// network; `conflict` when `number` is not the next round, or nobody can be paired. Hands back how many
/// letters were posted.
Result<int> pair(const Act& act, std::string_view network, std::int64_t number);

/// The words of a message posted by pair(), by the wishes and rights of this moment; nothing when the message
/// is of another room.
std::optional<letters::Written> write(db::Connection& in, const letters::Letterhead& head,
                                      const journal::Waiting& waiting, Time when);

}  // namespace kring::acquaintance
