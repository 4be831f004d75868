// SPDX-License-Identifier: EUPL-1.2
// The outbox from the other end: what waits is claimed, sent, and marked. A claim keeps every other
// program off a message for a while; it runs out by itself, so a program that was killed in between
// loses nothing, and what it had handed over already goes out a second time with the same Message-ID.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.hpp"
#include "platform/db/db.hpp"

namespace kring::journal {

struct Waiting {
    std::string id;
    std::string person;  ///< "" when the addressee has no account
    std::string to_name;
    std::string to_email;
    std::string language;
    std::string subject;
    std::string body;
    Time made_at;
    std::int64_t tries = 0;  ///< that failed so far
    std::string calendar = {};
};

/// Longer than it takes to send as many as are claimed at once, 30 s each at most.
inline constexpr std::int64_t claim_ms = 5 * minute_ms;
inline constexpr int claimed_at_once = 8;

/// Whether anything is due that nobody has claimed.
bool has_due(db::Connection& in, Time when);

/// Claims what is due, the longest waiting first. `claim`: a word of this caller alone.
std::vector<Waiting> claim_due(db::Connection& in, std::string_view claim, Time when);

/// It is with the mail server: its words are forgotten here.
void mark_sent(db::Connection& in, std::string_view id, Time when);

/// It was not taken; `fault` says why, without what was written. Tried again at `next_at`. Does nothing
/// when the claim has passed to somebody else.
void mark_refused(db::Connection& in, std::string_view id, std::string_view claim, std::string_view fault,
                  Time next_at);

/// It is not sent after all, and its words are forgotten.
void withhold(db::Connection& in, std::string_view id, Time when);

}  // namespace kring::journal
