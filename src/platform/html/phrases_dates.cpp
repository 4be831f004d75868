// SPDX-License-Identifier: EUPL-1.2
// How Dutch and English write days, moments, numbers and sizes. The forms are those of
// ux-and-standards 3.4; two languages do not need a locale library.
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <stdexcept>

#include "platform/html/phrases.hpp"

namespace kring::html {

namespace {

using Names = std::array<std::string_view, 12>;

constexpr Names months_nl = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                             "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr Names months_en = {"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
constexpr Names short_nl = {"jan", "feb", "mrt", "apr", "mei", "jun",
                            "jul", "aug", "sep", "okt", "nov", "dec"};
constexpr Names short_en = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> weekdays_nl = {"zondag",    "maandag", "dinsdag", "woensdag",
                                                         "donderdag", "vrijdag", "zaterdag"};
constexpr std::array<std::string_view, 7> weekdays_en = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                         "Thursday", "Friday", "Saturday"};

std::chrono::year_month_day read_day(std::string_view day) {
    if (!is_day(day)) throw std::runtime_error("not a day: " + std::string(day));
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        std::from_chars(day.data() + at, day.data() + at + length, value);
        return value;
    };
    return std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2);
}

std::string written(const std::chrono::year_month_day& day, const Names& months) {
    std::string text = std::to_string(static_cast<unsigned>(day.day()));
    text += ' ';
    text += months[static_cast<unsigned>(day.month()) - 1];
    text += ' ';
    text += std::to_string(static_cast<int>(day.year()));
    return text;
}

/// "1234567.5" becomes "1.234.567,5" with '.' and ','.
std::string grouped(std::string_view plain, char between_thousands, char before_decimals) {
    const auto point = plain.find('.');
    const auto whole = plain.substr(0, point);
    std::string text;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const std::size_t left = whole.size() - i;
        if (i > 0 && left % 3 == 0) text += between_thousands;
        text += whole[i];
    }
    if (point == std::string_view::npos) return text;
    text += before_decimals;
    text += plain.substr(point + 1);
    return text;
}

}  // namespace

std::string Phrases::long_date(std::string_view day, Language language) const {
    const auto date = read_day(day);
    const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
    std::string text((language == Language::nl ? weekdays_nl : weekdays_en)[weekday]);
    text += ' ';
    return text + written(date, language == Language::nl ? months_nl : months_en);
}

std::string Phrases::short_date(std::string_view day, Language language) const {
    return written(read_day(day), language == Language::nl ? short_nl : short_en);
}

std::string Phrases::moment(Time time, Language language) const {
    const bool dutch = language == Language::nl;
    std::string clock = amsterdam_clock(time);
    if (dutch) clock = clock.replace(2, 1, ".") + " uur";
    return written(read_day(amsterdam_day(time)), dutch ? months_nl : months_en) + ", " + clock;
}

std::string Phrases::number(double value, int decimals, Language language) const {
    if (!std::isfinite(value)) throw std::runtime_error("not a number that can be written");
    char buffer[400];  // The largest double has 309 digits.
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, std::fabs(value), std::chars_format::fixed, decimals);
    if (end.ec != std::errc{}) throw std::runtime_error("too many decimals to write");
    const std::string_view plain(buffer, static_cast<std::size_t>(end.ptr - buffer));
    const bool is_zero = plain.find_first_of("123456789") == std::string_view::npos;
    const std::string text = language == Language::nl ? grouped(plain, '.', ',') : grouped(plain, ',', '.');
    return value < 0 && !is_zero ? "-" + text : text;
}

std::string Phrases::file_size(std::int64_t bytes, Language language) const {
    if (bytes == 1) return "1 byte";
    if (bytes < 1000) return std::to_string(bytes) + " bytes";
    double size = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    constexpr std::array<std::string_view, 4> units = {" kB", " MB", " GB", " TB"};
    for (; size >= 999.5 && unit + 1 < units.size(); ++unit) size /= 1000;
    const bool wants_decimal = unit > 0 && size < 9.95;
    return number(size, wants_decimal ? 1 : 0, language) + std::string(units[unit]);
}

}  // namespace kring::html
