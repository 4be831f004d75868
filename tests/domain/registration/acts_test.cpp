// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/acts.hpp"

#include "domain/chain/audience.hpp"
#include "domain/workshop/acts.hpp"
#include "tests/domain/registration/registration_world.hpp"

namespace kring::registration {
namespace {

class RegistrationActs : public RegistrationWorld {};
KRING_ON_BOTH_ENGINES(RegistrationActs);

TEST_P(RegistrationActs, the_first_have_a_place_and_the_next_wait_in_order) {
    open();
    for (const char* who : {"anna", "bram", "sami", "noor"}) EXPECT_EQ(enroll(who), Words{}) << who;
    EXPECT_EQ(state("anna") + " " + state("bram") + " " + state("sami") + " " + state("noor"),
              "confirmed confirmed waiting waiting");
    EXPECT_EQ(taking_part(), (Words{"anna", "bram"}));
    EXPECT_EQ(mail("anna"), Words{"Je bent ingeschreven: Eisen en criteria"});
    EXPECT_EQ(mail("noor"), Words{"You are on the waiting list: Requirements and criteria"});
    EXPECT_EQ(desk.journalled(), (Words{"registration.terms_set ict-2", "registration.confirmed ict-2",
                                        "registration.confirmed ict-2", "registration.waiting ict-2",
                                        "registration.waiting ict-2"}));
}

TEST_P(RegistrationActs, a_letter_says_when_where_and_how_to_cancel_and_its_link_changes_nothing) {
    open();
    ASSERT_EQ(enroll("anna"), Words{});
    EXPECT_EQ(letter("anna", "Je bent"),
              "Beste Anna de Wit,\n\nJe bent ingeschreven voor deze bijeenkomst:\n\nEisen en criteria\n"
              "donderdag 14 januari 2027, 13.00 tot 15.30 uur\nIn de zaal: Het Buurthuis, Utrecht\n\n"
              "Kom je toch niet, of wil je iets veranderen? Dat doe je hier:\n\n"
              "https://kring.example/bijeenkomsten/ict-2/inschrijven\n\n"
              "Vragen? Mail kring@kring.example.\n\nKring");
    ASSERT_EQ(enroll("noor"), Words{});
    EXPECT_NE(letter("noor", "You are").find("https://kring.example/en/workshops/ict-2/register"),
              std::string::npos);
    EXPECT_NE(letter("noor", "You are").find("Thursday 14 January 2027, 13:00"), std::string::npos);
}

TEST_P(RegistrationActs, nobody_has_a_place_twice) {
    open(5);
    ASSERT_EQ(enroll("anna"), Words{});
    EXPECT_EQ(enroll("anna"), Words{});
    EXPECT_EQ(enroll("femke", "anna"), Words{});
    EXPECT_EQ(mail("anna").size(), 1u);
    EXPECT_EQ(desk.journalled().size(), 2u);
    EXPECT_EQ(desk.read([](db::Connection& in) { return places_held(in, "ict-2", Pool::room); }), 1);
}

TEST_P(RegistrationActs, a_cancelled_place_goes_to_exactly_one_and_rights_end_at_once) {
    open();
    for (const char* who : {"anna", "bram", "sami", "noor"}) ASSERT_EQ(enroll(who), Words{});
    sql("insert into records (id, kind, network_id, title, language, audience, audience_of, owner_id, state, "
        "created_at, updated_at) values ('voor-deelnemers', 'lesson', 'ict', 'Les', 'nl', 'workshop', "
        "'ict-2', 'femke', 'open', '2026-11-01T08:00:00.000Z', '2026-11-01T08:00:00.000Z')");
    const auto reads = [&](std::string_view person) {
        return desk.read([&](db::Connection& in) {
            const Actor actor = fixtures::actor(in, person);
            return static_cast<bool>(chain::find_readable(in, actor, "voor-deelnemers", world_time));
        });
    };
    EXPECT_TRUE(reads("anna"));
    EXPECT_FALSE(reads("sami"));
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_FALSE(reads("anna"));
    EXPECT_FALSE(reads("sami")) << "an offer is no place yet";
    EXPECT_EQ(state("anna") + " " + state("sami") + " " + state("noor"), "cancelled offered waiting");
    EXPECT_EQ(cancelled("anna"), Words{}) << "pressing twice does nothing";
    EXPECT_EQ(mail("anna").size(), 2u);
    ASSERT_EQ(accepted("sami"), Words{});
    EXPECT_EQ(accepted("sami"), Words{});
    EXPECT_TRUE(reads("sami"));
    EXPECT_EQ(taking_part(), (Words{"bram", "sami"}));
    EXPECT_EQ(mail("sami"),
              (Words{"Er is een plaats voor je: Eisen en criteria", "Je bent ingeschreven: Eisen en criteria",
                     "Je staat op de wachtlijst: Eisen en criteria"}));
}

TEST_P(RegistrationActs, an_offer_expires_by_the_clock_and_passes_on_and_on) {
    open(1);
    for (const char* who : {"anna", "bram", "sami", "noor"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_EQ(cancelled("anna"), Words{});
    const Time deadline = world_time + offer_ms;
    EXPECT_FALSE(desk.read([&](db::Connection& in) { return has_places_to_pass_on(in, deadline - 1); }));
    EXPECT_TRUE(desk.read([&](db::Connection& in) { return has_places_to_pass_on(in, deadline); }));
    EXPECT_EQ(accepted("bram", deadline), Words{"registration.problem.offer_over"}) << "without the job";
    EXPECT_EQ(state("bram"), "offered") << "what is refused changes nothing";
    const auto pass_on = [&](Time when) {
        return *desk.act("", [&](const Act& act) { return pass_on_places(act, desk.site()); }, when);
    };
    EXPECT_EQ(pass_on(deadline), 1);
    EXPECT_EQ(pass_on(deadline), 0);
    EXPECT_EQ(state("bram") + " " + state("sami") + " " + state("noor"), "expired offered waiting");
    EXPECT_EQ(accepted("bram", deadline - 1), Words{"registration.problem.offer_over"})
        << "a clock that jumps back brings nothing back";
    EXPECT_EQ(accepted("sami", deadline + offer_ms - 1), Words{}) << "in time by a thousandth of a second";
    EXPECT_EQ(enroll("bram", "", deadline + offer_ms), Words{});
    EXPECT_EQ(state("bram"), "waiting") << "behind noor now";
    EXPECT_EQ(desk.read([](db::Connection& in) { return find(in, "ict-2", "bram")->number; }), 5);
}

TEST_P(RegistrationActs, more_places_go_to_exactly_that_many) {
    open(1);
    for (const char* who : {"anna", "bram", "sami", "noor", "eva"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_EQ(set({"ict-2", true, 3, 0, {}, 0}), Words{});
    EXPECT_EQ(state("bram") + state("sami") + state("noor") + state("eva"), "offeredofferedwaitingwaiting");
    EXPECT_EQ(set({"ict-2", true, 2, 0, {}, 0}), Words{"registration.problem.places_held"});
    EXPECT_EQ(set({"ict-2", true, 9, 0, {}, 0}), Words{});
    EXPECT_EQ(enroll("femke"), Words{});
    EXPECT_EQ(state("femke"), "confirmed") << "nobody waits, and there are free places";
}

TEST_P(RegistrationActs, room_and_online_do_not_wait_for_each_other) {
    open(1, 1);
    ASSERT_EQ(enroll("anna"), Words{});
    ASSERT_EQ(enroll("bram"), Words{});
    ASSERT_EQ(enroll("sami", "", world_time, {}, "online"), Words{});
    ASSERT_EQ(enroll("noor", "", world_time, {}, "online"), Words{});
    EXPECT_EQ(state("bram") + " " + state("sami") + " " + state("noor"), "waiting confirmed waiting");
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_EQ(state("bram") + " " + state("noor"), "offered waiting");
}

TEST_P(RegistrationActs, an_organisation_at_its_maximum_holds_up_nobody_else) {
    open(3, 0, 1);
    sql("update people set organisation_id = 'linderdam' where id in ('bram', 'eva')");
    for (const char* who : {"anna", "bram", "eva"}) ASSERT_EQ(enroll(who), Words{});
    EXPECT_EQ(state("bram"), "waiting") << "while there are free places";
    ASSERT_EQ(enroll("sami"), Words{});
    EXPECT_EQ(state("sami"), "confirmed");
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_EQ(state("bram") + " " + state("eva"), "offered waiting");
    EXPECT_EQ(set({"ict-2", true, 3, 0, 1, 0}), Words{});
    EXPECT_EQ(set({"ict-2", true, 3, 0, {}, 0}), Words{});
    EXPECT_EQ(state("eva"), "offered");
    EXPECT_EQ(set({"ict-2", true, 3, 0, 1, 0}), Words{"registration.problem.organisation_held"});
}

TEST_P(RegistrationActs, who_is_passed_over_reads_why_and_comes_last) {
    open(1);
    for (const char* who : {"anna", "bram", "sami", "noor"}) ASSERT_EQ(enroll(who), Words{});
    const auto pass = [&](std::string_view who, std::int64_t number, std::string_view reason) {
        return refused(who,
                       [&](const Act& act) { return pass_over(act, desk.site(), "ict-2", number, reason); });
    };
    EXPECT_EQ(pass("femke", 2, "  "), Words{"problem.needed.reason"});
    EXPECT_EQ(pass("femke", 1, "Anderen eerst."), Words{"registration.problem.not_waiting"});
    EXPECT_EQ(pass("femke", 99, "Anderen eerst."), Words{"problem.not_found"});
    EXPECT_EQ(pass("anna", 2, "Anderen eerst."), Words{"problem.forbidden"});
    ASSERT_EQ(pass("femke", 2, " Je collega's waren er al twee keer. "), Words{});
    EXPECT_NE(letter("bram", "Anderen gaan voor").find("\n\nJe collega's waren er al twee keer.\n\n"),
              std::string::npos);
    EXPECT_NE(letter("bram", "Anderen gaan voor").find("op plek 3"), std::string::npos);
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_EQ(state("bram") + " " + state("sami"), "waiting offered");
    for (const char* who : {"sami", "noor"}) ASSERT_EQ(cancelled(who), Words{});
    EXPECT_EQ(state("bram"), "offered") << "nobody else waits any more";
}

TEST_P(RegistrationActs, passing_over_can_be_undone) {
    open(1);
    for (const char* who : {"anna", "bram", "sami"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_TRUE(desk.act(
        "femke", [&](const Act& act) { return pass_over(act, desk.site(), "ict-2", 2, "Anderen eerst."); }));
    const auto back = [&](const Act& act) { return put_back(act, desk.site(), "ict-2", 2); };
    EXPECT_EQ(refused("bram", back), Words{"problem.forbidden"});
    EXPECT_EQ(refused("femke", back), Words{});
    EXPECT_EQ(refused("femke", back), Words{});
    EXPECT_EQ(mail("bram").size(), 3u);
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_EQ(state("bram"), "offered");
}

TEST_P(RegistrationActs, only_members_who_may_read_the_workshop_register_and_facilitators_do_for_others) {
    EXPECT_EQ(enroll("anna"), Words{"registration.problem.not_taken"});
    open(9);
    EXPECT_EQ(enroll("olga"), Words{"problem.forbidden"});
    EXPECT_EQ(enroll("beheer"), Words{"problem.forbidden"});
    EXPECT_EQ(enroll("anna", "bram"), Words{"problem.forbidden"});
    EXPECT_EQ(enroll("femke", "olga"), Words{"registration.problem.person"});
    EXPECT_EQ(enroll("femke", "stef"), Words{"registration.problem.person"});
    EXPECT_EQ(enroll("femke", "bram"), Words{});
    EXPECT_EQ(enroll("anna", "", world_time, {}, "online"), Words{"registration.problem.pool"});
    EXPECT_EQ(enroll("anna", "", world_time, {}, ""), Words{"registration.problem.pool"});
    for (const char* who : {"anna", "eva", "olga"}) {
        EXPECT_EQ(set({"ict-2", true, 9, 0, {}, 0}, who), Words{"problem.forbidden"}) << who;
        EXPECT_EQ(refused(who, [&](const Act& act) { return cancel_numbered(act, desk.site(), "ict-2", 1); }),
                  Words{"problem.forbidden"})
            << who;
    }
    EXPECT_EQ(accepted("olga"), Words{"problem.forbidden"});
    EXPECT_EQ(cancelled("anna"), Words{"problem.not_found"});
    sql("update records set audience = 'purchasers' where id = 'ict-2'");
    EXPECT_EQ(enroll("sami"), Words{"problem.not_found"});
    EXPECT_EQ(enroll("femke", "sami"), Words{"registration.problem.person"});
}

TEST_P(RegistrationActs, while_it_is_closed_only_facilitators_register) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_EQ(set({"ict-2", false, 1, 0, {}, 0}), Words{});
    EXPECT_EQ(enroll("sami"), Words{"registration.problem.closed"});
    EXPECT_EQ(enroll("femke", "sami"), Words{});
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_EQ(state("bram"), "offered") << "the waiting list goes on";
}

TEST_P(RegistrationActs, once_it_has_begun_nobody_comes_or_goes) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    const Time begins = parse_time("2027-01-14T12:00:00.000Z").value();
    EXPECT_EQ(enroll("sami", "", begins), Words{"registration.problem.begun"});
    EXPECT_EQ(cancelled("anna", begins), Words{"registration.problem.begun"});
    ASSERT_EQ(cancelled("anna", begins - 10 * minute_ms), Words{});
    EXPECT_EQ(accepted("bram", begins), Words{"registration.problem.offer_over"});
    ASSERT_EQ(accepted("bram", begins - 1), Words{});
    EXPECT_EQ(
        refused(
            "femke", [&](const Act& act) { return cancel_numbered(act, desk.site(), "ict-2", 2); }, begins),
        Words{});
    EXPECT_EQ(state("bram"), "cancelled");
}

TEST_P(RegistrationActs, a_withdrawn_workshop_stands_still) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_EQ(cancelled("anna"), Words{});
    ASSERT_TRUE(desk.act("femke", [](const Act& act) { return chain::withdraw(act, "ict-2"); }));
    const Time later = world_time + 2 * day_ms;
    EXPECT_FALSE(desk.read([&](db::Connection& in) { return has_places_to_pass_on(in, later); }));
    EXPECT_EQ(accepted("bram"), Words{"problem.not_found"});
    EXPECT_EQ(set({"ict-2", true, 5, 0, {}, 0}), Words{"workshop.problem.withdrawn"});
    EXPECT_EQ(tended(later), 0);
}

TEST_P(RegistrationActs, whoever_was_chosen_before_has_a_place_when_registration_begins) {
    EXPECT_EQ(set({"ict-2", true, 1, 0, {}, 0}), Words{"registration.problem.places_held"});
    EXPECT_EQ(set({"ict-3", true, 1, 0, {}, 0}), Words{"registration.problem.no_day"});
    ASSERT_EQ(set({"ict-2", true, 2, 0, {}, 0}), Words{});
    EXPECT_EQ(taking_part(), (Words{"anna", "sami"}));
    EXPECT_EQ(state("anna") + " " + state("sami"), "confirmed confirmed");
    EXPECT_EQ(mail("anna").size(), 1u);
    ASSERT_EQ(enroll("bram"), Words{});
    EXPECT_EQ(state("bram"), "waiting");
    EXPECT_EQ(
        refused("femke", [](const Act& act) { return workshop::choose_participants(act, "ict-2", {}); }),
        Words{"workshop.problem.registered"});
}

}  // namespace
}  // namespace kring::registration
