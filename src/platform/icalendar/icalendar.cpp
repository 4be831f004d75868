// SPDX-License-Identifier: EUPL-1.2
#include "platform/icalendar/icalendar.hpp"

#include <algorithm>
#include <array>

#include "platform/base/result.hpp"
#include "platform/base/text.hpp"

namespace kring::icalendar {

namespace {

constexpr std::string_view zone = "Europe/Amsterdam";

// The rules of Directive 2000/84/EC, in force in this form since October 1996: no workshop is older.
constexpr std::string_view zone_rules =
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Europe/Amsterdam\r\n"
    "BEGIN:DAYLIGHT\r\n"
    "TZNAME:CEST\r\n"
    "TZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0200\r\n"
    "DTSTART:19810329T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "END:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\n"
    "TZNAME:CET\r\n"
    "TZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\n"
    "DTSTART:19961027T030000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "END:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

constexpr std::string_view refreshed_every = "PT1H";

// Line ends of another kind, which some readers would take for the end of a line of the file itself.
constexpr std::array<std::string_view, 5> odd_line_ends = {"\v", "\f", "\xC2\x85", "\xE2\x80\xA8",
                                                           "\xE2\x80\xA9"};

bool is_control(std::string_view letter) {
    const bool is_c0 = letter.size() == 1 && static_cast<unsigned char>(letter[0]) < 0x20;
    const bool is_c1 =
        letter.size() == 2 && letter[0] == '\xC2' && static_cast<unsigned char>(letter[1]) < 0xA0;
    return (is_c0 && letter != "\t" && letter != "\n") || is_c1 || letter == "\x7F";
}

std::string cleaned(std::string_view text) {
    const std::string with_line_ends = with_lf(text);
    const std::string_view rest = with_line_ends;
    std::string clean;
    for (std::size_t at = 0; at < rest.size();) {
        const std::size_t size = sequence_length(rest.substr(at));
        const std::string_view letter = rest.substr(at, std::max<std::size_t>(size, 1));
        at += letter.size();
        if (size == 0)
            clean += "\xEF\xBF\xBD";
        else if (std::find(odd_line_ends.begin(), odd_line_ends.end(), letter) != odd_line_ends.end())
            clean += '\n';
        else if (!is_control(letter))
            clean += letter;
    }
    return clean;
}

// RFC 5545, 3.3.11.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : cleaned(text)) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

// RFC 5545, 3.1: lines of at most 75 octets, the space that begins a continuation among them; never cut
// within a letter, which some readers decode line by line.
void add_line(std::string& out, std::string_view name, std::string_view value) {
    constexpr std::size_t most = 75;
    const std::string whole = std::string(name) + ":" + std::string(value);
    std::string_view rest = whole;
    std::size_t room = most;
    while (rest.size() > room) {
        std::size_t cut = room;
        while ((static_cast<unsigned char>(rest[cut]) & 0xC0) == 0x80) --cut;
        out.append(rest.substr(0, cut)).append("\r\n ");
        rest.remove_prefix(cut);
        room = most - 1;
    }
    out.append(rest).append("\r\n");
}

void add_text(std::string& out, std::string_view name, std::string_view text) {
    if (!text.empty()) add_line(out, name, escaped(text));
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

std::string date(std::string_view day) {
    KRING_ASSERT(is_day(day));
    return digits_of(day);
}

std::string next_date(std::string_view day) {
    const auto midnight = parse_time(std::string(day) + "T00:00:00.000Z");
    KRING_ASSERT(midnight.has_value());
    return digits_of(to_text(*midnight + day_ms).substr(0, 10));
}

std::string local(std::string_view day, std::string_view clock) {
    KRING_ASSERT(is_clock(clock));
    return date(day) + "T" + digits_of(clock) + "00";
}

std::string utc(Time time) {
    const std::string text = to_text(time);
    return digits_of(text.substr(0, 10)) + "T" + digits_of(text.substr(11, 8)) + "Z";
}

void add_when(std::string& out, const WholeDay& when) {
    // The end is the first day that is no longer part of it.
    add_line(out, "DTSTART;VALUE=DATE", date(when.day));
    add_line(out, "DTEND;VALUE=DATE", next_date(when.day));
}

void add_when(std::string& out, const Hours& when) {
    KRING_ASSERT(when.starts < when.ends);
    const std::string parameter = ";TZID=" + std::string(zone);
    add_line(out, "DTSTART" + parameter, local(when.day, when.starts));
    add_line(out, "DTEND" + parameter, local(when.day, when.ends));
}

void add_when(std::string& out, const Moments& when) {
    KRING_ASSERT(when.from < when.until);
    add_line(out, "DTSTART", utc(when.from));
    add_line(out, "DTEND", utc(when.until));
}

// An address is no text: nothing in it is escaped, so nothing may stand in it that would need it.
void add_address(std::string& out, std::string_view address) {
    if (address.empty()) return;
    KRING_ASSERT(std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c < '\x7F'; }));
    add_line(out, "URL", address);
}

void add_categories(std::string& out, const std::vector<std::string>& categories) {
    std::string list;
    for (const std::string& category : categories) list += (list.empty() ? "" : ",") + escaped(category);
    if (!list.empty()) add_line(out, "CATEGORIES", list);
}

void add_event(std::string& out, const Event& event) {
    const bool is_whole_day = std::holds_alternative<WholeDay>(event.when);
    out += "BEGIN:VEVENT\r\n";
    add_text(out, "UID", event.uid);
    // Of when this event was put so, not of when it is sent: an unchanged calendar has unchanged bytes.
    add_line(out, "DTSTAMP", utc(event.changed_at));
    std::visit([&](const auto& when) { add_when(out, when); }, event.when);
    add_line(out, "SEQUENCE", std::to_string(event.sequence));
    add_line(out, "CREATED", utc(event.created_at));
    add_line(out, "LAST-MODIFIED", utc(event.changed_at));
    add_line(out, "STATUS", event.is_cancelled ? "CANCELLED" : "CONFIRMED");
    add_line(out, "TRANSP", event.is_busy && !event.is_cancelled && !is_whole_day ? "OPAQUE" : "TRANSPARENT");
    add_text(out, "SUMMARY", event.title);
    add_text(out, "LOCATION", event.place);
    add_address(out, event.address);
    add_categories(out, event.categories);
    add_text(out, "DESCRIPTION", event.about);
    out += "END:VEVENT\r\n";
}

// The old names beside the standard ones: Outlook and Google know those alone.
void add_name(std::string& out, std::string_view name) {
    if (name.empty()) return;
    add_text(out, "NAME", name);
    add_text(out, "X-WR-CALNAME", name);
    add_line(out, "X-WR-TIMEZONE", zone);
    add_line(out, "REFRESH-INTERVAL;VALUE=DURATION", refreshed_every);
    add_line(out, "X-PUBLISHED-TTL", refreshed_every);
}

}  // namespace

std::string written(const Calendar& calendar) {
    KRING_ASSERT(calendar.language == "nl" || calendar.language == "en");
    std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    add_line(out, "PRODID", calendar.language == "nl" ? "-//Kring//Kring//NL" : "-//Kring//Kring//EN");
    out += "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
    add_name(out, calendar.name);
    // In every file: one without any component would not be valid.
    out += zone_rules;
    for (const Event& event : calendar.events) add_event(out, event);
    return out + "END:VCALENDAR\r\n";
}

}  // namespace kring::icalendar
