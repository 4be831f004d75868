// SPDX-License-Identifier: EUPL-1.2
// What is written is judged by two readers that are not ours: vobject and ical.js.
#include "platform/icalendar/icalendar.hpp"

#include <gtest/gtest.h>

#include "platform/base/text.hpp"
#include "tests/fixtures/calendar_readers.hpp"

namespace kring::icalendar {
namespace {

using fixtures::lines_of;
using fixtures::read_calendar;
using fixtures::SeenCalendar;
using fixtures::SeenEvent;

constexpr Time made{1795424400000};  // 2026-11-23T09:00:00Z

Event example(std::string uid = "ict-2@kring.example") {
    Event event;
    event.uid = std::move(uid);
    event.created_at = made;
    event.changed_at = made + 90 * minute_ms;
    event.when = Hours{"2027-01-14", "13:00", "15:30"};
    event.title = "Eisen en criteria";
    event.place = "Het Buurthuis, Utrecht";
    event.about = "Je leert hoe je vraagt.";
    event.address = "https://kring.example/bijeenkomsten/ict-2";
    event.categories = {"Bijeenkomst", "Duurzame ICT"};
    return event;
}

std::string file_with(std::vector<Event> events, std::string name = "Agenda van Kring") {
    return written({std::move(name), "nl", std::move(events)});
}

TEST(ICalendar, is_written_to_the_letter) {
    Event event = example();
    event.sequence = 3;
    EXPECT_EQ(file_with({event}),
              "BEGIN:VCALENDAR\r\n"
              "VERSION:2.0\r\n"
              "PRODID:-//Kring//Kring//NL\r\n"
              "CALSCALE:GREGORIAN\r\n"
              "METHOD:PUBLISH\r\n"
              "NAME:Agenda van Kring\r\n"
              "X-WR-CALNAME:Agenda van Kring\r\n"
              "X-WR-TIMEZONE:Europe/Amsterdam\r\n"
              "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
              "X-PUBLISHED-TTL:PT1H\r\n"
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
              "END:VTIMEZONE\r\n"
              "BEGIN:VEVENT\r\n"
              "UID:ict-2@kring.example\r\n"
              "DTSTAMP:20261123T103000Z\r\n"
              "DTSTART;TZID=Europe/Amsterdam:20270114T130000\r\n"
              "DTEND;TZID=Europe/Amsterdam:20270114T153000\r\n"
              "SEQUENCE:3\r\n"
              "CREATED:20261123T090000Z\r\n"
              "LAST-MODIFIED:20261123T103000Z\r\n"
              "STATUS:CONFIRMED\r\n"
              "TRANSP:OPAQUE\r\n"
              "SUMMARY:Eisen en criteria\r\n"
              "LOCATION:Het Buurthuis\\, Utrecht\r\n"
              "URL:https://kring.example/bijeenkomsten/ict-2\r\n"
              "CATEGORIES:Bijeenkomst,Duurzame ICT\r\n"
              "DESCRIPTION:Je leert hoe je vraagt.\r\n"
              "END:VEVENT\r\n"
              "END:VCALENDAR\r\n");
}

TEST(ICalendar, is_read_alike_by_two_others) {
    const SeenCalendar seen = read_calendar(file_with({example()}));
    EXPECT_EQ(seen.name, "Agenda van Kring");
    EXPECT_EQ(seen.method, "PUBLISH");
    ASSERT_EQ(seen.events.size(), 1U);
    const SeenEvent& event = seen.events[0];
    EXPECT_EQ(event.uid, "ict-2@kring.example");
    EXPECT_EQ(event.sequence, "0");
    EXPECT_EQ(event.status, "CONFIRMED");
    EXPECT_EQ(event.from, "2027-01-14T12:00:00Z");
    EXPECT_EQ(event.until, "2027-01-14T14:30:00Z");
    EXPECT_EQ(event.changed_at, "2026-11-23T10:30:00Z");
    EXPECT_EQ(event.title, "Eisen en criteria");
    EXPECT_EQ(event.place, "Het Buurthuis, Utrecht");
    EXPECT_EQ(event.about, "Je leert hoe je vraagt.");
    EXPECT_EQ(event.address, "https://kring.example/bijeenkomsten/ict-2");
    EXPECT_EQ(event.categories, "Bijeenkomst|Duurzame ICT");
    EXPECT_EQ(event.is_busy, "OPAQUE");
}

TEST(ICalendar, keeps_the_agreed_clock_over_both_changes_of_2027) {
    const auto at = [](std::string day, std::string starts, std::string ends) {
        Event event = example(day + starts.substr(0, 2));
        event.when = Hours{day, starts, ends};
        return event;
    };
    const SeenCalendar seen =
        read_calendar(file_with({at("2027-03-27", "13:00", "15:00"), at("2027-03-28", "01:30", "03:30"),
                                 at("2027-03-28", "13:00", "15:00"), at("2027-10-30", "13:00", "15:00"),
                                 at("2027-10-31", "01:30", "04:30"), at("2027-10-31", "13:00", "15:00")}));
    using Span = std::pair<std::string, std::string>;
    std::vector<Span> spans;
    for (const SeenEvent& event : seen.events) spans.emplace_back(event.from, event.until);
    EXPECT_EQ(spans, (std::vector<Span>{{"2027-03-27T12:00:00Z", "2027-03-27T14:00:00Z"},
                                        {"2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z"},
                                        {"2027-03-28T11:00:00Z", "2027-03-28T13:00:00Z"},
                                        {"2027-10-30T11:00:00Z", "2027-10-30T13:00:00Z"},
                                        {"2027-10-30T23:30:00Z", "2027-10-31T03:30:00Z"},
                                        {"2027-10-31T12:00:00Z", "2027-10-31T14:00:00Z"}}));
}

TEST(ICalendar, has_the_rules_of_the_time_zone_database) {
    EXPECT_EQ(fixtures::difference_with_zone_database(file_with({}), 1997, 2036), "");
}

TEST(ICalendar, writes_moments_in_utc_also_in_the_hour_that_comes_twice) {
    Event event = example();
    const Time second_half_past_two = parse_time("2027-10-31T01:30:00.000Z").value();
    event.when = Moments{second_half_past_two - 30 * minute_ms, second_half_past_two};
    const SeenEvent seen = read_calendar(file_with({event})).events.at(0);
    EXPECT_EQ(seen.from, "2027-10-31T01:00:00Z");
    EXPECT_EQ(seen.until, "2027-10-31T01:30:00Z");
}

TEST(ICalendar, makes_a_whole_day_of_what_has_no_time_and_blocks_nobody_with_it) {
    Event event = example();
    for (const auto& [day, next] :
         {std::pair{"2027-02-28", "2027-03-01"}, std::pair{"2028-02-28", "2028-02-29"},
          std::pair{"2027-03-28", "2027-03-29"}, std::pair{"2027-12-31", "2028-01-01"}}) {
        event.when = WholeDay{day};
        const SeenEvent seen = read_calendar(file_with({event})).events.at(0);
        EXPECT_EQ(seen.from, day);
        EXPECT_EQ(seen.until, next);
        EXPECT_EQ(seen.is_busy, "TRANSPARENT");
    }
}

TEST(ICalendar, says_that_an_event_is_cancelled_and_frees_its_time) {
    Event event = example();
    event.is_cancelled = true;
    event.sequence = 4;
    const SeenEvent seen = read_calendar(file_with({event})).events.at(0);
    EXPECT_EQ(seen.status, "CANCELLED");
    EXPECT_EQ(seen.sequence, "4");
    EXPECT_EQ(seen.is_busy, "TRANSPARENT");
}

// What people may type, or a folder may hold, comes back as it was.
TEST(ICalendar, keeps_every_letter_of_hostile_texts) {
    const std::string smiling = "\xF0\x9F\x98\x80";  // four octets
    std::string many;
    for (int i = 0; i < 2600; ++i) many += smiling;
    std::string wide;
    for (int i = 0; i < 200; ++i) wide += "\xE2\x82\xAC\xC3\xA9x";
    const std::vector<std::string> texts = {
        "Komma, puntkomma; dubbele: punt \\ en \"aanhaling\"",
        "Regel\nBEGIN:VEVENT\nUID:vals@kring.example\nEND:VEVENT\n",
        "\\n is geen regeleinde, \\\\n ook niet, \\; en \\, evenmin \\",
        ";,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\;,\\",
        " spatie vooraan, tab\tin het midden",
        "END:VCALENDAR",
        "naïef: ééntje \xC2\xA0 \xE2\x80\x8F \xEF\xBB\xBF 漢字",
        wide,
        many,
        std::string(10240, 'x'),
        std::string(76, ','),
    };
    std::vector<Event> events;
    for (const std::string& text : texts) {
        Event event = example("e" + std::to_string(events.size()) + "@kring.example");
        event.title = event.place = event.about = text;
        events.push_back(std::move(event));
    }
    const std::string file = file_with(events, "Agenda; met, alles\\");
    const SeenCalendar seen = read_calendar(file);
    EXPECT_EQ(seen.name, "Agenda; met, alles\\");
    ASSERT_EQ(seen.events.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ(seen.events[i].title, texts[i]);
        EXPECT_EQ(seen.events[i].place, texts[i]);
        EXPECT_EQ(seen.events[i].about, texts[i]);
    }
    for (const std::string& line : lines_of(file)) {
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_TRUE(is_clean_text(line)) << "a letter is cut in two: " << line;
    }
}

TEST(ICalendar, keeps_commas_within_a_category_apart_from_those_between) {
    Event event = example();
    event.categories = {"Hout, metaal", "Een; twee", "drie"};
    const std::string file = file_with({event});
    EXPECT_EQ(read_calendar(file).events.at(0).categories, "Hout, metaal|Een; twee|drie");
    EXPECT_NE(file.find("CATEGORIES:Hout\\, metaal,Een\\; twee,drie\r\n"), std::string::npos);
}

TEST(ICalendar, leaves_out_what_would_break_a_line_and_mends_what_is_no_text) {
    Event event = example();
    event.title = std::string("a\r\nb\rc\vd\fe\xC2\x85") + "f\xE2\x80\xA8g\xE2\x80\xA9h";
    event.about = "bel\x07 esc\x1B[31m del\x7F c1\xC2\x9B half\xE2\x82 los\xFF.";
    event.about.insert(0, 1, '\0');
    const SeenEvent seen = read_calendar(file_with({event})).events.at(0);
    EXPECT_EQ(seen.title, "a\nb\nc\nd\ne\nf\ng\nh");
    EXPECT_EQ(seen.about, "bel esc[31m del c1 half\xEF\xBF\xBD\xEF\xBF\xBD los\xEF\xBF\xBD.");
}

TEST(ICalendar, names_no_calendar_for_a_file_that_is_added_to_one) {
    const std::string file = file_with({example()}, "");
    for (const std::string_view name : {"NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"}) {
        EXPECT_EQ(file.find("\n" + std::string(name)), std::string::npos) << name;
    }
    EXPECT_EQ(read_calendar(file).events.size(), 1U);
}

TEST(ICalendar, is_valid_without_any_event) {
    const SeenCalendar seen = read_calendar(file_with({}));
    EXPECT_EQ(seen.name, "Agenda van Kring");
    EXPECT_TRUE(seen.events.empty());
}

TEST(ICalendar, gives_the_same_bytes_for_the_same_calendar) {
    EXPECT_EQ(file_with({example(), example("b")}), file_with({example(), example("b")}));
}

TEST(ICalendar, refuses_what_is_no_day_clock_or_address) {
    const auto with = [](const When& when, std::string address = "") {
        Event event = example();
        event.when = when;
        event.address = std::move(address);
        return file_with({event});
    };
    EXPECT_THROW(with(WholeDay{"2027-02-30"}), std::logic_error);
    EXPECT_THROW(with(WholeDay{""}), std::logic_error);
    EXPECT_THROW(with(Hours{"2027-02-03", "25:00", "26:00"}), std::logic_error);
    EXPECT_THROW(with(Hours{"2027-02-03", "13:00", "13:00"}), std::logic_error);
    EXPECT_THROW(with(Moments{made, made}), std::logic_error);
    EXPECT_THROW(with(WholeDay{"2027-02-03"}, "https://kring.example/\r\nBEGIN:VEVENT"), std::logic_error);
    EXPECT_THROW(with(WholeDay{"2027-02-03"}, "https://kring.example/een twee"), std::logic_error);
}

// A description of a megabyte takes no more than in proportion.
TEST(ICalendar, takes_time_in_proportion_to_its_length) {
    Event event = example();
    event.about = std::string(8 << 20, ';');
    const std::string file = file_with({event});
    EXPECT_GT(file.size(), std::size_t{16} << 20);
}

}  // namespace
}  // namespace kring::icalendar
