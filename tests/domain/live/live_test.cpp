// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/live.hpp"

#include <gtest/gtest.h>

#include "domain/desk/held.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::live {
namespace {

using fixtures::faults_of;
using Words = std::vector<std::string>;

TEST(LiveThings, a_clock_counts_up_to_the_whole_second_while_there_is_time_left) {
    EXPECT_EQ(clock_text(60000), "1:00");
    EXPECT_EQ(clock_text(59001), "1:00");
    EXPECT_EQ(clock_text(59000), "0:59");
    EXPECT_EQ(clock_text(1), "0:01");
    EXPECT_EQ(clock_text(0), "0:00");
    EXPECT_EQ(clock_text(-999), "0:00");
    EXPECT_EQ(clock_text(-65000), "-1:05");
}

TEST(LiveThings, a_clock_that_is_set_back_takes_no_time_away) {
    const Pitch pitch{1, "Kringloop", PitchState::running, 7000, Time{100000}};
    EXPECT_EQ(used_ms(pitch, Time{103000}), 10000);
    EXPECT_EQ(used_ms(pitch, Time{40000}), 7000);
    EXPECT_EQ(used_ms({1, "Kringloop", PitchState::stopped, 7000, {}}, Time{200000}), 7000);
}

TEST(LiveThings, how_fewer_than_five_people_divide_is_not_kept) {
    EXPECT_FALSE(kept_split({2, 1, 1}));
    EXPECT_FALSE(kept_split({}));
    EXPECT_EQ(kept_split({2, 2, 1})->agreed, 2);
}

TEST(LiveThings, names_are_one_a_line_without_doubles_and_empty_lines) {
    EXPECT_EQ(names_in(" Kringloop \r\n\r\nTweede Leven\nKringloop\n"), (Words{"Kringloop", "Tweede Leven"}));
    EXPECT_EQ(names_in(""), Words{});
}

TEST(LiveThings, all_faults_of_a_round_and_a_statement_are_told_at_once) {
    EXPECT_EQ(faults_of(problems_of_round({}, 5)),
              (Words{"names: live.problem.nobody_pitches", "seconds: live.problem.seconds"}));
    EXPECT_EQ(faults_of(problems_of_round({std::string(121, 'x')}, 1800)),
              (Words{"names: problem.too_long"}));
    EXPECT_EQ(faults_of(problems_of_statement({})), (Words{"text_nl: live.problem.no_text"}));
    EXPECT_EQ(faults_of(problems_of_statement({"", std::string(301, 'x')})),
              (Words{"text_en: problem.too_long"}));
    EXPECT_EQ(faults_of(problems_of_statement({"", "Refurbished is fine."})), Words{});
}

TEST(LiveThings, the_screen_shows_what_everybody_in_the_room_may_read) {
    chain::Record workshop;
    workshop.id = "ict-2";
    chain::Record question;
    const auto suits = [&](chain::Audience audience, const std::string& of) {
        question.audience = audience;
        question.audience_of = of;
        return suits_the_screen(question, workshop);
    };
    using chain::Audience;
    EXPECT_TRUE(suits(Audience::everyone, ""));
    EXPECT_TRUE(suits(Audience::network, ""));
    EXPECT_TRUE(suits(Audience::workshop, "ict-2"));
    EXPECT_FALSE(suits(Audience::workshop, "ict-1"));
    EXPECT_FALSE(suits(Audience::purchasers, ""));
    EXPECT_FALSE(suits(Audience::organisation, "linderdam"));
    EXPECT_FALSE(suits(Audience::persons, ""));
    workshop.audience = Audience::purchasers;
    EXPECT_TRUE(suits(Audience::purchasers, ""));
}

TEST(HeldForms, are_shown_at_moments_that_all_share_never_within_a_minute) {
    for (std::int64_t ms = 0; ms < 10 * minute_ms; ms += 777) {
        const Time moment = desk::shared_moment(Time{ms});
        EXPECT_EQ(moment.ms % (2 * minute_ms), 0);
        EXPECT_GE(moment.ms - ms, minute_ms);
        EXPECT_LT(moment.ms - ms, 3 * minute_ms);
    }
}

TEST(HeldForms, are_taken_once_when_their_moment_has_come) {
    desk::HeldForms held;
    EXPECT_TRUE(held.hold({{"title", "een"}}, Time{1000}));
    EXPECT_TRUE(held.hold({{"title", "twee"}}, Time{2000}));
    EXPECT_EQ(held.take_due(Time{999}).size(), 0U);
    const auto due = held.take_due(Time{1000});
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(web::value_of(due[0], "title"), "een");
    EXPECT_EQ(held.take_due(Time{1000}).size(), 0U);
    EXPECT_EQ(held.take_all().size(), 1U);
    EXPECT_EQ(held.take_all().size(), 0U);
}

TEST(HeldForms, are_no_more_than_fit) {
    desk::HeldForms held;
    for (std::size_t i = 0; i < desk::HeldForms::most; ++i) ASSERT_TRUE(held.hold({}, Time{1}));
    EXPECT_FALSE(held.hold({}, Time{1}));
}

}  // namespace
}  // namespace kring::live
