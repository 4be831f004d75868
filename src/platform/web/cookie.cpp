// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/cookie.hpp"

#include <algorithm>

#include "platform/base/result.hpp"

namespace kring::web {
namespace {

bool is_base64url(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string cookie_with(std::string_view token, bool is_secure, std::string_view age) {
    std::string cookie(session_cookie_name(is_secure));
    cookie += '=';
    cookie += token;
    cookie += "; Path=/; HttpOnly; SameSite=Lax";
    if (is_secure) cookie += "; Secure";
    cookie += age;
    return cookie;
}

}  // namespace

std::string_view session_cookie_name(bool is_secure) { return is_secure ? "__Host-kring" : "kring"; }

std::string session_cookie(std::string_view token, bool is_secure, std::int64_t max_age_seconds) {
    KRING_ASSERT(!token.empty() && std::all_of(token.begin(), token.end(), is_base64url));
    KRING_ASSERT(max_age_seconds >= 0);
    const std::string age = max_age_seconds > 0 ? "; Max-Age=" + std::to_string(max_age_seconds) : "";
    return cookie_with(token, is_secure, age);
}

std::string ended_session_cookie(bool is_secure) { return cookie_with("", is_secure, "; Max-Age=0"); }

std::string_view session_token(const Request& request) {
    const std::string_view name = session_cookie_name(request.is_secure);
    const auto is_ours = [&](const auto& cookie) { return cookie.first == name; };
    const auto count = std::count_if(request.cookies.begin(), request.cookies.end(), is_ours);
    return count == 1 ? value_of(request.cookies, name) : std::string_view();
}

}  // namespace kring::web
