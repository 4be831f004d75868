// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/response.hpp"

#include <algorithm>
#include <array>

#include "platform/base/text.hpp"

namespace kring::web {
namespace {

constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> always{{
    {"Content-Security-Policy", content_security_policy},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
}};

bool is_same_name(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return lower(a) == lower(b);
    });
}

bool carries(const Response& response, std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [&](const auto& header) { return is_same_name(header.first, name); });
}

void add_once(Response& response, std::string_view name, std::string_view value) {
    if (!carries(response, name)) response.headers.emplace_back(name, value);
}

/// What old programs read: ASCII letters, digits and the tame signs, the rest an underscore.
std::string ascii_name(std::string_view name) {
    std::string plain;
    for (char c : name) {
        const bool is_tame = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             c == '.' || c == '-' || c == '_' || c == ' ';
        plain += is_tame ? c : '_';
    }
    return plain;
}

}  // namespace

Response page(std::string html, int status) {
    Response response;
    response.status = status;
    response.with("Content-Type", "text/html; charset=utf-8");
    response.body = std::move(html);
    return response;
}

Response see_other(std::string_view path) {
    Response response;
    response.status = 303;
    response.with("Location", std::string(path));
    return response;
}

Response bytes(std::string body, std::string_view content_type, std::string_view download_name) {
    Response response;
    response.with("Content-Type", std::string(content_type));
    if (!download_name.empty()) {
        response.with("Content-Disposition", "attachment; filename=\"" + ascii_name(download_name) +
                                                 "\"; filename*=UTF-8''" + url_encoded(download_name));
    }
    response.body = std::move(body);
    return response;
}

Response plain(int status, std::string_view text) {
    Response response;
    response.status = status;
    response.with("Content-Type", "text/plain; charset=utf-8");
    response.body = text;
    return response;
}

void add_security_headers(Response& response, bool is_secure) {
    response.headers.reserve(response.headers.size() + always.size() + 2);
    for (const auto& [name, value] : always) add_once(response, name, value);
    // A public page may be kept, but is asked for again, so that nobody sees it stale.
    add_once(response, "Cache-Control", response.is_personal ? "no-store" : "no-cache");
    if (is_secure) add_once(response, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

}  // namespace kring::web
