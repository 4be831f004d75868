// SPDX-License-Identifier: EUPL-1.2
// Coming in and going out: sessions, passwords, magic links (R1, R2, R5, R6, R7, R9).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/journal.hpp"
#include "domain/people/people.hpp"
#include "platform/base/result.hpp"

namespace kring::people {

/// A session as a request finds it by its cookie.
struct Session {
    std::string id;    ///< public id, for the list of one's sessions
    std::string csrf;  ///< 43 characters
    std::string token_hash;
    Actor who;
    std::string language;
    Time seen_at;
};

inline constexpr std::int64_t session_ms = 12 * hour_ms;

/// The live session of this cookie token; nothing when unknown, expired or the person suspended.
std::optional<Session> find_session(db::Connection& in, std::string_view token, Time when);

/// When a session was last seen is noted at most this often: a read need not become a write.
inline constexpr std::int64_t touch_after_ms = 15 * minute_ms;
inline bool needs_touch(const Session& session, Time when) {
    return session.seen_at + touch_after_ms <= when;
}
void touch_session(db::Connection& in, std::string_view token_hash, Time when);

/// The browser that comes in.
struct Visitor {
    std::string remote;  ///< its address
    std::string user_agent;
    std::string device_token;  ///< of its known-device cookie, "" when none
    std::string session_id;    ///< of the session it has now, "" when none; ended when a new one begins
};

/// What the browser is handed when it has come in.
struct Welcome {
    Person person;
    std::string session_token;
    std::string csrf;          ///< for the forms of the new session
    std::string device_token;  ///< for a new known-device cookie; "" when the browser was known already
};

inline constexpr std::int64_t device_ms = 365 * day_ms;

/// Begins a session for a person who has just proved to be themselves; for the acts of this room.
Welcome open_session(db::Connection& in, const Person& person, const Visitor& visitor, bool by_link,
                     Time when);

/// Whether the person came in with this browser before.
bool is_known_device(db::Connection& in, std::string_view person_id, std::string_view device_token,
                     Time when);

/// Whether the session began by a mailed link so short ago that it may set a password (R8).
inline constexpr std::int64_t fresh_ms = 15 * minute_ms;
bool is_fresh_by_link(db::Connection& in, std::string_view session_id, Time when);

/// One line of the list of one's sessions.
struct OpenSession {
    std::string id;
    std::string device;  ///< as device_name words it
    Time created_at;
    Time seen_at;
};
/// Live ones, last seen first.
std::vector<OpenSession> sessions_of(db::Connection& in, std::string_view person_id, Time when);

/// Browser family and system, coarse: "Firefox, Linux"; "" when unknown.
std::string device_name(std::string_view user_agent);

/// A link that was mailed, found by its token; nothing when unknown, used or too old.
struct Link {
    std::string person_id;
    std::string browser_hash;  ///< "" when not bound to a browser
};
std::optional<Link> find_sign_in_link(db::Connection& in, std::string_view token, Time when);
std::optional<Link> find_invitation(db::Connection& in, std::string_view token, Time when);

/// Whether the link was asked for in the browser that has this token.
bool is_of_browser(const Link& link, std::string_view browser_token);

}  // namespace kring::people
