// SPDX-License-Identifier: EUPL-1.2
// Check-in codes: HMAC-SHA-256 with one secret of the installation over what they stand for, so that no
// code is kept anywhere. One's own code is good for as long as one takes part, on the day of the workshop;
// the room's changes every minute. In a QR code a code is whole; whoever types it types its first ten.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/base/time.hpp"
#include "platform/db/db.hpp"

namespace kring::attendance {

inline constexpr std::size_t code_length = 26;  ///< 130 bits, in Crockford's base32
inline constexpr std::size_t short_length = 10;

/// The secret; "" while none was made.
std::string find_key(db::Connection& in);
/// The secret, made now when there is none.
std::string make_key(db::Connection& in, Time when);

/// One's own code for a workshop. `key` must not be "".
std::string own_code(std::string_view key, std::string_view workshop, std::string_view person);

/// The room's code in the minute of this moment.
std::string room_code(std::string_view key, std::string_view workshop, Time when);
/// Milliseconds until the room shows another one, 1 to 60,000.
std::int64_t room_code_ends_in(Time when);

/// Whether what was given is that code of the room now, or was a minute ago: it takes time to scan.
bool is_room_code(std::string_view given, std::string_view key, std::string_view workshop, Time when);

/// Whether what was given is the whole code or its first ten; in time that does not tell how near it is.
bool is_code(std::string_view given, std::string_view code);

/// What was typed as a code is written: capitals, without spaces and hyphens, O for 0 and I or L for 1
/// mended.
/// "" when it cannot be a code.
std::string code_in(std::string_view typed);

/// "7K3QF-9D2WX", for people.
std::string short_form(std::string_view code);

}  // namespace kring::attendance
