// SPDX-License-Identifier: EUPL-1.2
// Coming in and going out: sessions, passwords, magic links (R1, R2, R5, R6, R7, R9).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/journal/journal.hpp"
#include "domain/people/people.hpp"
#include "platform/base/result.hpp"

namespace kring::people {

/// A session as a request finds it by its cookie.
struct Session {
    std::string id;      ///< public id, for the list of one's sessions
    std::string csrf;    ///< 43 characters
    std::string token_hash;
    Actor who;
    std::string language;
    Time seen_at;
};

inline constexpr std::int64_t session_ms = 12 * hour_ms;

/// The live session of this cookie token; nothing when unknown, expired or the person suspended.
std::optional<Session> find_session(db::Connection& in, std::string_view token, Time when);

}  // namespace kring::people
