// SPDX-License-Identifier: EUPL-1.2
#include <cstdint>

#include "engine/inventory/words.hpp"
#include "platform/base/latin.hpp"
#include "platform/base/text.hpp"

namespace kring::inventory {

namespace {

std::uint32_t code_of(std::string_view sequence) {
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(sequence[at]));
    };
    if (sequence.size() == 1) return byte(0);
    if (sequence.size() == 2) return ((byte(0) & 0x1F) << 6) | (byte(1) & 0x3F);
    if (sequence.size() == 3) return ((byte(0) & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
    return 0x10000;
}

bool is_letter_or_digit(std::uint32_t code) {
    const bool is_small = code >= 'a' && code <= 'z';
    return is_small || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
}

// What one character becomes: letters, nothing, or a space.
std::string plain(std::string_view sequence) {
    const std::uint32_t code = code_of(sequence);
    if (code < 0x80) return is_letter_or_digit(code) ? ascii_lower(sequence) : " ";
    if (code >= 0xC0 && code < 0x180) {
        const std::string_view letter = plain_latin(code);
        return letter.empty() ? " " : std::string(letter);
    }
    if (code >= 0x300 && code < 0x370) return "";                      // an accent that stands apart
    if (code < 0xC0 || (code >= 0x2000 && code < 0x3100)) return " ";  // signs, spaces, quotes, dashes
    return std::string(sequence);
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = sequence_length(text.substr(at, 4));
        const std::string letters = size > 0 ? plain(text.substr(at, size)) : " ";
        at += size > 0 ? size : 1;
        if (letters != " ") {
            out += letters;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool holds_words(std::string_view folded_text, std::string_view folded_words) {
    for (std::size_t at = folded_text.find(folded_words); at != std::string_view::npos;
         at = folded_text.find(folded_words, at + 1)) {
        const std::size_t end = at + folded_words.size();
        const bool begins = at == 0 || folded_text[at - 1] == ' ';
        if (begins && (end == folded_text.size() || folded_text[end] == ' ')) return true;
    }
    return false;
}

}  // namespace kring::inventory
