// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/store.hpp"

#include "tests/domain/registration/registration_world.hpp"

namespace kring::attendance {
namespace {

using Words = std::vector<std::string>;
using fixtures::world_time;

class AttendanceStore : public registration::RegistrationWorld {
protected:
    void came(std::string id, std::string person, std::string left = "", Pool pool = Pool::room,
              std::string organisation = "") {
        Attendance one;
        one.id = std::move(id);
        one.workshop = "ict-2";
        one.person = std::move(person);
        one.organisation = std::move(organisation);
        one.guest_name = one.person.empty() ? "Gast " + one.id : "";
        one.pool = pool;
        one.came_at = world_time;
        one.left_at = std::move(left);
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            put(act.in, one);
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(AttendanceStore);

TEST_P(AttendanceStore, present_is_who_came_has_an_account_and_did_not_leave) {
    came("a1", "sami", "", Pool::online, "kringloop");
    came("a2", "anna");
    came("a3", "bram", "15:10");
    came("a4", "");
    Words seen;
    for (const Present& one : desk.read([](db::Connection& in) { return present(in, "ict-2"); })) {
        seen.push_back(one.person + "|" + one.name + "|" + one.organisation + "|" +
                       std::to_string(static_cast<int>(one.side)) + "|" +
                       std::string(registration::word(one.pool)));
    }
    EXPECT_EQ(seen, (Words{"anna|Anna de Wit||0|room", "sami|Sami Aydin|kringloop|1|online"}));
    EXPECT_TRUE(desk.read([](db::Connection& in) { return present(in, "ict-1"); }).empty());
}

TEST_P(AttendanceStore, the_list_holds_who_is_expected_and_who_came_by_surname_without_particles) {
    came("a1", "bram");
    came("a2", "");
    Words seen;
    for (const Listed& one : desk.read([](db::Connection& in) { return listed(in, "ict-2"); })) {
        seen.push_back(one.name + (one.is_expected ? " expected" : "") + (one.attendance ? " came" : ""));
    }
    EXPECT_EQ(seen,
              (Words{"Gast a2 came", "Sami Aydin expected", "Bram Hoekstra came", "Anna de Wit expected"}));
    Words others;
    for (const Listed& one : desk.read([](db::Connection& in) { return other_members(in, "ict-2", "ict"); }))
        others.push_back(one.name);
    EXPECT_EQ(others, (Words{"Noor van Dalen", "Eva Lindeman", "Femke Postma"}));
}

TEST(AttendanceNames, are_sorted_by_surname_without_particles_capitals_and_accents) {
    const Words in_order = {"Sami Aydin",     "Émile Béart",        "Jan van den Berg",
                            "Noor van Dalen", "Piet 's-Gravezande", "Karel van 't Hoff",
                            "Özge Özdemir",   "Anna de Wit",        "anna DE WIT-van Dalen",
                            "Van Zanten"};
    Words keys;
    for (const std::string& name : in_order) keys.push_back(sort_key(name));
    EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end())) << ::testing::PrintToString(keys);
}

}  // namespace
}  // namespace kring::attendance
