// SPDX-License-Identifier: EUPL-1.2
// What becomes of registrations when a workshop is cancelled, and when it takes place after all.
#include "app/pages.hpp"
#include "domain/registration/deadlines.hpp"
#include "domain/registration/pages.hpp"
#include "domain/workshop/acts.hpp"
#include "tests/domain/registration/registration_world.hpp"

namespace kring::registration {
namespace {

class CancelledWorkshop : public RegistrationWorld {
protected:
    CancelledWorkshop() : RegistrationWorld(with_a_workshops_own_page()) {}

    static std::vector<desk::Route> with_a_workshops_own_page() {
        std::vector<desk::Route> both = routes();
        for (const desk::Route& route : app::workshop_routes()) both.push_back(route);
        return both;
    }

    Words call_off(Time when = world_time) {
        return refused(
            "femke",
            [](const Act& act) {
                return workshop::cancel_workshop(act, "ict-2", {"De zaal staat onder water.", ""});
            },
            when);
    }
    Words put_on_again(Time when = world_time) {
        return refused(
            "femke", [](const Act& act) { return workshop::reinstate_workshop(act, "ict-2"); }, when);
    }
    Words deadlines_of(std::string_view person, Time when = world_time) {
        return desk.read([&](db::Connection& in) {
            const Actor who = fixtures::actor(in, person);
            Words titles;
            for (const auto& one : deadlines(in, {desk.site(), html::Language::nl, who, when}))
                titles.push_back(one.title + " | " + to_text(one.ends) + " | " + one.path);
            return titles;
        });
    }
};
KRING_ON_BOTH_ENGINES(CancelledWorkshop);

TEST_P(CancelledWorkshop, tells_everybody_who_is_registered_once) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    EXPECT_FALSE(has_work(world_time));
    ASSERT_EQ(call_off(), Words{});
    EXPECT_TRUE(has_work(world_time));
    EXPECT_EQ(tended(world_time), 2);
    EXPECT_EQ(tended(world_time), 0);
    EXPECT_FALSE(has_work(world_time));
    for (const char* who : {"anna", "bram"}) {
        EXPECT_NE(letter(who, "Gaat niet door: Eisen en criteria").find("De zaal staat onder water."),
                  std::string::npos)
            << who;
    }
    EXPECT_EQ(mail("sami"), Words{});
    ASSERT_EQ(put_on_again(), Words{});
    EXPECT_EQ(tended(world_time), 2);
    EXPECT_NE(letter("anna", "Gaat toch door: Eisen en criteria"), "");
    EXPECT_EQ(state("anna") + " " + state("bram"), "confirmed waiting");
    EXPECT_EQ(tended(world_time), 0);
}

TEST_P(CancelledWorkshop, takes_nobody_and_offers_nothing) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_EQ(call_off(), Words{});
    EXPECT_EQ(enroll("sami"), Words{"workshop.problem.cancelled"});
    EXPECT_EQ(enroll("femke", "sami"), Words{"workshop.problem.cancelled"});
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_EQ(state("bram"), "waiting");
    tended(world_time);
    EXPECT_EQ(state("bram"), "waiting");
    ASSERT_EQ(put_on_again(), Words{});
    tended(world_time);
    EXPECT_EQ(state("bram"), "offered");
}

TEST_P(CancelledWorkshop, lets_no_offer_be_taken_and_none_pass_on) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_EQ(cancelled("anna"), Words{});
    ASSERT_EQ(state("bram"), "offered");
    ASSERT_EQ(call_off(), Words{});
    EXPECT_EQ(accepted("bram"), Words{"workshop.problem.cancelled"});
    const Time later = world_time + 2 * day_ms;
    EXPECT_FALSE(desk.read([&](db::Connection& in) { return has_places_to_pass_on(in, later); }));
    EXPECT_EQ(state("bram"), "offered");
}

TEST_P(CancelledWorkshop, reminds_nobody) {
    open(1);
    ASSERT_EQ(enroll("anna"), Words{});
    ASSERT_EQ(call_off(), Words{});
    tended(world_time);
    const Words before = mail("anna");
    const Time day_before = parse_time("2027-01-13T09:00:00.000Z").value();
    EXPECT_EQ(tended(day_before), 0);
    EXPECT_EQ(mail("anna"), before);
}

TEST_P(CancelledWorkshop, says_so_where_one_sees_ones_place) {
    open(1);
    ASSERT_EQ(enroll("anna"), Words{});
    const auto page = [&](std::string_view address) {
        return fixtures::parse_page(desk.get("anna", address).body);
    };
    EXPECT_EQ(fixtures::link_of(page("/bijeenkomsten/ict-2/inschrijven"), "Zet in je agenda"),
              "/bijeenkomsten/ict-2/agenda.ics");
    ASSERT_EQ(call_off(), Words{});
    EXPECT_EQ(fixtures::texts_of(page("/bijeenkomsten/ict-2/inschrijven"), "div", "k-notice"),
              Words{"Deze bijeenkomst gaat niet door. Afgelast op maandag 23 november 2026. De zaal staat "
                    "onder water."});
    EXPECT_EQ(fixtures::link_of(page("/bijeenkomsten/ict-2/inschrijven"), "Zet in je agenda"), "");
    EXPECT_EQ(desk.get("sami", "/bijeenkomsten/ict-2").body.find("/inschrijven\""), std::string::npos);
}

TEST_P(CancelledWorkshop, goes_along_in_the_mail_as_a_file_that_takes_it_out_of_the_calendar) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    const auto file = [&](std::string_view person, std::string_view subject) {
        return desk.read([&](db::Connection& in) {
            return in
                .first_text("select calendar from outbox where person_id = $1 and subject like $2",
                            {person, std::string(subject) + "%"})
                .value_or("no such letter");
        });
    };
    EXPECT_NE(file("anna", "Je bent ingeschreven").find("STATUS:CONFIRMED"), std::string::npos);
    EXPECT_EQ(file("bram", ""), "") << "who waits has nothing to put in a calendar yet";
    ASSERT_EQ(call_off(), Words{});
    EXPECT_EQ(tended(world_time), 2);
    EXPECT_EQ(desk.read([](db::Connection& in) {
        return in.count("select count(*) from outbox where person_id = 'anna' and calendar like $1",
                        {"%STATUS:CANCELLED%"});
    }),
              1);
}

TEST_P(CancelledWorkshop, an_offer_is_a_deadline_of_who_has_it_while_it_stands) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    EXPECT_EQ(deadlines_of("bram"), Words{});
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_EQ(deadlines_of("bram"),
              Words{"Neem je plaats aan: Eisen en criteria | 2026-11-24T09:00:00.000Z | "
                    "/bijeenkomsten/ict-2/inschrijven"});
    EXPECT_EQ(deadlines_of("anna"), Words{});
    EXPECT_EQ(deadlines_of("bram", world_time + offer_ms), Words{});
    sql("update records set audience = 'persons' where id = 'ict-2'");
    EXPECT_EQ(deadlines_of("bram"), Words{});
    sql("update records set audience = 'everyone' where id = 'ict-2'");
    ASSERT_EQ(call_off(), Words{});
    EXPECT_EQ(deadlines_of("bram"), Words{});
    ASSERT_EQ(put_on_again(), Words{});
    ASSERT_EQ(accepted("bram"), Words{});
    EXPECT_EQ(deadlines_of("bram"), Words{});
}

}  // namespace
}  // namespace kring::registration
