// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/acts.hpp"

#include <set>

#include "platform/base/text.hpp"
#include "tests/domain/attendance/attendance_world.hpp"

namespace kring::attendance {
namespace {

class AttendanceActs : public AttendanceWorld {};
KRING_ON_BOTH_ENGINES(AttendanceActs);

TEST_P(AttendanceActs, ticking_is_the_same_once_or_twice_and_journalled_once) {
    EXPECT_EQ(tick("femke", {"anna", "sami"}), Words{});
    EXPECT_EQ(tick("femke", {"anna"}, the_day + minute_ms), Words{}) << "sent again after the wifi was gone";
    EXPECT_EQ(there(), (Words{"anna ticked room", "sami ticked room"}));
    EXPECT_EQ(desk.journalled(), (Words{"attendance.noted ict-2", "attendance.noted ict-2"}));
    EXPECT_EQ(struck("anna"), Words{});
    EXPECT_EQ(struck("anna"), Words{});
    EXPECT_EQ(there(), Words{"sami ticked room"});
    EXPECT_EQ(taking_part(), (Words{"anna", "sami"})) << "who was not there keeps the place they had";
    EXPECT_EQ(desk.journalled().size(), 3u);
}

TEST_P(AttendanceActs, a_member_without_a_place_walks_in_and_takes_part_until_struck) {
    EXPECT_EQ(tick("femke", {"bram"}, the_day, "online"), Words{});
    EXPECT_EQ(there(), Words{"bram ticked online"});
    EXPECT_EQ(taking_part(), (Words{"anna", "bram", "sami"}));
    EXPECT_EQ(struck("bram"), Words{});
    EXPECT_EQ(taking_part(), (Words{"anna", "sami"}));
    EXPECT_EQ(tick("femke", {"olga"}), Words{"registration.problem.person"}) << "no member of this network";
    EXPECT_EQ(tick("femke", {"stef"}), Words{"registration.problem.person"}) << "suspended";
    EXPECT_EQ(tick("femke", {"anna", "nobody"}), Words{"registration.problem.person"});
    EXPECT_EQ(tick("femke", {}), Words{"attendance.problem.nobody"});
    EXPECT_EQ(tick("femke", {"bram"}, the_day, "roof"), Words{"registration.problem.pool"});
    EXPECT_EQ(there(), Words{}) << "all or nobody";
}

TEST_P(AttendanceActs, who_registered_online_is_there_online) {
    open(5, 5);
    ASSERT_EQ(enroll("noor", "", fixtures::world_time, {}, "online"), Words{});
    EXPECT_EQ(tick("femke", {"noor"}), Words{});
    EXPECT_EQ(there(), Words{"noor ticked online"});
}

TEST_P(AttendanceActs, leaving_early_is_noted_changed_and_undone) {
    ASSERT_EQ(tick("femke", {"anna", "sami"}), Words{});
    EXPECT_EQ(left("anna", "14:10"), Words{});
    EXPECT_EQ(there(), Words{"sami ticked room"});
    EXPECT_EQ(left("anna", "14:10"), Words{});
    EXPECT_EQ(left("anna", "half drie"), Words{"attendance.problem.clock"});
    EXPECT_EQ(left("bram", "14:10"), Words{"problem.not_found"});
    EXPECT_EQ(left("anna", ""), Words{});
    EXPECT_EQ(there().size(), 2u);
    EXPECT_EQ(desk.journalled(), (Words{"attendance.noted ict-2", "attendance.noted ict-2",
                                        "attendance.left ict-2", "attendance.stayed ict-2"}));
}

TEST_P(AttendanceActs, a_guest_is_noted_once_by_name_and_organisation_only) {
    const Guest visitor{"key-of-the-form", "Ina Boer", "Waterschap Zuid", "room"};
    EXPECT_EQ(guest(visitor), Words{});
    EXPECT_EQ(guest(visitor), Words{});
    EXPECT_EQ(guest({"another-form", "", "x", "cellar"}),
              (Words{"problem.needed.guest_name", "registration.problem.pool"}));
    const auto all = desk.read([](db::Connection& in) { return listed(in, "ict-2"); });
    EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const Listed& one) { return one.person.empty(); }), 1);
    EXPECT_EQ(there(), Words{});
}

TEST_P(AttendanceActs, only_facilitators_note_and_only_from_the_day_on_while_it_takes_place) {
    EXPECT_EQ(tick("anna", {"anna"}), Words{"problem.forbidden"});
    EXPECT_EQ(tick("olga", {"anna"}), Words{"problem.forbidden"});
    EXPECT_EQ(guest({"key-of-the-form", "Ina", "", "room"}, "sami"), Words{"problem.forbidden"});
    EXPECT_EQ(tick("femke", {"anna"}, fixtures::world_time), Words{"attendance.problem.early"});
    EXPECT_EQ(tick("femke", {"anna"}, the_day + 3 * day_ms), Words{}) << "afterwards, to put it right";
    sql("update workshops set cancelled_at = '2027-01-10T08:00:00.000Z' where id = 'ict-2'");
    EXPECT_EQ(tick("femke", {"sami"}), Words{"workshop.problem.cancelled"});
}

TEST_P(AttendanceActs, a_facilitators_scan_of_ones_own_code_marks_one_present_also_typed) {
    const std::string anna = own_code(key(), "ict-2", "anna");
    EXPECT_EQ(checked_in("femke", anna), Words{});
    EXPECT_EQ(checked_in("femke", anna), Words{}) << "scanned twice";
    const std::string sami = short_form(own_code(key(), "ict-2", "sami"));
    EXPECT_EQ(checked_in("femke", " " + ascii_lower(sami) + " "), Words{});
    EXPECT_EQ(there(), (Words{"anna scanned room", "sami scanned room"}));
    EXPECT_EQ(desk.journalled(), (Words{"attendance.noted ict-2", "attendance.noted ict-2"}));
}

TEST_P(AttendanceActs, who_takes_part_checks_in_with_the_rooms_code_for_two_minutes_at_most) {
    const std::string code = room_code(key(), "ict-2", the_day);
    EXPECT_EQ(checked_in("anna", code, the_day + 2 * minute_ms), Words{"attendance.problem.code"});
    EXPECT_EQ(checked_in("anna", code, the_day + minute_ms), Words{});
    EXPECT_EQ(checked_in("sami", short_form(code)), Words{});
    EXPECT_EQ(there(), (Words{"anna self room", "sami self room"}));
}

TEST_P(AttendanceActs, codes_that_are_wrong_old_or_somebody_elses_get_one_and_the_same_answer) {
    const std::string secret = key();
    const std::string annas = own_code(secret, "ict-2", "anna");
    const std::string rooms = room_code(secret, "ict-2", the_day);
    const Words same{"attendance.problem.code"};
    EXPECT_EQ(checked_in("femke", "0000000000"), same);
    EXPECT_EQ(checked_in("femke", "what is this"), same);
    EXPECT_EQ(checked_in("femke", ""), same);
    EXPECT_EQ(checked_in("femke", annas.substr(0, 9)), same);
    EXPECT_EQ(checked_in("femke", annas.substr(0, 12)), same);
    EXPECT_EQ(checked_in("femke", own_code(secret, "ict-1", "anna")), same) << "of another workshop";
    EXPECT_EQ(checked_in("femke", own_code(secret, "ict-2", "bram")), same) << "does not take part";
    EXPECT_EQ(checked_in("femke", own_code("another secret", "ict-2", "anna")), same);
    EXPECT_EQ(checked_in("femke", annas, the_day + day_ms), same) << "after the day";
    EXPECT_EQ(checked_in("femke", annas, the_day - day_ms), same) << "before the day";
    EXPECT_EQ(checked_in("anna", annas), same) << "only a facilitator's scan counts";
    EXPECT_EQ(checked_in("olga", annas), same) << "a facilitator elsewhere";
    EXPECT_EQ(checked_in("bram", rooms), same) << "has no place";
    EXPECT_EQ(checked_in("anna", room_code(secret, "ict-1", the_day)), same);
    EXPECT_EQ(there(), Words{});
    EXPECT_EQ(desk.journalled(), Words{});
}

TEST_P(AttendanceActs, without_a_secret_there_are_no_codes_and_the_job_makes_one_once) {
    EXPECT_EQ(checked_in("femke", "0000000000"), Words{"attendance.problem.code"});
    const auto work = [&] {
        return desk.read([](db::Connection& in) { return attendance::has_work(in, the_day); });
    };
    EXPECT_TRUE(work());
    EXPECT_EQ(*desk.act("", [](const Act& act) { return tend(act); }, the_day), 1);
    EXPECT_FALSE(work());
    const std::string made = key();
    EXPECT_EQ(made.size(), 43u);
    EXPECT_EQ(*desk.act("", [](const Act& act) { return tend(act); }, the_day), 0);
    EXPECT_EQ(key(), made);
}

TEST_P(AttendanceActs, what_was_printed_goes_after_the_day_and_who_was_there_stays) {
    key();
    ASSERT_EQ(tick("femke", {"anna"}), Words{});
    const auto order = [](const Act& act) { return order_sheet(act, "ict-2", {Kind::badges, "nl", true}); };
    EXPECT_EQ(refused("anna", order, the_day), Words{"problem.forbidden"});
    EXPECT_EQ(refused("femke", order, fixtures::world_time), Words{});
    EXPECT_EQ(refused("femke", order, the_day), Words{}) << "asked again it is made anew";
    EXPECT_EQ(desk.read([](db::Connection& in) { return unprinted(in).size(); }), 1u);
    EXPECT_FALSE(desk.read([](db::Connection& in) { return attendance::has_work(in, the_day); }));
    const Time after = the_day + day_ms;
    EXPECT_TRUE(desk.read([&](db::Connection& in) { return attendance::has_work(in, after); }));
    EXPECT_EQ(*desk.act("", [](const Act& act) { return tend(act); }, after), 1);
    EXPECT_EQ(desk.read([](db::Connection& in) { return unprinted(in).size(); }), 0u);
    EXPECT_EQ(there(), Words{"anna ticked room"});
}

TEST(CheckInCodes, are_twenty_six_plain_characters_that_differ_for_whatever_they_stand_for) {
    const Time when = the_day;
    const std::set<std::string> all = {own_code("k", "w", "p"),
                                       own_code("k", "w", "q"),
                                       own_code("k", "v", "p"),
                                       own_code("l", "w", "p"),
                                       own_code("k", "room", "p"),
                                       room_code("k", "w", when),
                                       room_code("k", "w", when + minute_ms)};
    EXPECT_EQ(all.size(), 7u);
    for (const std::string& code : all) {
        EXPECT_EQ(code.size(), code_length);
        EXPECT_EQ(code_in(code), code);
    }
    EXPECT_EQ(room_code("k", "w", Time{60000}), room_code("k", "w", Time{119999}));
    EXPECT_EQ(room_code_ends_in(Time{60000}), 60000);
    EXPECT_EQ(room_code_ends_in(Time{119999}), 1);
}

// openssl dgst -sha256 -hmac k of "own\nw\np\n", its digits as base32 by python3.
TEST(CheckInCodes, are_hmac_sha_256_in_crockfords_base32) {
    EXPECT_EQ(own_code("k", "w", "p"), "TY2NVV8W32V7RFHJKVA0T8MQDG");
}

TEST(CheckInCodes, are_read_as_people_type_them) {
    EXPECT_EQ(code_in("o1l-i0 abcde"),
              "0111"
              "0ABCDE");
    EXPECT_EQ(code_in("U123456789"), "") << "no letter of this alphabet";
    EXPECT_EQ(code_in("123456789"), "");
    EXPECT_EQ(code_in("12345678901"), "");
    EXPECT_EQ(code_in(std::string(5000, '1')), "");
}

}  // namespace
}  // namespace kring::attendance
