// SPDX-License-Identifier: EUPL-1.2
// Plans made anew when people come late or leave: held rounds stay, and few seats change.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/engine/seating/checker.hpp"
#include "tests/engine/seating/requests.hpp"

namespace kring::seating {
namespace {

struct Gathering {
    int people;
    int tables;
};

constexpr Gathering sizes[] = {{12, 3}, {24, 6}, {60, 8}};

struct Change {
    int late;
    int leaving;
};

/// After the first round so many come late, and so many who host no table leave.
Request changed(Request request, const Plan& plan, const Change& change, Random& random) {
    request.standing = plan.rounds;
    request.held = 1;
    const auto count = static_cast<int>(request.people.size());
    for (int left = change.leaving; left > 0;) {
        Person& person = request.people[static_cast<std::size_t>(random.below(count))];
        if (!person.hosts.empty() || !person.absent.empty()) continue;
        for (int round = 1; round < request.rounds; ++round) person.absent.push_back(round);
        --left;
    }
    for (int number = 0; number < change.late; ++number) {
        Person& person = request.people.emplace_back();
        person.id = "late" + std::to_string(number);
        person.side = Side{number % 3};
        person.absent = {0};
    }
    return request;
}

constexpr Change changes[] = {{1, 0}, {0, 1}, {0, 3}, {2, 3}, {4, 1}};

Request without_rules(Request request) {
    request.apart_people.clear();
    for (Person& person : request.people) person.groups.clear();
    return request;
}

/// Where everybody sits in a round, by person.
std::map<std::string, std::string> seats_in(const Round& round) {
    std::map<std::string, std::string> seats;
    for (const Seated& seated : round) {
        for (const std::string& person : seated.people) seats[person] = seated.table;
    }
    return seats;
}

void expect_same(const Round& one, const Round& other) {
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t table = 0; table < one.size(); ++table) {
        EXPECT_EQ(one[table].table, other[table].table);
        EXPECT_EQ(one[table].people, other[table].people);
    }
}

TEST(Replanning, moves_exactly_as_many_as_equal_tables_need) {
    for (const Gathering& size : sizes) {
        const Request first = without_rules(workshop_request(size.people, size.tables, 3, 2));
        const Plan plan_before = planned(first);
        for (const Change& change : changes) {
            SCOPED_TRACE(testing::Message() << size.people << " people at " << size.tables << ": "
                                            << change.late << " late, " << change.leaving << " leave");
            Random random(static_cast<std::uint64_t>(size.people + change.late));
            const Request later = changed(first, plan_before, change, random);
            const Plan plan = planned(later);
            const Recount counted = recount(later, plan.rounds);
            EXPECT_TRUE(plan.violations.empty());
            EXPECT_EQ(counted.moved, fewest_moves_for_sizes(later));
            EXPECT_EQ(counted.broken.size(), 0U);
            EXPECT_EQ(counted.uneven, 0);
        }
    }
}

TEST(Replanning, moves_at_most_one_more_a_round_for_each_late_person_kept_apart) {
    for (const Gathering& size : sizes) {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            SCOPED_TRACE(testing::Message()
                         << size.people << " people at " << size.tables << ", seed " << seed);
            Random random(seed);
            const int late = 1 + static_cast<int>(seed % 2);
            const Request first = workshop_request(size.people, size.tables, 3, seed);
            Request later = changed(first, planned(first), {late, 0}, random);
            for (int number = 0; number < late; ++number) {
                const auto other = static_cast<std::size_t>(random.below(size.people));
                later.apart_people.push_back({"late" + std::to_string(number), later.people[other].id});
            }
            const Plan plan = planned(later);
            EXPECT_TRUE(plan.violations.empty()) << text_of(plan);
            EXPECT_LE(recount(later, plan.rounds).moved, fewest_moves_for_sizes(later) + late * 2);
        }
    }
}

TEST(Replanning, without_any_change_changes_nothing) {
    Request request = workshop_request(36, 6, 4, 3);
    const Plan first = planned(request);
    request.standing = first.rounds;
    request.held = 2;
    request.seed = 99;
    const Plan second = planned(request);
    for (std::size_t round = 0; round < 4; ++round) expect_same(second.rounds[round], first.rounds[round]);
    EXPECT_TRUE(second.moves.empty());
}

TEST(Replanning, leaves_everybody_else_where_they_are_when_a_late_one_fits) {
    Request request = plain_request(23, 4, 3, 1);
    const Plan first = planned(request);
    request.standing = first.rounds;
    request.held = 1;
    request.people.emplace_back().id = "late";
    request.people.back().absent = {0};
    const Plan second = planned(request);
    EXPECT_TRUE(second.moves.empty());
    for (std::size_t round = 1; round < 3; ++round) {
        auto seats = seats_in(second.rounds[round]);
        EXPECT_EQ(seats.erase("late"), 1U);
        EXPECT_EQ(seats, seats_in(first.rounds[round]));
    }
    // The late one meets six and five others, all of them new.
    EXPECT_EQ(recount(request, second.rounds).broken.size(), 0U);
    EXPECT_GE(second.score.new_meetings, first.score.new_meetings + 10 - 2);
}

TEST(Replanning, names_each_seat_that_changes) {
    Random random(4);
    const Request first = workshop_request(24, 4, 4, 2);
    const Request later = changed(first, planned(first), {0, 3}, random);
    const Plan plan = planned(later);
    std::size_t moves = 0;
    for (int round = 1; round < 4; ++round) {
        const auto before = seats_in(later.standing[static_cast<std::size_t>(round)]);
        for (const auto& [person, table] : seats_in(plan.rounds[static_cast<std::size_t>(round)])) {
            if (before.at(person) == table) continue;
            ++moves;
            const bool is_named = std::any_of(plan.moves.begin(), plan.moves.end(), [&](const Move& move) {
                return move.person == person && move.round == round && move.from == before.at(person) &&
                       move.to == table;
            });
            EXPECT_TRUE(is_named) << person << " in round " << round;
        }
    }
    EXPECT_EQ(moves, plan.moves.size());
}

TEST(Replanning, keeps_held_rounds_as_they_were_even_at_tables_that_are_gone) {
    Request request = plain_request(12, 4, 3, 1);
    request.people[3].hosts = "t0";
    for (Table& table : request.tables) table.capacity = 5;
    const Plan first = planned(request);
    request.standing = first.rounds;
    request.held = 1;
    request.tables.erase(request.tables.begin() + 2);
    const Plan second = planned(request);
    expect_same(second.rounds[0], first.rounds[0]);
    for (std::size_t round = 1; round < 3; ++round) {
        ASSERT_EQ(second.rounds[round].size(), 3U);
        const auto before = seats_in(first.rounds[round]);
        for (const auto& [person, table] : seats_in(second.rounds[round])) {
            EXPECT_TRUE(before.at(person) == table || before.at(person) == "t2") << person;
        }
    }
    EXPECT_TRUE(second.violations.empty());
    EXPECT_EQ(second.score.new_meetings, recount(request, second.rounds).new_meetings);
}

TEST(Replanning, leaves_out_of_held_rounds_who_was_away_after_all) {
    Request request = plain_request(8, 2, 2, 1);
    const Plan first = planned(request);
    request.standing = first.rounds;
    request.held = 1;
    request.people[5].absent = {0};
    const Plan second = planned(request);
    EXPECT_EQ(seats_in(second.rounds[0]).count("p5"), 0U);
    EXPECT_EQ(seats_in(second.rounds[0]).size(), 7U);
    EXPECT_EQ(seats_in(second.rounds[1]).count("p5"), 1U);
    EXPECT_EQ(second.score.new_meetings, recount(request, second.rounds).new_meetings);
}

TEST(Replanning, parts_two_who_fall_out_by_moving_one_exchange_in_each_round) {
    Request request = plain_request(16, 4, 4, 1);
    const Plan first = planned(request);
    request.standing = first.rounds;
    const std::vector<std::string> together = first.rounds[2][1].people;
    request.apart_people.push_back({together[0], together[1]});
    const Plan second = planned(request);
    EXPECT_TRUE(second.violations.empty());
    EXPECT_EQ(second.score.moved,
              2);  // they met in this round alone: one of them and whoever takes that seat
}

TEST(Replanning, does_without_a_host_who_leaves) {
    Request request = workshop_request(24, 4, 3, 6);
    request.standing = planned(request).rounds;
    request.held = 1;
    const auto host = std::find_if(request.people.begin(), request.people.end(),
                                   [](const Person& person) { return person.hosts == "t1"; });
    host->absent = {1, 2};
    const Plan plan = planned(request);
    EXPECT_TRUE(plan.violations.empty());
    EXPECT_EQ(plan.score.moved, 0);  // four tables of six: five at one is equal within one
}

}  // namespace
}  // namespace kring::seating
