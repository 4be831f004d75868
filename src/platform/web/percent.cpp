// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/percent.hpp"

#include "platform/base/text.hpp"

namespace kring::web {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }

bool is_utf8_without_nul(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = sequence_length(text);
        if (size == 0 || text[0] == '\0') return false;
        text.remove_prefix(size);
    }
    return true;
}

bool percent_decode(std::string_view text, bool plus_is_space, std::string& decoded) {
    decoded.clear();
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded += plus_is_space && text[at] == '+' ? ' ' : text[at];
            continue;
        }
        if (at + 2 >= text.size()) return false;
        const int high = hex_value(text[at + 1]);
        const int low = hex_value(text[at + 2]);
        if (high < 0 || low < 0) return false;
        decoded += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return is_utf8_without_nul(decoded);
}

}  // namespace kring::web
