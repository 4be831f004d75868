// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "tests/domain/breakout/breakout_world.hpp"

namespace kring::breakout {
namespace {

class Tables : public BreakoutWorld {};
KRING_ON_BOTH_ENGINES(Tables);

TEST_P(Tables, are_set_up_by_facilitators_alone) {
    EXPECT_EQ(set({}, "anna"), Words{"problem.forbidden"});
    EXPECT_EQ(set({}, "olga"), Words{"problem.forbidden"});
    EXPECT_EQ(set({}, "femke", "ict-3"), Words{});
    EXPECT_EQ(set({}, "sami", "ict-3"), Words{"problem.not_found"}) << "a workshop one may not read";
    EXPECT_EQ(set({}, "femke", "ict-2-lezing"), Words{"problem.not_found"}) << "no workshop";
    EXPECT_EQ(set({}), Words{});
    EXPECT_EQ(now().tables.size(), 4U);
    EXPECT_EQ(desk.journalled().back(), "breakout.set_up ict-2");
}

TEST_P(Tables, say_at_which_field_a_number_is_wrong) {
    Wishes setup;
    setup.tables = 0;
    setup.rounds = 13;
    setup.minutes = 181;
    setup.chairs = -1;
    setup.mix = "other";
    const auto result = desk.act("femke", [&](const Act& act) { return set_up(act, "ict-2", 0, setup); });
    ASSERT_FALSE(result);
    EXPECT_EQ(fixtures::faults_of(result.problems()),
              (Words{"tables: breakout.problem.number", "rounds: breakout.problem.number",
                     "minutes: breakout.problem.number", "chairs: breakout.problem.number",
                     "mix: problem.choice"}));
    EXPECT_EQ(version(), 0);
}

TEST_P(Tables, of_the_same_seed_are_the_same_and_drawn_again_are_others) {
    Wishes setup;
    setup.tables = 2;
    ASSERT_EQ(set(setup), Words{});
    const Proposal first = proposal();
    EXPECT_EQ(proposal().mark, first.mark);
    ASSERT_EQ(refused("femke", [&](const Act& act) { return draw_again(act, "ict-2", version()); }), Words{});
    EXPECT_EQ(now().seed, 2);
    EXPECT_NE(proposal().mark, first.mark);
    ASSERT_EQ(published(), Words{});
    Words as_proposed;
    for (const Seat& seat : seats_of(proposal().plan)) as_proposed.push_back(seat.person);
    EXPECT_EQ(seats().size(), as_proposed.size());
    EXPECT_EQ(seats().size(), 24U) << "eight people in three rounds";
}

TEST_P(Tables, keep_hosts_and_competitors_as_wished) {
    Wishes setup;
    setup.tables = 2;
    setup.apart = {pair_of("tweede-leven", "kringloop").value()};
    ASSERT_EQ(set(setup), Words{});
    ASSERT_EQ(set_host(1, "anna"), Words{});
    ASSERT_EQ(set_host(2, "femke"), Words{}) << "a facilitator may host without taking part";
    ASSERT_EQ(set_host(2, "anna"), Words{"breakout.problem.hosts_another"});
    ASSERT_EQ(set_host(2, "olga"), Words{"problem.choice"});
    EXPECT_TRUE(proposal().plan.violations.empty());
    ASSERT_EQ(published(), Words{});
    for (const std::int64_t round : {1, 2, 3}) {
        EXPECT_EQ(table_of("anna", round), 1);
        EXPECT_EQ(table_of("femke", round), 2);
        EXPECT_NE(table_of("sami", round), table_of("noor", round));
    }
}

TEST_P(Tables, name_what_cannot_be_kept) {
    Wishes setup;
    setup.tables = 1;
    setup.apart = {pair_of("kringloop", "tweede-leven").value()};
    ASSERT_EQ(set(setup), Words{});
    const auto broken = proposal().plan.violations;
    ASSERT_EQ(broken.size(), 3U) << "once a round";
    EXPECT_EQ(broken.front().rule, seating::Rule::apart_organisations);
    std::set<std::string> people(broken.front().people.begin(), broken.front().people.end());
    EXPECT_EQ(people, (std::set<std::string>{"noor", "sami"}));
}

TEST_P(Tables, seat_a_late_person_without_changing_rounds_that_are_over) {
    begin();
    ASSERT_EQ(round(2), Words{});
    const Words before = seats();
    join("laat", "purchaser");
    const Proposal late = proposal();
    EXPECT_EQ(late.newcomers, 1);
    EXPECT_EQ(late.leavers, 0);
    ASSERT_EQ(published(), Words{});
    EXPECT_EQ(table_of("laat", 1), 0);
    EXPECT_GT(table_of("laat", 2), 0);
    EXPECT_GT(table_of("laat", 3), 0);
    Words others = seats();
    others.erase(std::remove_if(others.begin(), others.end(),
                                [](const std::string& seat) { return seat.ends_with(" laat"); }),
                 others.end());
    EXPECT_EQ(others, before) << "nobody else moves: eight at two tables, one more fits anywhere";
    EXPECT_FALSE(proposal().changes_anything());
}

TEST_P(Tables, let_somebody_leave_and_keep_where_they_sat) {
    begin();
    ASSERT_EQ(round(2), Words{});
    const std::int64_t sat = table_of("kees", 1);
    Wishes setup;
    setup.tables = 2;
    setup.away = {"kees"};
    ASSERT_EQ(set(setup), Words{});
    EXPECT_EQ(proposal().leavers, 1);
    ASSERT_EQ(published(), Words{});
    EXPECT_EQ(table_of("kees", 1), sat);
    EXPECT_EQ(table_of("kees", 2), 0);
    EXPECT_EQ(table_of("kees", 3), 0);
}

TEST_P(Tables, seat_who_is_in_the_room_once_somebody_is_noted_present) {
    Wishes wishes;
    wishes.tables = 2;
    ASSERT_EQ(set(wishes), Words{});
    ASSERT_EQ(set_host(1, "femke"), Words{});
    for (const char* who : {"anna", "kees", "piet"}) {
        const std::string id(who);
        const bool is_online = id == "piet";
        sql("insert into attendances (id, workshop_id, person_id, pool, how, came_at) values ('a-" + id +
            "', 'ict-2', '" + id + "', '" + (is_online ? "online" : "room") +
            "', 'ticked', '2027-01-14T12:00:00.000Z')");
    }
    const auto who_sits = [&] {
        Words found;
        for (const seating::Person& person : proposal().request.people) found.push_back(person.id);
        std::sort(found.begin(), found.end());
        return found;
    };
    EXPECT_EQ(who_sits(), (Words{"anna", "femke", "kees"})) << "and the host; not who is online";
    sql("update attendances set left_at = '14:00' where person_id = 'kees'");
    EXPECT_EQ(who_sits(), (Words{"anna", "femke"}));
}

TEST_P(Tables, do_not_change_number_once_a_round_has_begun) {
    begin();
    Wishes setup;
    setup.tables = 3;
    setup.rounds = 2;
    EXPECT_EQ(set(setup), (Words{"breakout.problem.has_begun", "breakout.problem.has_begun"}));
    EXPECT_EQ(refused("femke", [&](const Act& act) { return draw_again(act, "ict-2", version()); }),
              Words{"breakout.problem.round_goes_on"});
}

TEST_P(Tables, of_another_number_are_published_anew) {
    Wishes setup;
    setup.tables = 2;
    ASSERT_EQ(set(setup), Words{});
    ASSERT_EQ(published(), Words{});
    setup.tables = 3;
    ASSERT_EQ(set(setup), Words{});
    EXPECT_FALSE(now().is_published);
    EXPECT_EQ(seats(), Words{});
    EXPECT_EQ(round(1), Words{"breakout.problem.not_published"});
}

TEST_P(Tables, go_round_by_round_and_back) {
    begin();
    EXPECT_EQ(round(3), Words{"breakout.problem.changed"}) << "no round is left out";
    EXPECT_EQ(round(2), Words{});
    EXPECT_EQ(round(1), Words{});
    EXPECT_EQ(round(2), Words{});
    EXPECT_EQ(round(3), Words{});
    EXPECT_EQ(round(4), Words{});
    EXPECT_TRUE(now().is_over());
    EXPECT_EQ(round(5), Words{"breakout.problem.changed"});
    EXPECT_EQ(round(3, "anna"), Words{"problem.forbidden"});
}

TEST_P(Tables, remember_who_met_in_earlier_workshops_of_the_series) {
    begin();
    ASSERT_EQ(round(2), Words{});
    sql("update workshops set number = 9 where id = 'ict-3'");
    ASSERT_EQ(set({}, "femke", "ict-3"), Words{});
    const auto earlier = [&](std::string_view workshop) {
        return desk.read([&](db::Connection& in) { return earlier_rounds(in, workshop); });
    };
    const auto held = earlier("ict-3");
    ASSERT_EQ(held.size(), 2U) << "the third round was not held yet";
    std::size_t people = 0;
    for (const seating::Seated& table : held.front()) people += table.people.size();
    EXPECT_EQ(held.front().size(), 2U);
    EXPECT_EQ(people, 8U);
    EXPECT_TRUE(earlier("ict-2").empty());
    EXPECT_TRUE(earlier("meubels-1").empty());
}

TEST_P(Tables, planned_anew_by_two_at_once_are_changed_by_one) {
    begin();
    join("laat", "purchaser");
    sql("update memberships set is_facilitator = 1 where person_id = 'eva'");
    const Proposal seen = proposal();
    std::vector<Words> answers(2);
    std::vector<std::thread> threads;
    for (const std::size_t i : {0U, 1U}) {
        threads.emplace_back([&, i] {
            answers[i] = refused(i == 0 ? "femke" : "eva",
                                 [&](const Act& act) { return publish(act, "ict-2", seen, seen.mark); });
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::sort(answers.begin(), answers.end());
    EXPECT_EQ(answers.front(), Words{});
    EXPECT_EQ(answers.back(), Words{"breakout.problem.changed"});
    EXPECT_EQ(seats().size(), 27U);
    const Words journalled = desk.journalled();
    EXPECT_EQ(std::count(journalled.begin(), journalled.end(), "breakout.published ict-2"), 2)
        << "once before, and once of the two";
}

TEST_P(Tables, that_changed_since_they_were_seen_are_not_published) {
    Wishes setup;
    setup.tables = 2;
    ASSERT_EQ(set(setup), Words{});
    const Proposal seen = proposal();
    join("laat", "purchaser");
    const auto publish_now = [&](const Proposal& one) {
        return refused("femke", [&](const Act& act) { return publish(act, "ict-2", one, seen.mark); });
    };
    EXPECT_EQ(publish_now(seen), Words{"breakout.problem.changed"}) << "somebody came meanwhile";
    EXPECT_EQ(publish_now(proposal()), Words{"breakout.problem.changed"}) << "computed anew, but not seen";
    EXPECT_EQ(seats(), Words{});
}

}  // namespace
}  // namespace kring::breakout
