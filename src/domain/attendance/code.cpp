// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/code.hpp"

#include <initializer_list>

#include "platform/base/result.hpp"
#include "platform/base/secret.hpp"

namespace kring::attendance {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view key_name = "check-in";

unsigned nibble(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

// The first 130 bits of hexadecimal digits, five at a time.
std::string base32(std::string_view hex) {
    std::string out;
    unsigned bits = 0;
    unsigned held = 0;
    for (const char digit : hex) {
        held = (held << 4) | nibble(digit);
        bits += 4;
        if (bits < 5) continue;
        bits -= 5;
        out += alphabet[(held >> bits) & 31];
        held &= (1U << bits) - 1;
        if (out.size() == code_length) break;
    }
    return out;
}

// No field can pass part of itself off as the next one: ids hold no line break.
std::string sealed(std::string_view key, std::initializer_list<std::string_view> fields) {
    KRING_ASSERT(!key.empty());
    std::string all;
    for (const std::string_view field : fields) all += std::string(field) + "\n";
    return base32(hmac_hex(key, all));
}

char mended(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    return c;
}

}  // namespace

std::string find_key(db::Connection& in) {
    return in.first_text("select key from seal_keys where name = $1", {key_name}).value_or("");
}

std::string make_key(db::Connection& in, Time when) {
    std::string key = find_key(in);
    if (!key.empty()) return key;
    key = new_token();
    in.execute("insert into seal_keys (name, key, made_at) values ($1, $2, $3)", {key_name, key, when});
    return key;
}

std::string own_code(std::string_view key, std::string_view workshop, std::string_view person) {
    return sealed(key, {"own", workshop, person});
}

std::string room_code(std::string_view key, std::string_view workshop, Time when) {
    return sealed(key, {"room", workshop, std::to_string(when.ms / minute_ms)});
}

std::int64_t room_code_ends_in(Time when) { return minute_ms - when.ms % minute_ms; }

bool is_room_code(std::string_view given, std::string_view key, std::string_view workshop, Time when) {
    const bool is_now = is_code(given, room_code(key, workshop, when));
    const bool is_before = is_code(given, room_code(key, workshop, when - minute_ms));
    return is_now || is_before;
}

bool is_code(std::string_view given, std::string_view code) {
    const bool is_short = same_secret(given, code.substr(0, short_length));
    return same_secret(given, code) || is_short;
}

std::string code_in(std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (c == ' ' || c == '-') continue;
        if (code.size() == code_length || alphabet.find(mended(c)) == std::string_view::npos) return "";
        code += mended(c);
    }
    return code.size() == short_length || code.size() == code_length ? code : "";
}

std::string short_form(std::string_view code) {
    return std::string(code.substr(0, 5)) + "-" + std::string(code.substr(5, 5));
}

}  // namespace kring::attendance
