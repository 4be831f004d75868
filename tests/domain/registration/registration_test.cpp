// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/registration.hpp"

#include <gtest/gtest.h>

#include "tests/fixtures/desk.hpp"

namespace kring::registration {
namespace {

using fixtures::faults_of;
using Words = std::vector<std::string>;

workshop::Workshop on(std::string day, std::string starts = "13:00") {
    workshop::Workshop workshop;
    workshop.day = std::move(day);
    workshop.starts = std::move(starts);
    return workshop;
}

Time at(std::string_view moment) { return parse_time(moment).value(); }

std::string until(const workshop::Workshop& workshop, std::string_view when) {
    return to_text(offer_until(workshop, at(when)));
}

TEST(Registration, begins_at_the_hour_that_the_clock_of_Amsterdam_shows) {
    EXPECT_EQ(to_text(beginning_of(on("2027-01-14")).value()), "2027-01-14T12:00:00.000Z");
    EXPECT_EQ(to_text(beginning_of(on("2027-07-01")).value()), "2027-07-01T11:00:00.000Z");
    EXPECT_EQ(to_text(beginning_of(on("2027-03-28", "10:00")).value()), "2027-03-28T08:00:00.000Z");
    EXPECT_EQ(to_text(beginning_of(on("2027-03-28", "01:59")).value()), "2027-03-28T00:59:00.000Z");
    EXPECT_EQ(to_text(beginning_of(on("2027-03-28", "02:30")).value()), "2027-03-28T01:30:00.000Z")
        << "an hour that is skipped";
    EXPECT_EQ(to_text(beginning_of(on("2027-10-31", "02:30")).value()), "2027-10-31T00:30:00.000Z")
        << "the first of two";
    EXPECT_EQ(to_text(beginning_of(on("2027-10-31", "03:00")).value()), "2027-10-31T02:00:00.000Z");
    EXPECT_EQ(to_text(beginning_of(on("2027-01-14", "")).value()), "2027-01-14T23:00:00.000Z")
        << "without an hour one may come all day";
    EXPECT_FALSE(beginning_of(on("", "")));
}

TEST(Registration, an_offer_stands_a_day_and_two_hours_when_the_workshop_is_near) {
    const auto workshop = on("2027-01-14");
    EXPECT_EQ(until(workshop, "2027-01-10T09:00:00.000Z"), "2027-01-11T09:00:00.000Z");
    EXPECT_EQ(until(workshop, "2027-01-12T22:59:59.999Z"), "2027-01-13T22:59:59.999Z");
    EXPECT_EQ(until(workshop, "2027-01-12T23:00:00.000Z"), "2027-01-13T01:00:00.000Z")
        << "in Amsterdam it is the day before";
    EXPECT_EQ(until(workshop, "2027-01-13T22:30:00.000Z"), "2027-01-14T00:30:00.000Z");
    EXPECT_EQ(until(workshop, "2027-01-14T09:00:00.000Z"), "2027-01-14T11:00:00.000Z");
    EXPECT_EQ(until(workshop, "2027-01-14T11:30:00.000Z"), "2027-01-14T12:00:00.000Z")
        << "never past the beginning";
    EXPECT_EQ(until(on("", ""), "2027-01-14T11:30:00.000Z"), "2027-01-15T11:30:00.000Z");
}

TEST(Registration, an_offer_across_a_change_of_the_clock_stands_as_many_hours) {
    EXPECT_EQ(until(on("2027-03-30"), "2027-03-27T20:00:00.000Z"), "2027-03-28T20:00:00.000Z");
    EXPECT_EQ(until(on("2027-03-28", "04:00"), "2027-03-28T00:30:00.000Z"), "2027-03-28T02:00:00.000Z");
    EXPECT_EQ(until(on("2027-10-31", "09:00"), "2027-10-31T00:30:00.000Z"), "2027-10-31T02:30:00.000Z");
    EXPECT_EQ(until(on("2027-11-02"), "2027-10-30T20:00:00.000Z"), "2027-10-31T20:00:00.000Z");
}

TEST(Registration, a_workshop_has_begun_at_its_hour) {
    const auto workshop = on("2027-01-14");
    EXPECT_FALSE(has_begun(workshop, at("2027-01-14T11:59:59.999Z")));
    EXPECT_TRUE(has_begun(workshop, at("2027-01-14T12:00:00.000Z")));
    EXPECT_FALSE(has_begun(on("", ""), at("2027-01-14T12:00:00.000Z")));
}

TEST(Registration, days_are_counted_in_Amsterdam) {
    EXPECT_EQ(days_until(on("2027-01-14"), at("2027-01-13T22:59:00.000Z")), 1);
    EXPECT_EQ(days_until(on("2027-01-14"), at("2027-01-13T23:00:00.000Z")), 0);
    EXPECT_EQ(days_until(on("2027-03-29"), at("2027-03-27T23:30:00.000Z")), 1);
    EXPECT_EQ(days_until(on("2027-01-14"), at("2027-02-01T12:00:00.000Z")), -18);
    EXPECT_EQ(needs_deleted_on(on("2027-02-20")), "2027-03-06");
    EXPECT_EQ(needs_deleted_on(on("")), "");
}

TEST(Registration, terms_must_leave_a_place) {
    Terms terms;
    EXPECT_EQ(faults_of(problems_of(terms)), Words{"room_places: registration.problem.no_places"});
    terms.online_places = 1;
    EXPECT_EQ(faults_of(problems_of(terms)), Words{});
    terms.room_places = -1;
    terms.online_places = places_max + 1;
    terms.organisation_most = 0;
    EXPECT_EQ(faults_of(problems_of(terms)),
              (Words{"room_places: registration.problem.places", "online_places: registration.problem.places",
                     "organisation_most: registration.problem.organisation_most"}));
}

TEST(Registration, needs_are_texts_of_bounded_length) {
    EXPECT_EQ(faults_of(problems_of(Needs{"Geen noten", ""})), Words{});
    EXPECT_EQ(faults_of(problems_of(Needs{std::string(501, 'x'), "a\x01"})),
              (Words{"diet: problem.too_long", "access: problem.unclean"}));
}

TEST(Registration, states_say_whether_they_hold_a_place) {
    Words holding;
    Words active;
    for (const State state : states) {
        if (holds_place(state)) holding.emplace_back(word(state));
        if (is_active(state)) active.emplace_back(word(state));
        EXPECT_EQ(state_of(word(state)), state);
    }
    EXPECT_EQ(holding, (Words{"confirmed", "offered"}));
    EXPECT_EQ(active, (Words{"confirmed", "waiting", "offered"}));
    EXPECT_FALSE(state_of("requested"));
    EXPECT_FALSE(pool_of(""));
}

}  // namespace
}  // namespace kring::registration
