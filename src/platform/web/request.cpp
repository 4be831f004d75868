// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/request.hpp"

#include <algorithm>

#include "platform/base/text.hpp"
#include "platform/web/percent.hpp"

namespace kring::web {
namespace {

constexpr std::size_t most_cookies = 100;
constexpr std::size_t most_local_path_bytes = 2048;

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

/// Our own addresses are plain ASCII: whatever else looks like a dot or a slash to somebody's
/// browser, and a percent sign that a second decoder would find, has no business in one.
bool is_plain_path(std::string_view decoded) {
    if (decoded.find("//") != std::string_view::npos) return false;
    for (char c : decoded) {
        if (c <= ' ' || c >= '\x7f' || c == '\\' || c == '%') return false;
    }
    const auto parts = split(decoded, '/');
    return std::none_of(parts.begin(), parts.end(),
                        [](std::string_view part) { return part == "." || part == ".."; });
}

bool has_only_visible_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f' && c != '\\'; });
}

}  // namespace

std::string_view value_of(const Fields& fields, std::string_view name) {
    for (const auto& [key, value] : fields) {
        if (key == name) return value;
    }
    return "";
}

bool has(const Fields& fields, std::string_view name) {
    return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
}

std::vector<std::string> all_of(const Fields& fields, std::string_view name) {
    std::vector<std::string> values;
    for (const auto& [key, value] : fields) {
        if (key == name) values.push_back(value);
    }
    return values;
}

std::optional<Fields> parse_urlencoded(std::string_view text, std::size_t most) {
    Fields fields;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        if (fields.size() == most) return std::nullopt;

        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto& [name, value] = fields.emplace_back();
        const std::string_view sent = pair.substr(std::min(equals + 1, pair.size()));
        if (!percent_decode(pair.substr(0, equals), true, name)) return std::nullopt;
        if (!percent_decode(sent, true, value)) return std::nullopt;
    }
    return fields;
}

Fields parse_cookies(std::string_view header) {
    Fields cookies;
    while (!header.empty() && cookies.size() < most_cookies) {
        const std::size_t end = std::min(header.find(';'), header.size());
        const std::string_view pair = trim(header.substr(0, end));
        header.remove_prefix(std::min(end + 1, header.size()));
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || !is_token(pair.substr(0, equals))) continue;
        const std::string_view value = pair.substr(equals + 1);
        if (std::any_of(value.begin(), value.end(), is_control)) continue;
        cookies.emplace_back(pair.substr(0, equals), value);
    }
    return cookies;
}

bool is_local_path(std::string_view text) {
    if (text.empty() || text[0] != '/' || text.size() > most_local_path_bytes) return false;
    if (!has_only_visible_ascii(text)) return false;

    const std::size_t path_end = std::min(text.find_first_of("?#"), text.size());
    std::string path;
    std::string rest;
    if (!percent_decode(text.substr(0, path_end), false, path) || !is_plain_path(path)) return false;
    if (!percent_decode(text.substr(path_end), false, rest)) return false;
    // A question may hold slashes and dots ("?q=a//b"), but nothing that ends a header or a line.
    return std::none_of(rest.begin(), rest.end(), [](char c) { return is_control(c) || c == '\\'; });
}

}  // namespace kring::web
