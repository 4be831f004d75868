// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace kring {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

/// The second byte's range closes off overlong forms, surrogates and what lies past U+10FFFF
/// (Unicode 15, table 3-7).
bool second_fits(unsigned char first, unsigned char second) {
    switch (first) {
        case 0xE0:
            return second >= 0xA0 && second <= 0xBF;
        case 0xED:
            return second >= 0x80 && second <= 0x9F;
        case 0xF0:
            return second >= 0x90 && second <= 0xBF;
        case 0xF4:
            return second >= 0x80 && second <= 0x8F;
        default:
            return second >= 0x80 && second <= 0xBF;
    }
}

std::size_t announced_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

}  // namespace

std::size_t sequence_length(std::string_view text) {
    if (text.empty()) return 0;
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t size = announced_length(first);
    if (size <= 1) return size;
    if (text.size() < size || !second_fits(first, static_cast<unsigned char>(text[1]))) return 0;
    const std::string_view rest = text.substr(2, size - 2);
    return std::all_of(rest.begin(), rest.end(), is_continuation) ? size : 0;
}

bool is_clean_text(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = sequence_length(text);
        if (size == 0) return false;
        const auto first = static_cast<unsigned char>(text[0]);
        if (first < 0x20 && first != '\t' && first != '\n' && first != '\r') return false;
        text.remove_prefix(size);
    }
    return true;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    parts.push_back(text);
    return parts;
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && !is_space(text[at])) ++at;
        found.push_back(text.substr(begin, at - begin));
    }
    return found;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string whole;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) whole += separator;
        whole += part;
    }
    return whole;
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string with_lf(std::string_view text) {
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        lines += text[at] == '\r' ? '\n' : text[at];
    }
    return lines;
}

std::size_t length(std::string_view text) {
    return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

std::string shortened(std::string_view text, std::size_t most) {
    if (length(text) <= most) return std::string(text);
    if (most == 0) return "";
    std::size_t end = 0;
    for (std::size_t kept = 0; kept + 1 < most; ++kept) {
        ++end;
        while (end < text.size() && is_continuation(text[end])) ++end;
    }
    return std::string(text.substr(0, end)) + "…";
}

bool is_id(std::string_view text) {
    if (text.size() < 3 || text.size() > 64 || text.front() == '-') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_email(std::string_view text) {
    if (text.size() > 254 || !is_clean_text(text)) return false;
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
    if (text.find('@', at + 1) != std::string_view::npos) return false;
    // What would end or quote an address in a mail header is never part of a plain one (RFC 5322, atom).
    return std::none_of(text.begin(), text.end(), [](char c) {
        return is_space(c) || c == '\x7f' ||
               std::string_view("<>()[],;:\\\"").find(c) != std::string_view::npos;
    });
}

std::string url_encoded(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (char c : text) {
        if (is_unreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 15];
    }
    return encoded;
}

bool read_number(std::string_view text, std::int64_t low, std::int64_t high, std::int64_t& number) {
    std::int64_t read = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, read);
    if (failure != std::errc() || stopped != end || read < low || read > high) return false;
    number = read;
    return true;
}

}  // namespace kring
