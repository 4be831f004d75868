// SPDX-License-Identifier: EUPL-1.2
// Writes iCalendar (RFC 5545, with the calendar properties of RFC 7986): what Outlook, Google and Apple
// read. Pure: the same calendar gives the same bytes, so that an unchanged one need not be sent again.
// Why it is written here and not by a library: docs/adr/0016-icalendar-written-here.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/base/time.hpp"

namespace kring::icalendar {

/// A whole day, for what has no time (yet): it blocks nobody's day.
struct WholeDay {
    std::string day;
};

/// From clock to clock on one day, as people agreed, in Europe/Amsterdam. `ends` lies after `starts`.
struct Hours {
    std::string day;
    std::string starts;
    std::string ends;
};

/// Between two moments, written in UTC: the same in every time zone and on both sides of a clock change.
struct Moments {
    Time from;
    Time until;
};

using When = std::variant<WholeDay, Hours, Moments>;

struct Event {
    std::string uid;            ///< the same for as long as the event lives; unique in the world
    std::int64_t sequence = 0;  ///< rises with each change that moves, renames or cancels it
    Time created_at;
    Time changed_at;
    When when;
    std::string title;
    std::string place;    ///< may be ""
    std::string about;    ///< plain text, lines parted by LF; may be ""
    std::string address;  ///< its page, whole: "https://…"; may be ""
    std::vector<std::string> categories;
    bool is_cancelled = false;
    bool is_busy = true;  ///< takes the time of whoever has it in their calendar
};

struct Calendar {
    std::string name;      ///< "" for a file that is added to a calendar: a name would make it one of its own
    std::string language;  ///< "nl" or "en"
    std::vector<Event> events;
};

inline constexpr std::string_view media_type = "text/calendar; charset=utf-8";

/// The whole file. Of text it keeps every letter, with line ends of all kinds as LF; control characters
/// go, broken UTF-8 becomes U+FFFD. Throws std::logic_error on a day, clock or address that is none.
std::string written(const Calendar& calendar);

}  // namespace kring::icalendar
