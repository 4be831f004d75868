// SPDX-License-Identifier: EUPL-1.2
// The feeds that are for everyone, and the file of one workshop, read by two readers that are not ours.
#include "domain/calendar/feed.hpp"

#include "domain/calendar/pages.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/store.hpp"
#include "tests/fixtures/calendar_readers.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::calendar {
namespace {

using fixtures::read_calendar;
using fixtures::SeenCalendar;
using fixtures::SeenEvent;
using Words = std::vector<std::string>;

constexpr Time later{fixtures::world_time.ms + day_ms};

class Feed : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    Words uids(std::string_view address, std::string_view person = "") {
        const web::Response response = desk.get(person, address);
        EXPECT_EQ(response.status, 200) << address;
        return fixtures::uids_in(response.body);
    }
    SeenCalendar seen(std::string_view address, std::string_view person = "") {
        const web::Response response = desk.get(person, address);
        EXPECT_EQ(response.status, 200) << address;
        return read_calendar(response.body);
    }
    void change(std::string_view id, void (*how)(workshop::Workshop&)) {
        const auto done = desk.act(
            "femke",
            [&](const Act& act) {
                workshop::Workshop changed = workshop::find(act.in, id).value();
                how(changed);
                return workshop::change_workshop(act, changed);
            },
            later);
        ASSERT_TRUE(done);
    }
    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(Feed);

TEST_P(Feed, tells_all_of_a_workshop) {
    const SeenCalendar calendar = seen("/agenda.ics");
    EXPECT_EQ(calendar.name, "Agenda van Kring");
    ASSERT_EQ(calendar.events.size(), 1U);
    const SeenEvent& event = calendar.event("ict-2@kring.example");
    EXPECT_EQ(event.title, "Eisen en criteria");
    EXPECT_EQ(event.from, "2027-01-14T12:00:00Z");
    EXPECT_EQ(event.until, "2027-01-14T14:30:00Z");
    EXPECT_EQ(event.place, "Het Buurthuis, Utrecht");
    EXPECT_EQ(event.about,
              "De zaal volgt nog.\n\nJe leert hoe je vraagt om laptops die langer meegaan.\n\n"
              "Alles over deze bijeenkomst: https://kring.example/bijeenkomsten/ict-2");
    EXPECT_EQ(event.address, "https://kring.example/bijeenkomsten/ict-2");
    EXPECT_EQ(event.categories, "Bijeenkomst|Duurzame ICT");
    EXPECT_EQ(event.status, "CONFIRMED");
    EXPECT_EQ(event.sequence, "0");
}

TEST_P(Feed, is_there_in_english_with_the_same_uids) {
    const SeenCalendar calendar = seen("/en/agenda.ics");
    EXPECT_EQ(calendar.name, "Calendar of Kring");
    const SeenEvent& event = calendar.event("ict-2@kring.example");
    EXPECT_EQ(event.title, "Requirements and criteria");
    EXPECT_EQ(event.address, "https://kring.example/en/workshops/ict-2");
    EXPECT_EQ(event.categories, "Workshop|Sustainable ICT");
}

TEST_P(Feed, of_a_network_is_the_same_whoever_asks) {
    const std::string told = desk.get("", "/netwerken/ict/agenda.ics").body;
    EXPECT_EQ(read_calendar(told).name, "Duurzame ICT");
    for (const char* person : {"anna", "femke", "beheer"}) {
        EXPECT_EQ(desk.get(person, "/netwerken/ict/agenda.ics").body, told) << person;
        EXPECT_EQ(desk.get(person, "/netwerken/meubels/agenda.ics").status, 404) << person;
    }
}

TEST_P(Feed, moves_with_a_workshop_and_says_so) {
    const std::string before = desk.get("", "/agenda.ics").body;
    change("ict-2", [](workshop::Workshop& w) {
        w.day = "2027-03-28";
        w.starts = "10:00";
        w.ends = "12:00";
        w.place = "Zwolle";
    });
    const SeenEvent event = seen("/agenda.ics").event("ict-2@kring.example");
    EXPECT_EQ(event.sequence, "1");
    EXPECT_EQ(event.from, "2027-03-28T08:00:00Z");
    EXPECT_EQ(event.place, "Zwolle");
    EXPECT_EQ(event.changed_at, "2026-11-24T09:00:00Z");
    EXPECT_NE(desk.get("", "/agenda.ics").body, before);
}

TEST_P(Feed, keeps_a_cancelled_workshop_to_be_seen) {
    ASSERT_TRUE(desk.act(
        "femke",
        [](const Act& act) {
            return workshop::cancel_workshop(act, "ict-2",
                                             {"De zaal staat onder water.", "The room is flooded."});
        },
        later));
    for (const auto& [address, title, why] :
         {std::tuple{"/agenda.ics", "Gaat niet door: Eisen en criteria",
                     "Deze bijeenkomst gaat niet door. De zaal staat onder water.\n\n"},
          std::tuple{"/en/agenda.ics", "Cancelled: Requirements and criteria",
                     "This workshop will not take place. The room is flooded.\n\n"}}) {
        const SeenEvent event = seen(address).event("ict-2@kring.example");
        EXPECT_EQ(event.status, "CANCELLED");
        EXPECT_EQ(event.sequence, "1");
        EXPECT_EQ(event.title, title);
        EXPECT_EQ(event.about.substr(0, std::string(why).size()), why);
        EXPECT_EQ(event.is_busy, "TRANSPARENT");
        EXPECT_EQ(event.from, "2027-01-14T12:00:00Z");
    }
    const auto after = [&](std::int64_t days) {
        const std::string feed = desk.read([&](db::Connection& in) {
            const Time when = parse_time("2027-01-14T12:00:00.000Z").value() + days * day_ms;
            return public_feed(in, desk.site(), html::Language::nl, when, {"", "Agenda"});
        });
        return fixtures::uids_in(feed) == Words{"ict-2"};
    };
    EXPECT_TRUE(after(30));
    EXPECT_TRUE(after(364));
    EXPECT_FALSE(after(366));
}

TEST_P(Feed, loses_at_once_what_is_taken_back_or_closed) {
    ASSERT_TRUE(desk.act("femke", [](const Act& act) { return workshop::withdraw(act, "ict-2"); }));
    EXPECT_EQ(uids("/agenda.ics"), Words{});
    EXPECT_EQ(desk.get("", "/bijeenkomsten/ict-2/agenda.ics").status, 404);
    ASSERT_TRUE(desk.act("femke", [](const Act& act) { return workshop::restore(act, "ict-2"); }));
    EXPECT_EQ(seen("/agenda.ics").event("ict-2@kring.example").sequence, "2");
    sql("update records set audience = 'network' where id = 'ict-2'");
    EXPECT_EQ(uids("/agenda.ics"), Words{});
    EXPECT_EQ(uids("/netwerken/ict/agenda.ics"), Words{});
}

TEST_P(Feed, leaves_out_what_has_no_day_and_makes_a_day_of_what_has_no_time) {
    sql("update records set audience = 'everyone' where id in ('ict-1', 'ict-3', 'meubels-1')");
    const SeenCalendar calendar = seen("/agenda.ics");
    EXPECT_EQ(uids("/agenda.ics"), (Words{"ict-1", "ict-2", "meubels-1"}));
    const SeenEvent& whole_day = calendar.event("meubels-1@kring.example");
    EXPECT_EQ(whole_day.from, "2027-02-02");
    EXPECT_EQ(whole_day.until, "2027-02-03");
    EXPECT_EQ(whole_day.is_busy, "TRANSPARENT");
    EXPECT_EQ(whole_day.about.substr(0, 33), "De begintijd is nog niet bekend.\n");
    // Of a closed network not even the name.
    EXPECT_EQ(whole_day.categories, "Bijeenkomst");
    EXPECT_EQ(desk.get("", "/bijeenkomsten/ict-3/agenda.ics").status, 404);
}

TEST_P(Feed, gives_an_hour_to_what_has_no_end_and_says_so) {
    sql("update workshops set ends = '' where id = 'ict-2'");
    const SeenEvent open_ended = seen("/agenda.ics").events.at(0);
    EXPECT_EQ(open_ended.until, "2027-01-14T13:00:00Z");
    EXPECT_EQ(open_ended.about.substr(0, 56), "De eindtijd is nog niet bekend; we rekenen met een uur.\n");
    sql("update workshops set starts = '23:30' where id = 'ict-2'");
    EXPECT_EQ(seen("/agenda.ics").events.at(0).until, "2027-01-14T22:59:00Z");
    sql("update workshops set starts = '23:59' where id = 'ict-2'");
    EXPECT_EQ(seen("/agenda.ics").events.at(0).from, "2027-01-14");
}

TEST_P(Feed, keeps_the_clock_that_was_agreed_over_both_changes_of_2027) {
    const std::vector<std::pair<std::string, std::string>> days = {{"2027-03-27", "T12:00:00Z"},
                                                                   {"2027-03-28", "T11:00:00Z"},
                                                                   {"2027-10-30", "T11:00:00Z"},
                                                                   {"2027-10-31", "T12:00:00Z"}};
    for (const auto& [day, utc] : days) {
        sql("update workshops set day = '" + day + "' where id = 'ict-2'");
        EXPECT_EQ(seen("/agenda.ics").events.at(0).from, day + utc);
    }
}

TEST_P(Feed, carries_hostile_titles_and_long_texts_whole) {
    const std::string title = "Kring; \xF0\x9F\x98\x80, \\n \"laptops\"\nBEGIN:VEVENT\nSUMMARY:vals";
    const std::string about = std::string(10240, 'x') + "\n\nDaarna nog wat.";
    ASSERT_TRUE(desk.act("", [&](const Act& act) {
        act.in.execute("update records set title = $1 where id = 'ict-2'", {title});
        act.in.execute("update workshops set about_nl = $1, place = $2 where id = 'ict-2'", {about, title});
        return Result<Done>(Done{});
    }));
    const SeenCalendar calendar = seen("/agenda.ics");
    ASSERT_EQ(calendar.events.size(), 1U);
    EXPECT_EQ(calendar.events[0].title, title);
    EXPECT_EQ(calendar.events[0].place, title);
    EXPECT_NE(calendar.events[0].about.find(std::string(1990, 'x')), std::string::npos);
    EXPECT_TRUE(calendar.events[0].about.ends_with("/bijeenkomsten/ict-2"));
}

TEST_P(Feed, of_one_workshop_is_a_file_to_add_with_what_its_reader_may_see) {
    const web::Response file = desk.get("", "/bijeenkomsten/ict-2/agenda.ics");
    const SeenCalendar calendar = read_calendar(file.body);
    EXPECT_EQ(calendar.name, "");
    EXPECT_EQ(fixtures::uids_in(file.body), Words{"ict-2"});
    Words headers;
    for (const auto& [name, value] : file.headers) headers.push_back(name + ": " + value);
    EXPECT_EQ(headers, (Words{"Content-Type: text/calendar; charset=utf-8",
                              "Content-Disposition: attachment; filename=\"ict-2.ics\"; "
                              "filename*=UTF-8''ict-2.ics"}));
    EXPECT_EQ(desk.get("", "/bijeenkomsten/ict-1/agenda.ics").status, 404);
    EXPECT_EQ(desk.get("olga", "/bijeenkomsten/ict-1/agenda.ics").status, 404);
    EXPECT_EQ(uids("/en/workshops/ict-1/agenda.ics", "sami"), Words{"ict-1"});
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/ict-2-lezing/agenda.ics").status, 404);
}

TEST_P(Feed, asks_the_database_no_more_for_more_workshops) {
    desk.get("", "/agenda.ics");
    const std::int64_t for_one = desk.statements();
    sql("update records set audience = 'everyone' where kind = 'workshop'");
    sql("update workshops set day = '2027-05-01' where day = ''");
    EXPECT_EQ(uids("/agenda.ics").size(), 4U);
    EXPECT_EQ(desk.statements(), for_one);
}

}  // namespace
}  // namespace kring::calendar
