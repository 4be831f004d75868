// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "platform/base/text.hpp"
#include "platform/html/escape.hpp"

namespace kring::html {

namespace {

/// Of each byte which replacement it gets; 0 for none. Small, so that looking it up stays in the cache.
constexpr std::array<std::string_view, 6> replacements = {"", "&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
constexpr std::array<unsigned char, 256> replacement_of = [] {
    std::array<unsigned char, 256> table{};
    table['&'] = 1;
    table['<'] = 2;
    table['>'] = 3;
    table['"'] = 4;
    table['\''] = 5;
    return table;
}();

bool begins_with(std::string_view text, std::string_view lower_case_prefix) {
    return ascii_lower(text.substr(0, lower_case_prefix.size())) == lower_case_prefix;
}

bool has_host(std::string_view behind_scheme) {
    return !behind_scheme.empty() &&
           std::string_view("/?#@:.").find(behind_scheme[0]) == std::string_view::npos;
}

/// A browser also reads "%2e%2e" as "go up", so a segment of dots is encoded twice: a page that
/// is not there, instead of another page than the template meant.
void write_segment(std::string& out, std::string_view text) {
    const bool dots = !text.empty() && text.find_first_not_of('.') == std::string_view::npos;
    if (!dots) {
        out += url_encoded(text);
        return;
    }
    for (std::size_t i = 0; i < text.size(); ++i) out += "%252E";
}

void write_mailbox(std::string& out, std::string_view text) {
    const auto at = text.find('@');
    out += url_encoded(text.substr(0, at));
    if (at == std::string_view::npos) return;
    out += '@';
    out += url_encoded(text.substr(at + 1));
}

}  // namespace

Address kind_of_address(std::string_view address) {
    const auto turned = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\'; };
    if (address.empty() || std::any_of(address.begin(), address.end(), turned)) return Address::refused;
    if (address[0] == '/') return address.substr(0, 2) == "//" ? Address::refused : Address::local;
    if (address[0] == '?') return Address::query;
    if (address[0] == '#') return Address::fragment;
    if (begins_with(address, "https://") && has_host(address.substr(8))) return Address::web;
    if (begins_with(address, "http://") && has_host(address.substr(7))) return Address::web;
    if (begins_with(address, "mailto:") && address.size() > 7) return Address::mail;
    return Address::refused;
}

bool is_own_script(std::string_view address) {
    constexpr std::string_view folder = "/static/";
    constexpr std::string_view ending = ".js";
    if (address.size() <= folder.size() + ending.size() || address.substr(0, folder.size()) != folder)
        return false;
    if (address.substr(address.size() - ending.size()) != ending) return false;
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789._-";
    return address.find_first_not_of(allowed, folder.size()) == std::string_view::npos;
}

void write_escaped(std::string& out, std::string_view text) {
    const char* plain = text.data();
    const char* const end = plain + text.size();
    for (const char* at = plain; at != end; ++at) {
        const unsigned char which = replacement_of[static_cast<unsigned char>(*at)];
        if (which == 0) continue;
        out.append(plain, at);
        out += replacements[which];
        plain = at + 1;
    }
    out.append(plain, end);
}

void write_as(std::string& out, Escaper escaper, std::string_view text) {
    switch (escaper) {
        case Escaper::markup:
        case Escaper::text:
            return write_escaped(out, text);
        case Escaper::address:
        case Escaper::address_asked:
            return write_escaped(out, kind_of_address(text) == Address::refused ? "#" : text);
        case Escaper::address_lead:
            // "/" with "/x" behind it would name the host x.
            if (text == "/") text = "/.";
            return write_escaped(out, kind_of_address(text) == Address::refused ? "#" : text);
        case Escaper::address_own:
            return write_escaped(out, kind_of_address(text) == Address::local ? text : "#");
        case Escaper::script_own:
            return write_escaped(out, is_own_script(text) ? text : "#");
        case Escaper::first_segment:
            // An empty first segment would turn "/" + "" + "/x" into the host x.
            return text.empty() ? out.push_back('-') : write_segment(out, text);
        case Escaper::segment:
            return write_segment(out, text);
        case Escaper::query:
            out += url_encoded(text);
            return;
        case Escaper::mailbox:
            return write_mailbox(out, text);
    }
}

}  // namespace kring::html
