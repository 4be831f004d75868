// SPDX-License-Identifier: EUPL-1.2
#include "domain/workshop/workshop.hpp"

#include "tests/fixtures/desk.hpp"

namespace kring::workshop {
namespace {

using fixtures::faults_of;
using Words = std::vector<std::string>;

Workshop good_workshop() {
    Workshop workshop;
    workshop.record.title = "Eisen en criteria";
    workshop.title_en = "Requirements and criteria";
    return workshop;
}

Session good_session() {
    Session session;
    session.record.title = "Opening";
    session.title_en = "Opening";
    return session;
}

TEST(WorkshopRules, needs_no_more_than_its_titles) {
    EXPECT_EQ(faults_of(problems_of(Workshop{})),
              (Words{"title_nl: problem.needed.title_nl", "title_en: problem.needed.title_en"}));
    EXPECT_TRUE(problems_of(good_workshop()).empty());
}

TEST(WorkshopRules, ends_after_it_starts) {
    Workshop workshop = good_workshop();
    workshop.starts = "13:00";
    EXPECT_TRUE(problems_of(workshop).empty());
    workshop.ends = "15:30";
    EXPECT_TRUE(problems_of(workshop).empty());
    for (const char* early : {"13:00", "12:59"}) {
        workshop.ends = early;
        EXPECT_EQ(faults_of(problems_of(workshop)), Words{"ends: workshop.problem.ends_first"}) << early;
    }
    workshop.starts = "";
    EXPECT_EQ(faults_of(problems_of(workshop)), Words{"starts: workshop.problem.no_start"});
}

TEST(WorkshopRules, tells_everything_that_is_wrong_at_once) {
    Workshop workshop = good_workshop();
    workshop.record.title = std::string(201, 't');
    workshop.number = 100;
    workshop.day = "2027-02-29";
    workshop.starts = "13.00";
    workshop.ends = "24:00";
    workshop.day_note.nl = std::string(501, 'n');
    workshop.place = "\x02";
    workshop.about.en = std::string(20001, 'a');
    EXPECT_EQ(
        faults_of(problems_of(workshop)),
        (Words{"title_nl: problem.too_long", "number: workshop.problem.number", "day: network.problem.day",
               "starts: workshop.problem.clock", "ends: workshop.problem.clock",
               "day_note_nl: problem.too_long", "place: problem.unclean", "about_en: problem.too_long"}));
}

TEST(SessionRules, takes_one_to_six_hundred_minutes_or_an_unknown_time) {
    Session session = good_session();
    EXPECT_TRUE(problems_of(session).empty());
    for (const std::int64_t minutes : {1, 600}) {
        session.minutes = minutes;
        EXPECT_TRUE(problems_of(session).empty()) << minutes;
    }
    for (const std::int64_t minutes : {0, 601, -5}) {
        session.minutes = minutes;
        EXPECT_EQ(faults_of(problems_of(session)), Words{"minutes: workshop.problem.minutes"}) << minutes;
    }
}

TEST(SessionRules, has_room_for_a_pitch_round) {
    Session session = good_session();
    session.speakers.assign(speakers_max, Speaker{"", "Naam", "", {}});
    EXPECT_TRUE(problems_of(session).empty());
    session.speakers.push_back(Speaker{"", "Nog een", "", {}});
    EXPECT_EQ(faults_of(problems_of(session)), Words{": workshop.problem.speakers"});
}

TEST(SessionRules, says_which_speaker_is_wrong) {
    Session session = good_session();
    session.speakers = {{"", "Mila", "", {}}, {"", "", std::string(201, 'o'), {"\x01", ""}}};
    EXPECT_EQ(faults_of(problems_of(session)),
              (Words{"speaker_2_organisation: problem.too_long", "speaker_2_role_nl: problem.unclean"}));
}

TEST(SeriesRules, has_names_a_number_and_days_in_order) {
    EXPECT_EQ(faults_of(problems_of(Series{"", "ict", 0, {}, "2027-03-01", "2027-02-01", {}})),
              (Words{"name_nl: problem.needed.name_nl", "name_en: problem.needed.name_en",
                     "number: workshop.problem.number", "ends: network.problem.days_reversed"}));
}

TEST(SessionClock, counts_minutes_within_the_day) {
    EXPECT_EQ(clock_after("13:15", 45), "14:00");
    EXPECT_EQ(clock_after("09:05", 0), "09:05");
    EXPECT_EQ(clock_after("23:00", 59), "23:59");
    EXPECT_EQ(clock_after("23:00", 60), "");
    EXPECT_EQ(clock_after("", 10), "");
    EXPECT_EQ(clock_after("half een", 10), "");
}

TEST(SessionForm, has_a_word_both_ways) {
    for (const Form form : forms) EXPECT_EQ(form_of(word(form)), form);
    EXPECT_EQ(word(Form::market_dialogue), "market_dialogue");
    EXPECT_EQ(form_of("borrel"), std::nullopt);
}

TEST(SeriesSteps, count_as_held_up_to_the_last_day_that_has_passed) {
    const auto held = [](const std::vector<std::string>& days, std::string_view today) {
        std::vector<Workshop> workshops;
        for (const std::string& day : days) {
            Workshop workshop = good_workshop();
            workshop.day = day;
            workshops.push_back(std::move(workshop));
        }
        return held_by(workshops, today);
    };
    using Held = std::vector<bool>;
    EXPECT_EQ(held({"2026-10-08", "2027-01-14", ""}, "2026-11-23"), (Held{true, false, false}));
    EXPECT_EQ(held({"", "", "2018-10-10", "2018-11-28"}, "2026-11-23"), (Held{true, true, true, true}));
    EXPECT_EQ(held({"2026-11-23"}, "2026-11-23"), Held{false});
    EXPECT_EQ(held({}, "2026-11-23"), Held{});
}

}  // namespace
}  // namespace kring::workshop
