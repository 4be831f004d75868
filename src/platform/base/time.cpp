// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/time.hpp"

#include <chrono>
#include <stdexcept>

namespace kring {
namespace {

namespace chr = std::chrono;

constexpr std::int64_t last_ms = 253402300799999;  // 9999-12-31T23:59:59.999Z

/// Writes `number` into `text` at `at`, `digits` wide, with leading zeros.
void put(std::string& text, std::size_t at, std::size_t digits, std::int64_t number) {
    for (std::size_t i = digits; i-- > 0; number /= 10) text[at + i] = static_cast<char>('0' + number % 10);
}

/// The number written in `digits` digits at `at`, or -1 when one of them is no digit.
int get(std::string_view text, std::size_t at, std::size_t digits) {
    int number = 0;
    for (char c : text.substr(at, digits)) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<chr::sys_days> day_in(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int year = get(text, 0, 4);
    const int month = get(text, 5, 2);
    const int day = get(text, 8, 2);
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    const chr::year_month_day date{chr::year(year), chr::month(static_cast<unsigned>(month)),
                                   chr::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return chr::sys_days(date);
}

/// 01:00 UTC on the last Sunday of the month, when the clocks of the European Union change.
std::int64_t change_ms(chr::year year, chr::month month) {
    const chr::sys_days day(chr::year_month_weekday_last(year, month, chr::Sunday[chr::last]));
    return chr::milliseconds(day.time_since_epoch()).count() + hour_ms;
}

/// The moment as if the clock of Amsterdam showed UTC. Directive 2000/84/EC and its forerunners,
/// in force in this form since 1996; earlier summers do not occur in our records.
Time amsterdam(Time time) {
    const auto day = chr::floor<chr::days>(chr::sys_time<chr::milliseconds>(chr::milliseconds(time.ms)));
    const chr::year year = chr::year_month_day(day).year();
    const bool is_summer = time.ms >= change_ms(year, chr::March) && time.ms < change_ms(year, chr::October);
    return time + (is_summer ? 2 : 1) * hour_ms;
}

}  // namespace

Time now() {
    const auto since = chr::system_clock::now().time_since_epoch();
    return Time{chr::duration_cast<chr::milliseconds>(since).count()};
}

Time operator+(Time time, std::int64_t milliseconds) { return Time{time.ms + milliseconds}; }
Time operator-(Time time, std::int64_t milliseconds) { return Time{time.ms - milliseconds}; }

std::string to_text(Time time) {
    if (time.ms < 0 || time.ms > last_ms) throw std::out_of_range("a moment outside 1970 to 9999");
    const chr::year_month_day date(chr::sys_days(chr::days(time.ms / day_ms)));
    const std::int64_t in_day = time.ms % day_ms;
    std::string text = "0000-00-00T00:00:00.000Z";
    put(text, 0, 4, static_cast<int>(date.year()));
    put(text, 5, 2, static_cast<unsigned>(date.month()));
    put(text, 8, 2, static_cast<unsigned>(date.day()));
    put(text, 11, 2, in_day / hour_ms);
    put(text, 14, 2, in_day / minute_ms % 60);
    put(text, 17, 2, in_day / second_ms % 60);
    put(text, 20, 3, in_day % second_ms);
    return text;
}

std::optional<Time> parse_time(std::string_view text) {
    if (text.size() != 24 || text[10] != 'T' || text[19] != '.' || text[23] != 'Z') return std::nullopt;
    const auto day = day_in(text.substr(0, 10));
    if (!day || text[16] != ':' || !is_clock(text.substr(11, 5))) return std::nullopt;
    const int seconds = get(text, 17, 2);
    const int milliseconds = get(text, 20, 3);
    if (seconds < 0 || seconds > 59 || milliseconds < 0) return std::nullopt;
    const std::int64_t ms = day->time_since_epoch().count() * day_ms + get(text, 11, 2) * hour_ms +
                            get(text, 14, 2) * minute_ms + seconds * second_ms + milliseconds;
    if (ms < 0) return std::nullopt;
    return Time{ms};
}

bool is_day(std::string_view text) { return day_in(text).has_value(); }

bool is_clock(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return false;
    const int hours = get(text, 0, 2);
    const int minutes = get(text, 3, 2);
    return hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59;
}

std::string amsterdam_day(Time time) { return to_text(amsterdam(time)).substr(0, 10); }

std::string amsterdam_clock(Time time) { return to_text(amsterdam(time)).substr(11, 5); }

}  // namespace kring
