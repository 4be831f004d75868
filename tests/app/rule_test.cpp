// SPDX-License-Identifier: EUPL-1.2
// The audience rule three times over: as a function, as a condition in SQL, and as the product words
// it (tests/fixtures/policy.hpp), for every sort of reader and every sort of record.
#include <algorithm>
#include <set>

#include "app/embedded.hpp"
#include "domain/chain/audience.hpp"
#include "domain/people/people.hpp"
#include "tests/fixtures/database.hpp"
#include "tests/fixtures/policy.hpp"
#include "tests/fixtures/world.hpp"

namespace kring::fixtures {
namespace {

const Keeps everything = [](const Walled&) { return true; };

class AudienceRule : public ::testing::TestWithParam<db::Engine> {
protected:
    const Time when = now();
    tests::FreshDatabase fresh{GetParam(), app::embedded_migrations()};
    db::Database database{fresh.address(), 1};
    const Walls walls =
        *database.write([&](db::Connection& in) { return Result<Walls>(make_walls(in, when, everything)); });
    std::size_t tried = 0;
    std::vector<std::string> found_wrong;

    std::set<std::string> readable_ids(db::Connection& in, const Actor& actor) {
        std::vector<db::Param> params;
        const std::string condition = chain::readable(actor, when, params);
        std::set<std::string> ids;
        in.query("select r.id from records r where " + condition, params,
                 [&](const db::Row& row) { ids.insert(row.text(0)); });
        return ids;
    }

    void compare(db::Connection& in, const Actor& actor, const Standing& standing) {
        const std::set<std::string> listed = readable_ids(in, actor);
        for (const Walled& one : walls.records) {
            const bool expected = may_read(standing, one);
            const auto record = chain::find(in, one.record.id);
            const bool asked = chain::may_read(in, actor, *record, when);
            tried += 1;
            if (asked == expected && (listed.count(one.record.id) > 0) == expected) continue;
            found_wrong.push_back(std::string(standing.role) + " " + one.label() + ": " +
                                  (expected ? "should" : "should not") + " be read");
        }
    }

    void report() {
        std::cout << "[ counted  ] " << tried << " pairs of reader and record, three rules\n";
        EXPECT_TRUE(found_wrong.empty()) << found_wrong.size() << " wrong, such as " << found_wrong.front();
    }
};
KRING_ON_BOTH_ENGINES(AudienceRule);

TEST_P(AudienceRule, reads_the_same_three_times_for_everyone_in_the_world) {
    database.read([&](db::Connection& in) {
        for (const Standing& standing : standings()) {
            const auto actor = people::actor_of(in, standing.cookie);
            EXPECT_EQ(actor.has_value(), !standing.person.empty()) << standing.role;
            compare(in, actor.value_or(Actor{}), standing);
        }
    });
    report();
}

Membership membership_of(const Place& place) {
    const Side side = place.seat == Seat::purchaser  ? Side::purchaser
                      : place.seat == Seat::supplier ? Side::supplier
                                                     : Side::adviser;
    return {"ict", side, place.facilitates, place.edits, place.checks};
}

/// Every seat with every set of tasks; the first is no seat at all.
std::vector<Place> places() {
    std::vector<Place> all(1);
    for (const Seat seat : {Seat::purchaser, Seat::supplier, Seat::adviser}) {
        for (int tasks = 0; tasks < 8; ++tasks) {
            all.push_back({seat, (tasks & 1) != 0, (tasks & 2) != 0, (tasks & 4) != 0});
        }
    }
    return all;
}

TEST_P(AudienceRule, reads_the_same_three_times_for_every_seat_task_and_relation) {
    database.read([&](db::Connection& in) {
        for (const Place& place : places()) {
            for (int relations = 0; relations < 16; ++relations) {
                Standing standing;
                standing.role = "made up";
                standing.person = (relations & 1) != 0 ? "olaf" : (relations & 2) != 0 ? "lena" : "kim";
                standing.organisation = (relations & 4) != 0 ? "linderdam" : "";
                standing.ict = place;
                if ((relations & 8) != 0) standing.workshops = {"ict-2"};
                Actor actor;
                actor.person = standing.person;
                actor.organisation = standing.organisation;
                if (place.seat != Seat::none) actor.memberships = {membership_of(place)};
                actor.workshops.assign(standing.workshops.begin(), standing.workshops.end());
                compare(in, actor, standing);
            }
        }
    });
    report();
}

TEST_P(AudienceRule, opens_everything_to_the_operator_of_the_machine_alone) {
    database.read([&](db::Connection& in) {
        Actor machine;
        machine.is_operator = true;
        const std::set<std::string> listed = readable_ids(in, machine);
        for (const Walled& one : walls.records) EXPECT_EQ(listed.count(one.record.id), 1U) << one.label();
        Actor administrator;
        administrator.person = "beheer";
        administrator.is_administrator = true;
        const Standing& standing = standing_of("beheer");
        compare(in, administrator, standing);
    });
    report();
}

TEST_P(AudienceRule, forgets_a_membership_and_a_place_at_the_table_at_once) {
    const auto& purchasers = walls.find(chain::Kind::case_, chain::Audience::purchasers, Lot::open, "ict");
    const auto& table = walls.find(chain::Kind::case_, chain::Audience::workshop, Lot::open, "ict");
    const auto reads = [&](std::string_view person, const Walled& one) {
        return database.read([&](db::Connection& in) {
            return bool(chain::find_readable(in, actor(in, person), one.record.id, when));
        });
    };
    const auto run = [&](std::string_view sql) {
        return bool(database.write([&](db::Connection& in) {
            in.execute(sql);
            return Result<Done>(Done{});
        }));
    };
    ASSERT_TRUE(reads("anna", purchasers) && reads("anna", table) && reads("sami", table));
    ASSERT_TRUE(run("delete from participants where person_id = 'sami' and workshop_id = 'ict-2'"));
    EXPECT_FALSE(reads("sami", table));
    ASSERT_TRUE(run("update memberships set side = 'supplier' where person_id = 'anna'"));
    EXPECT_FALSE(reads("anna", purchasers));
    EXPECT_TRUE(reads("anna", table));
    ASSERT_TRUE(run("delete from memberships where person_id = 'anna'"));
    EXPECT_FALSE(reads("anna", table));
}

/// Words that stand too close together would be found as one another's typing errors.
TEST(Canaries, begin_differently_and_stand_nowhere_twice) {
    const Walls walls = plan_walls(now());
    std::set<std::string> begun;
    std::size_t words = 0;
    const auto add = [&](const std::string& word) {
        EXPECT_EQ(word.size(), canary_length);
        begun.insert(word.substr(0, 6));
        words += 1;
    };
    for (const Walled& one : walls.records) {
        add(one.record.id);
        add(one.title_word);
        add(one.body_word);
    }
    for (const Secret& secret : walls.secrets) add(secret.word);
    EXPECT_EQ(begun.size(), words);
    EXPECT_GT(words, 700U);
    EXPECT_EQ(canaries_in("x" + canary("a") + "<b>" + canary("b") + canary("a")).size(), 2U);
}

}  // namespace
}  // namespace kring::fixtures
