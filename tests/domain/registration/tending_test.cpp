// SPDX-License-Identifier: EUPL-1.2
// What goes on by itself (needs, reminders, who may not come any more), and many at once.
#include <set>
#include <thread>

#include "domain/people/acts.hpp"
#include "tests/domain/registration/registration_world.hpp"

namespace kring::registration {
namespace {

class Tending : public RegistrationWorld {};
KRING_ON_BOTH_ENGINES(Tending);

TEST_P(Tending, needs_are_for_the_day_and_go_fourteen_days_after) {
    open(2);
    ASSERT_EQ(enroll("anna", "", world_time, {"Geen noten", "Rolstoel"}), Words{});
    ASSERT_EQ(enroll("bram", "", world_time, {"Vegetarisch", ""}), Words{});
    const auto kept = [&](std::string_view person) {
        return desk.read([&](db::Connection& in) {
            const Needs needs = needs_of(in, find(in, "ict-2", person)->id);
            return needs.diet + "|" + needs.access;
        });
    };
    EXPECT_EQ(kept("anna"), "Geen noten|Rolstoel");
    const auto change = [&](std::string_view who, const Needs& needs) {
        return refused(who, [&](const Act& act) { return change_needs(act, desk.site(), "ict-2", needs); });
    };
    EXPECT_EQ(change("anna", {"Geen noten", ""}), Words{});
    EXPECT_EQ(change("sami", {"Alles", ""}), Words{"registration.problem.none"});
    EXPECT_EQ(change("anna", {std::string(501, 'x'), ""}), Words{"problem.too_long"});
    EXPECT_EQ(kept("anna"), "Geen noten|");
    ASSERT_EQ(cancelled("bram"), Words{});
    EXPECT_EQ(kept("bram"), "|") << "who does not come needs nothing";

    const Time last = parse_time("2027-01-27T22:59:59.999Z").value();
    EXPECT_FALSE(has_work(last));
    EXPECT_EQ(tended(last), 0);
    EXPECT_EQ(kept("anna"), "Geen noten|");
    EXPECT_TRUE(has_work(last + 1));
    EXPECT_EQ(tended(last + 1), 1);
    EXPECT_EQ(
        desk.read([](db::Connection& in) { return in.count("select count(*) from registration_needs"); }), 0);
    EXPECT_EQ(desk.journalled().back(), "registration.needs_deleted ict-2");
    EXPECT_FALSE(has_work(last + 1));
}

TEST_P(Tending, nothing_that_somebody_wrote_stands_in_the_journal) {
    open(1);
    ASSERT_EQ(enroll("anna", "", world_time, {"Geen noten", "Rolstoel"}), Words{});
    ASSERT_EQ(enroll("bram"), Words{});
    ASSERT_TRUE(desk.act(
        "femke", [&](const Act& act) { return pass_over(act, desk.site(), "ict-2", 2, "Anderen eerst."); }));
    Words details;
    for (const auto& line : desk.read([](db::Connection& in) { return journal::lines(in, 0, 10); }))
        details.push_back(line.detail);
    EXPECT_EQ(details, (Words{"person=bram number=2 pool=room", "person=bram number=2 pool=room",
                              "person=anna number=1 pool=room", "open room=1 online=0"}));
}

TEST_P(Tending, who_is_no_member_any_more_loses_the_place_to_the_next) {
    open(1);
    for (const char* who : {"anna", "bram", "sami"}) ASSERT_EQ(enroll(who), Words{});
    EXPECT_FALSE(has_work(world_time));
    ASSERT_TRUE(
        desk.act("beheer", [](const Act& act) { return people::end_membership(act, "anna", "ict"); }));
    sql("update people set state = 'suspended' where id = 'bram'");
    EXPECT_TRUE(has_work(world_time));
    EXPECT_EQ(tended(world_time), 2);
    EXPECT_EQ(state("anna") + " " + state("bram") + " " + state("sami"), "cancelled cancelled offered");
    EXPECT_EQ(taking_part(), Words{});
    EXPECT_EQ(mail("anna").back(), "Je inschrijving is vervallen");
    EXPECT_EQ(letter("anna", "Je inschrijving is vervallen").find("Eisen en criteria"), std::string::npos);
    EXPECT_FALSE(has_work(world_time));
}

TEST_P(Tending, an_offer_is_made_only_to_who_may_still_read_the_workshop) {
    open(1);
    for (const char* who : {"anna", "sami", "bram"}) ASSERT_EQ(enroll(who), Words{});
    sql("update records set audience = 'purchasers' where id = 'ict-2'");
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_EQ(state("sami") + " " + state("bram"), "cancelled offered");
    EXPECT_EQ(mail("sami"),
              (Words{"Je inschrijving is vervallen", "Je staat op de wachtlijst: Eisen en criteria"}));
}

TEST_P(Tending, reminders_go_once_a_week_and_a_day_before) {
    open(9);
    const auto at = [](std::string_view moment) { return parse_time(moment).value(); };
    ASSERT_EQ(enroll("anna"), Words{});
    ASSERT_EQ(enroll("bram", "", at("2027-01-08T10:00:00.000Z")), Words{});
    ASSERT_EQ(enroll("sami", "", at("2027-01-13T06:00:00.000Z")), Words{});
    EXPECT_EQ(tended(at("2027-01-06T10:00:00.000Z")), 0);
    EXPECT_EQ(tended(at("2027-01-07T06:59:00.000Z")), 0) << "before eight in the morning";
    EXPECT_EQ(tended(at("2027-01-07T07:00:00.000Z")), 1);
    EXPECT_EQ(tended(at("2027-01-07T08:00:00.000Z")), 0);
    EXPECT_EQ(tended(at("2027-01-09T08:00:00.000Z")), 0) << "bram came when it had gone";
    EXPECT_EQ(tended(at("2027-01-13T07:00:00.000Z")), 2);
    EXPECT_EQ(tended(at("2027-01-13T08:00:00.000Z")), 0);
    EXPECT_EQ(mail("anna"), (Words{"Je bent ingeschreven: Eisen en criteria", "Morgen: Eisen en criteria",
                                   "Over een week: Eisen en criteria"}));
    EXPECT_EQ(mail("bram").size(), 2u);
    EXPECT_EQ(mail("sami").size(), 1u);
    EXPECT_EQ(tended(at("2027-01-14T08:00:00.000Z")), 0);
}

TEST_P(Tending, a_reminder_that_was_missed_goes_later_in_the_week) {
    open(9);
    ASSERT_EQ(enroll("anna"), Words{});
    EXPECT_EQ(tended(parse_time("2027-01-10T12:00:00.000Z").value()), 1);
    EXPECT_EQ(mail("anna").back(), "Over een week: Eisen en criteria");
}

// Real threads, real transactions: what each is told is what stands there, and numbers have no gaps.
TEST_P(Tending, of_many_at_once_exactly_as_many_come_in_as_there_are_places) {
    constexpr int crowd = 60;
    constexpr int places = 24;
    open(places);
    sql("delete from outbox");
    ASSERT_TRUE(desk.act("", [&](const Act& act) {
        for (int i = 0; i < crowd; ++i) {
            const std::string id = "lid-" + std::to_string(i);
            act.in.execute(
                "insert into people (id, email, name, language, state, created_at) "
                "values ($1, $2, $1, 'nl', 'active', '2026-09-01T08:00:00.000Z')",
                {id, id + "@leden.example"});
            act.in.execute(
                "insert into memberships (id, network_id, person_id, side, joined_at) "
                "values ($1, 'ict', $1, 'purchaser', '2026-09-01T08:00:00.000Z')",
                {id});
        }
        return Result<Done>(Done{});
    }));
    std::vector<std::thread> threads;
    std::vector<std::string> told(crowd * 2);
    for (int i = 0; i < crowd * 2; ++i) {
        threads.emplace_back([&, i] {
            const auto made = desk.act("lid-" + std::to_string(i % crowd), [&](const Act& act) {
                return register_for(act, desk.site(), {"ict-2", "", "room", {}});
            });
            told[static_cast<std::size_t>(i)] = made ? std::string(word(made->state)) : "refused";
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::set<std::int64_t> numbers;
    int confirmed = 0;
    for (int i = 0; i < crowd; ++i) {
        const std::string id = "lid-" + std::to_string(i);
        const auto one = desk.read([&](db::Connection& in) { return find(in, "ict-2", id).value(); });
        EXPECT_EQ(one.state == State::confirmed, one.number <= places) << id;
        EXPECT_EQ(told[static_cast<std::size_t>(i)], word(one.state)) << id;
        EXPECT_EQ(told[static_cast<std::size_t>(i + crowd)], word(one.state)) << id;
        numbers.insert(one.number);
        confirmed += one.state == State::confirmed ? 1 : 0;
    }
    EXPECT_EQ(confirmed, places);
    EXPECT_EQ(numbers.size(), static_cast<std::size_t>(crowd));
    EXPECT_EQ(*numbers.rbegin(), crowd);
    EXPECT_EQ(desk.read([](db::Connection& in) { return in.count("select count(*) from outbox"); }), crowd);
}

}  // namespace
}  // namespace kring::registration
