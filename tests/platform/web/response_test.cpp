// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/response.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

#include "platform/web/cookie.hpp"

namespace kring::web {
namespace {

std::map<std::string, std::string> headers_of(const Response& response) {
    return {response.headers.begin(), response.headers.end()};
}

TEST(SecurityHeaders, are_on_every_answer) {
    Response response = page("<h1>Kring</h1>");
    add_security_headers(response, true);
    const std::map<std::string, std::string> wanted{
        {"Content-Type", "text/html; charset=utf-8"},
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
         "connect-src 'self'; "
         "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
        {"Cache-Control", "no-store"},
        {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"}};
    EXPECT_EQ(headers_of(response), wanted);
}

TEST(SecurityHeaders, promise_https_only_over_https) {
    Response response = page("");
    add_security_headers(response, false);
    EXPECT_EQ(headers_of(response).count("Strict-Transport-Security"), 0u);
}

TEST(SecurityHeaders, come_once_and_leave_what_was_set) {
    Response response = page("").with("cache-control", "public, max-age=31536000, immutable");
    add_security_headers(response, true);
    const auto count = response.headers.size();
    add_security_headers(response, true);
    EXPECT_EQ(response.headers.size(), count);
    EXPECT_EQ(headers_of(response).count("Cache-Control"), 0u);
}

TEST(SecurityHeaders, let_a_public_page_be_kept_but_asked_for_again) {
    Response response = page("");
    response.is_personal = false;
    add_security_headers(response, false);
    EXPECT_EQ(headers_of(response)["Cache-Control"], "no-cache");
}

TEST(Response, says_where_to_go_next) {
    const Response response = see_other("/vragen/7");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(headers_of(response)["Location"], "/vragen/7");
}

TEST(Response, names_a_download_for_old_and_new_programs) {
    const Response response = bytes("x", "application/pdf", "Verslag \"één\"\r\n.pdf");
    EXPECT_EQ(headers_of(response)["Content-Disposition"],
              "attachment; filename=\"Verslag _____n___.pdf\"; "
              "filename*=UTF-8''Verslag%20%22%C3%A9%C3%A9n%22%0D%0A.pdf");
    EXPECT_EQ(headers_of(bytes("x", "text/css")).count("Content-Disposition"), 0u);
}

TEST(SessionCookie, is_bound_to_the_host_over_https) {
    EXPECT_EQ(session_cookie("abc-_9", true), "__Host-kring=abc-_9; Path=/; HttpOnly; SameSite=Lax; Secure");
    EXPECT_EQ(session_cookie("abc", true, 43200),
              "__Host-kring=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=43200");
    EXPECT_EQ(ended_session_cookie(true), "__Host-kring=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
}

TEST(SessionCookie, has_a_plain_name_over_plain_http) {
    EXPECT_EQ(session_cookie("abc", false), "kring=abc; Path=/; HttpOnly; SameSite=Lax");
    EXPECT_EQ(ended_session_cookie(false), "kring=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST(SessionCookie, holds_nothing_but_a_token) {
    for (const char* token : {"", "a b", "a;Domain=evil.example", "a\r\nb", "a=b", "\xC3\xA9"}) {
        EXPECT_THROW(session_cookie(token, true), std::logic_error) << token;
    }
}

TEST(SessionCookie, is_read_back_under_its_own_name_only) {
    Request request;
    request.cookies = {{"kring", "plain"}, {"__Host-kring", "bound"}};
    EXPECT_EQ(session_token(request), "plain");
    request.is_secure = true;
    EXPECT_EQ(session_token(request), "bound");
}

TEST(SessionCookie, is_not_believed_when_sent_twice) {
    Request request;
    request.cookies = {{"kring", "mine"}, {"kring", "planted"}};
    EXPECT_EQ(session_token(request), "");
}

}  // namespace
}  // namespace kring::web
