// SPDX-License-Identifier: EUPL-1.2
// Moments and days. A moment is UTC with milliseconds; its text form sorts as it ticks.
// Days and clock times of a workshop are kept as people say them, in Europe/Amsterdam.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kring {

/// Milliseconds since 1970-01-01T00:00:00Z.
struct Time {
    std::int64_t ms = 0;
    auto operator<=>(const Time&) const = default;
};

/// The machine's clock. Only `app` and tests read it; everyone else is handed a Time.
Time now();

constexpr std::int64_t second_ms = 1000;
constexpr std::int64_t minute_ms = 60 * second_ms;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;

Time operator+(Time time, std::int64_t milliseconds);
Time operator-(Time time, std::int64_t milliseconds);

/// "2026-11-23T09:00:00.000Z", always 24 characters. Range: years 1970 to 9999.
std::string to_text(Time time);

/// The inverse of to_text; nothing when the text is not exactly of that form.
std::optional<Time> parse_time(std::string_view text);

/// True for "2018-10-10" when that day exists.
bool is_day(std::string_view text);

/// True for "13:00", 00:00 to 23:59.
bool is_clock(std::string_view text);

/// The day in Europe/Amsterdam on which the moment falls: "2026-11-23".
std::string amsterdam_day(Time time);

/// The clock in Europe/Amsterdam at the moment: "10:00".
std::string amsterdam_clock(Time time);

}  // namespace kring
