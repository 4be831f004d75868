// SPDX-License-Identifier: EUPL-1.2
#include "engine/catalogue/dates.hpp"

#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "platform/base/text.hpp"

namespace kring::catalogue {

namespace {

constexpr auto months =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                     "september", "october", "november", "december"});

/// 1 to 12 for a month or its first letters, three at least; 0 for anything else.
int month_of(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    const std::string lower = ascii_lower(word);
    if (lower.size() < 3) return 0;
    for (std::size_t at = 0; at < months.size(); ++at) {
        if (months[at].starts_with(lower)) return static_cast<int>(at) + 1;
    }
    return lower == "sept" ? 9 : 0;
}

/// A whole number of one to four digits; -1 for anything else.
int number_of(std::string_view word) {
    if (word.ends_with(',')) word.remove_suffix(1);
    if (word.empty() || word.size() > 4) return -1;
    int number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    return read.ec == std::errc() && read.ptr == word.data() + word.size() && number >= 0 ? number : -1;
}

std::optional<Date> valid(const Date& date) {
    if (date.year < 1990 || date.year > 2100 || date.month < 0 || date.month > 12) return std::nullopt;
    if (date.month == 0) return date.day == 0 ? std::optional<Date>(date) : std::nullopt;
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    const int last = days[static_cast<std::size_t>(date.month) - 1] + (is_leap && date.month == 2 ? 1 : 0);
    if (date.day < 0 || date.day > last) return std::nullopt;
    return date;
}

std::optional<Date> from_words(const std::vector<std::string_view>& parts) {
    if (parts.size() == 1) return valid({number_of(parts[0]), 0, 0});
    if (parts.size() == 2) {
        const int month = month_of(parts[0]);
        return month == 0 ? std::nullopt : valid({number_of(parts[1]), month, 0});
    }
    if (parts.size() != 3) return std::nullopt;
    const bool is_month_first = month_of(parts[0]) != 0;
    const int month = month_of(is_month_first ? parts[0] : parts[1]);
    const int day = number_of(is_month_first ? parts[1] : parts[0]);
    return month == 0 || day < 1 ? std::nullopt : valid({number_of(parts[2]), month, day});
}

std::optional<Date> from_digits(const std::vector<std::string_view>& parts) {
    const bool is_year_first = parts[0].size() == 4;
    const int first = number_of(parts[0]);
    const int second = number_of(parts[1]);
    if (parts.size() == 2) {
        const Date date = is_year_first ? Date{first, second, 0} : Date{second, first, 0};
        return date.month < 1 ? std::nullopt : valid(date);
    }
    if (parts.size() != 3) return std::nullopt;
    const int third = number_of(parts[2]);
    const Date date = is_year_first ? Date{first, second, third} : Date{third, second, first};
    return date.month < 1 || date.day < 1 ? std::nullopt : valid(date);
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
    if (text.size() > 40) return std::nullopt;
    for (const char separator : {'-', '/'}) {
        if (text.find(separator) != std::string_view::npos) return from_digits(split(text, separator));
    }
    return from_words(words(text));
}

std::string to_text(const Date& date) {
    const auto two = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    std::string text = std::to_string(date.year);
    if (date.month != 0) text += two(date.month);
    if (date.day != 0) text += two(date.day);
    return text;
}

}  // namespace kring::catalogue
