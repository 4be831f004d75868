// SPDX-License-Identifier: EUPL-1.2
// The one cookie of the site: the session's (R9). Over https its name begins with __Host-, which
// browsers accept only Secure, for the whole path and for this host alone. Over plain http, as on
// a developer's own machine, such a cookie would be dropped, so there it has a plain name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/web/request.hpp"

namespace kring::web {

/// "__Host-kring" when secure, otherwise "kring".
std::string_view session_cookie_name(bool is_secure);

/// The value of a Set-Cookie header. `max_age_seconds` 0: until the browser closes. Throws
/// std::logic_error when the token holds anything but base64url characters.
std::string session_cookie(std::string_view token, bool is_secure, std::int64_t max_age_seconds = 0);

/// The Set-Cookie value that makes the browser forget the session.
std::string ended_session_cookie(bool is_secure);

/// The token the browser sent, "" when it sent none, or several: then somebody else planted one.
std::string_view session_token(const Request& request);

}  // namespace kring::web
