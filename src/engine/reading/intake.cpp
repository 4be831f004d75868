// SPDX-License-Identifier: EUPL-1.2
#include "engine/reading/intake.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "platform/base/text.hpp"

namespace kring::reading {

namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view begins;
    std::string_view kind;
};

constexpr auto magics = std::to_array<Magic>({{"PK\x03\x04"sv, "zip"},
                                              {"PK\x05\x06"sv, "zip"},
                                              {"\x1F\x8B"sv, "gzip"},
                                              {"%PDF-"sv, "pdf"},
                                              {"\xD0\xCF\x11\xE0"sv, "ole"},
                                              {"\x89PNG"sv, "image"},
                                              {"\xFF\xD8\xFF"sv, "image"},
                                              {"SQLite format 3"sv, "unknown"},
                                              {"\x7F"
                                               "ELF"sv,
                                               "unknown"}});

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

bool is_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return true;
    // Without a mark: every other byte of the beginning is NUL, as in Latin text.
    const std::string_view begin = bytes.substr(0, std::min<std::size_t>(bytes.size() & ~1U, 64));
    if (begin.size() < 8) return false;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < begin.size(); ++at) zeros[at % 2] += begin[at] == '\0' ? 1U : 0U;
    return std::max(zeros[0], zeros[1]) * 4 >= begin.size() && std::min(zeros[0], zeros[1]) == 0;
}

int line_of(std::string_view bytes, std::size_t at) {
    const auto until = bytes.substr(0, at);
    return 1 + static_cast<int>(std::count(until.begin(), until.end(), '\n'));
}

/// Notes the first byte that clean text cannot hold.
bool is_clean(std::string_view bytes, Notes& notes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte == 0) {
            notes.add(Code::nul_byte, line_of(bytes, at));
            return false;
        }
        if ((byte < 0x20 && !is_blank(bytes[at])) || byte == 0x7F) {
            notes.add(Code::control_character, line_of(bytes, at), "", std::to_string(byte));
            return false;
        }
        const std::size_t taken = byte < 0x80 ? 1 : sequence_length(bytes.substr(at));
        if (taken == 0) {
            notes.add(Code::not_utf8, line_of(bytes, at));
            return false;
        }
        at += taken;
    }
    return true;
}

bool is_html(std::string_view text) {
    const std::string begin = ascii_lower(text.substr(0, 256));
    return begin.starts_with("<!doctype") || begin.starts_with("<html") || begin.starts_with("<?xml") ||
           begin.starts_with("<head") || begin.starts_with("<body") || begin.starts_with("<!--");
}

}  // namespace

bool admit(std::string_view& bytes, Expected expected, Notes& notes) {
    const auto refuse = [&notes](Code code, std::string_view value = "", std::string_view other = "") {
        notes.add(code, 0, "", value, other);
        return false;
    };
    if (bytes.size() > most_bytes) return refuse(Code::too_large, shown(bytes.size()), shown(most_bytes));
    for (const Magic& magic : magics) {
        if (bytes.starts_with(magic.begins)) return refuse(Code::binary_file, magic.kind);
    }
    if (is_utf16(bytes)) return refuse(Code::utf16_file);
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        notes.add(Code::byte_order_mark);
        bytes.remove_prefix(3);
    }
    if (!is_clean(bytes, notes)) return false;
    const auto first = std::find_if_not(bytes.begin(), bytes.end(), is_blank);
    if (first == bytes.end()) return refuse(Code::empty_file);
    const std::string_view text = bytes.substr(static_cast<std::size_t>(first - bytes.begin()));
    if (is_html(text)) return refuse(Code::html_instead);
    if (expected == Expected::table && (text.front() == '{' || text.front() == '['))
        return refuse(Code::json_instead);
    return true;
}

}  // namespace kring::reading
