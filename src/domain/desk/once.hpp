// SPDX-License-Identifier: EUPL-1.2
// Submissions that land once, however often they are sent: a form made with Form::once() is kept on the
// phone while there is no connection, and sent again until an answer comes (assets/sending.js). Its key is
// written in the transaction that does what was asked.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "domain/desk/visit.hpp"
#include "platform/base/result.hpp"

namespace kring::desk {

/// For how long a key is known; the phone forgets what it could not send after a day.
inline constexpr std::int64_t submission_ms = 30 * day_ms;

/// The key in this request, "" when it has none that a script could have made: 16 to 64 of a-z 0-9 -.
std::string submission_key(const Visit& visit);

/// Does it, unless this person's submission with this key was done before: then hands back what it made
/// that time, and changes nothing. Without a key, or when it is refused, nothing is remembered.
Result<std::string> once(const Act& act, std::string_view key,
                         const std::function<Result<std::string>()>& deed);

/// Where to go after it was done; for the script, which goes there itself, 204.
web::Response sent(const Visit& visit, std::string_view path, std::string_view message = "");

/// Names a person to their own browser, so that nobody else's submissions are sent from a shared device.
std::string sender_mark(const Visit& visit);

/// Forgets keys older than submission_ms. Returns how many.
Result<int> drop_old_submissions(db::Connection& in, Time when);

}  // namespace kring::desk
