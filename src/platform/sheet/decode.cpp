// SPDX-License-Identifier: EUPL-1.2
#include "platform/sheet/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "platform/base/text.hpp"

namespace kring::sheet {

namespace {

// Windows-1252, 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<std::uint32_t, 32> upper_controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& out, std::uint32_t code) {
    const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
    if (code < 0x80) return byte(code);
    if (code < 0x800) {
        byte(0xC0 | (code >> 6));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3F));
    } else {
        byte(0xF0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3F));
        byte(0x80 | ((code >> 6) & 0x3F));
    }
    byte(0x80 | (code & 0x3F));
}

bool is_control(std::uint32_t code) {
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7F;
}

std::size_t line_at(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

Decoded from_utf16(std::string_view bytes, bool is_little) {
    Decoded out{"", Encoding::utf16, 0};
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]));
        const auto second = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + 1]));
        return is_little ? (second << 8) | first : (first << 8) | second;
    };
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        const bool is_whole = at + 1 < bytes.size();
        std::uint32_t code = is_whole ? unit(at) : 0;
        const bool is_high = code >= 0xD800 && code < 0xDC00;
        if (is_high && at + 3 < bytes.size()) {
            const std::uint32_t low = unit(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        if (!is_whole || (code >= 0xD800 && code < 0xE000) || is_control(code)) {
            out.bad_line = line_at(out.text, out.text.size());
            return out;
        }
        append(out.text, code);
    }
    return out;
}

Decoded from_windows(std::string_view bytes) {
    Decoded out{"", Encoding::windows_1252, 0};
    out.text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        std::uint32_t code = static_cast<unsigned char>(c);
        if (code >= 0x80 && code < 0xA0) code = upper_controls[code - 0x80];
        if (is_control(code)) {
            out.bad_line = line_at(out.text, out.text.size());
            return out;
        }
        append(out.text, code);
    }
    return out;
}

// How much of it is UTF-8 beyond ASCII, and how much is no UTF-8 at all.
struct Found {
    std::size_t sequences = 0;
    std::size_t bad = 0;
    std::size_t first_bad = 0;
    std::optional<std::size_t> control;
};

Found look_through(std::string_view bytes) {
    Found found;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte < 0x80) {
            if (is_control(byte) && !found.control) found.control = at;
            ++at;
            continue;
        }
        const std::size_t size = sequence_length(bytes.substr(at, 4));
        if (size == 0 && found.bad++ == 0) found.first_bad = at;
        found.sequences += size > 0 ? 1 : 0;
        at += size > 0 ? size : 1;
    }
    return found;
}

// Without a mark: text of Latin letters has a zero in every other byte.
std::size_t zeros(std::string_view bytes, std::size_t first) {
    std::size_t count = 0;
    for (std::size_t at = first; at < bytes.size(); at += 2) count += bytes[at] == '\0' ? 1 : 0;
    return count;
}

}  // namespace

Decoded decoded(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), true);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), false);
    const std::string_view sample = bytes.substr(0, 1000);
    const std::size_t most = sample.size() / 4;
    if (sample.size() >= 4 && zeros(sample, 1) > most && zeros(sample, 0) == 0)
        return from_utf16(bytes, true);
    if (sample.size() >= 4 && zeros(sample, 0) > most && zeros(sample, 1) == 0)
        return from_utf16(bytes, false);
    const bool is_marked = bytes.starts_with("\xEF\xBB\xBF");
    if (is_marked) bytes.remove_prefix(3);
    const Found found = look_through(bytes);
    if (found.control) return {"", Encoding::utf8, line_at(bytes, *found.control)};
    if (found.bad == 0) return {std::string(bytes), Encoding::utf8, 0};
    if (is_marked || found.sequences > found.bad)
        return {"", Encoding::utf8, line_at(bytes, found.first_bad)};
    return from_windows(bytes);
}

}  // namespace kring::sheet
