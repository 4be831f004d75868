// SPDX-License-Identifier: EUPL-1.2
#include "engine/reading/number.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "platform/base/text.hpp"

namespace kring::reading {

namespace {

constexpr std::size_t most_characters = 40;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Cuts off the digits in front; how many they were.
std::size_t cut_digits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count;
}

bool has_shape(std::string_view text, char decimal_mark) {
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
    std::size_t digits = cut_digits(text);
    if (!text.empty() && text.front() == decimal_mark) {
        text.remove_prefix(1);
        digits += cut_digits(text);
    }
    if (digits == 0) return false;
    if (text.empty()) return true;
    if (text.front() != 'e' && text.front() != 'E') return false;
    text.remove_prefix(1);
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
    return cut_digits(text) != 0 && text.empty();
}

/// Groups of three after each mark: 1,234 or 1.234.567.
bool has_groups(std::string_view text, char mark) {
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    const std::size_t first = cut_digits(text);
    if (first == 0 || first > 3 || text.empty()) return false;
    while (!text.empty()) {
        if (text.front() != mark) return false;
        text.remove_prefix(1);
        if (cut_digits(text) != 3) return false;
    }
    return true;
}

Code why_not(std::string_view text, char decimal_mark) {
    const char other = decimal_mark == '.' ? ',' : '.';
    const std::string lower = ascii_lower(text);
    std::string_view word = lower;
    if (!word.empty() && (word.front() == '-' || word.front() == '+')) word.remove_prefix(1);
    for (const std::string_view one : {"nan", "inf", "infinity", "1.#inf", "1.#qnan"}) {
        if (word == one) return Code::not_finite;
    }
    if (!std::all_of(word.begin(), word.end(),
                     [](char byte) { return is_digit(byte) || byte == ',' || byte == '.'; }))
        return Code::not_a_number;
    const auto marks = std::count(word.begin(), word.end(), decimal_mark);
    const auto others = std::count(word.begin(), word.end(), other);
    if ((marks != 0 && others != 0) || has_groups(word, other) ||
        (marks > 1 && has_groups(word, decimal_mark)))
        return Code::thousands_separator;
    return others == 1 && has_shape(word, other) ? Code::wrong_decimal_mark : Code::not_a_number;
}

}  // namespace

ReadNumber read_number(std::string_view text, char decimal_mark) {
    if (text.size() > most_characters) return {std::nullopt, Code::not_a_number};
    if (!has_shape(text, decimal_mark)) return {std::nullopt, why_not(text, decimal_mark)};
    std::string plain(text.front() == '+' ? text.substr(1) : text);
    std::replace(plain.begin(), plain.end(), ',', '.');
    double value = 0;
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (read.ec != std::errc()) return {std::nullopt, Code::not_finite};
    return {value, Code::not_a_number};
}

}  // namespace kring::reading
