// SPDX-License-Identifier: EUPL-1.2
// New plans: known perfect schedules, rules kept, and every number counted once more from scratch.
#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/secret.hpp"
#include "tests/engine/seating/checker.hpp"
#include "tests/engine/seating/requests.hpp"

namespace kring::seating {
namespace {

/// What the engine counted is what the checker counts.
void expect_counted_well(const Request& request, const Plan& plan) {
    const Recount counted = recount(request, plan.rounds);
    std::multiset<std::string> lines;
    int broken = 0;
    int uneven = 0;
    for (const Violation& violation : plan.violations) {
        if (violation.rule == Rule::even_sizes) uneven += violation.by;
        if (violation.rule != Rule::even_sizes) broken += violation.by;
        if (violation.rule != Rule::even_sizes) lines.insert(line(violation));
    }
    EXPECT_EQ(lines, counted.broken);
    EXPECT_EQ(broken, counted.broken_by);
    EXPECT_EQ(plan.score.broken, counted.broken_by);
    EXPECT_EQ(uneven, counted.uneven);
    EXPECT_EQ(plan.score.uneven, counted.uneven);
    EXPECT_EQ(plan.score.new_meetings, counted.new_meetings);
    EXPECT_EQ(plan.repeated, counted.repeated);
    EXPECT_EQ(plan.score.sides, counted.sides);
    EXPECT_EQ(plan.score.colleagues, counted.colleagues);
    EXPECT_EQ(plan.score.moved, counted.moved);
    EXPECT_EQ(plan.moves.size(), static_cast<std::size_t>(counted.moved));
}

struct Schedule {
    int people;
    int tables;
    int rounds;
};

TEST(PerfectSchedule, of_the_social_golfer_problem_is_found) {
    const Schedule schedules[] = {
        {9, 3, 4},  {16, 4, 5}, {25, 5, 6}, {49, 7, 8},  {64, 8, 9}, {81, 9, 10},  // affine planes
        {12, 4, 4}, {20, 5, 5}, {56, 8, 8}, {60, 8, 8},   // planes with points left out
        {6, 3, 5},  {8, 4, 7},  {10, 5, 9}, {12, 6, 11},  // round robins
        {15, 5, 7},                                       // Kirkman's schoolgirls
        {24, 6, 4}, {18, 6, 6},
    };
    for (const Schedule& one : schedules) {
        SCOPED_TRACE(testing::Message()
                     << one.people << " people, " << one.tables << " tables, " << one.rounds);
        const Request request = plain_request(one.people, one.tables, one.rounds, 1);
        const Plan plan = planned(request);
        const Recount counted = recount(request, plan.rounds);
        EXPECT_TRUE(counted.broken.empty());
        EXPECT_EQ(counted.uneven, 0);
        EXPECT_EQ(counted.repeated, 0);
        EXPECT_EQ(counted.new_meetings, plan.bound);
    }
}

TEST(PerfectSchedule, has_everybody_meet_everybody_once) {
    for (const Schedule& one :
         {Schedule{9, 3, 4}, Schedule{16, 4, 5}, Schedule{25, 5, 6}, Schedule{12, 6, 11}}) {
        const Request request = plain_request(one.people, one.tables, one.rounds, 7);
        EXPECT_EQ(recount(request, planned(request).rounds).new_meetings, one.people * (one.people - 1) / 2);
    }
}

TEST(PerfectSchedule, is_found_with_hosts_who_stay) {
    for (const int tables : {3, 4, 5, 7, 8}) {
        Request request = plain_request(tables * tables, tables, tables, 1);
        for (int table = 0; table < tables; ++table) {
            request.people[static_cast<std::size_t>(2 * table)].hosts = "t" + std::to_string(table);
        }
        const Plan plan = planned(request);
        const Recount counted = recount(request, plan.rounds);
        EXPECT_TRUE(counted.broken.empty());
        EXPECT_EQ(counted.repeated, 0);
        // All pairs but those of hosts with hosts, and of who share a row of the square.
        EXPECT_EQ(counted.new_meetings, plan.bound);
    }
}

TEST(Plan, keeps_every_rule_when_they_can_be_kept) {
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        SCOPED_TRACE(seed);
        Random random(seed);
        const int tables = 3 + random.below(6);
        const Request request =
            workshop_request(tables * (2 + random.below(4)), tables, 2 + random.below(3), seed);
        const Plan plan = planned(request);
        EXPECT_TRUE(plan.violations.empty()) << text_of(plan);
        expect_counted_well(request, plan);
    }
}

TEST(Plan, counts_what_the_checker_counts) {
    for (std::uint64_t seed = 100; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        const Request request = tiny_request(seed);
        const Plan plan = planned(request);
        expect_counted_well(request, plan);
        EXPECT_LE(plan.score.new_meetings, plan.bound);
    }
}

TEST(Plan, made_anew_counts_what_the_checker_counts) {
    for (std::uint64_t seed = 300; seed < 340; ++seed) {
        SCOPED_TRACE(seed);
        Request request = tiny_request(seed);
        request.standing = planned(request).rounds;
        request.held = 1;
        request.people[seed % 4].absent.push_back(request.rounds - 1);
        request.people.emplace_back().id = "late";
        request.people.back().absent = {0};
        const Plan plan = planned(request);
        expect_counted_well(request, plan);
        EXPECT_LE(plan.score.new_meetings, plan.bound);
    }
}

TEST(Plan, by_hand_is_judged_by_the_same_counts) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        const Request request = tiny_request(seed);
        std::vector<Round> rounds = planned(request).rounds;
        std::vector<std::string>& first = rounds[0][0].people;
        std::vector<std::string>& last = rounds[0].back().people;
        if (!first.empty()) last.push_back(first.back());
        if (!first.empty()) first.pop_back();
        const Result<Plan> judged = judge(request, rounds);
        ASSERT_TRUE(judged);
        expect_counted_well(request, *judged);
    }
}

TEST(Plan, has_people_and_tables_in_the_order_of_the_request) {
    const Request request = workshop_request(24, 4, 3, 5);
    const Plan plan = planned(request);
    ASSERT_EQ(plan.rounds.size(), 3U);
    const auto place = [&request](const std::string& id) {
        return std::find_if(request.people.begin(), request.people.end(),
                            [&id](const Person& person) { return person.id == id; });
    };
    for (const Round& round : plan.rounds) {
        ASSERT_EQ(round.size(), 4U);
        for (std::size_t table = 0; table < 4; ++table) {
            EXPECT_EQ(round[table].table, request.tables[table].id);
            const std::vector<std::string>& people = round[table].people;
            EXPECT_TRUE(std::is_sorted(people.begin(), people.end(), [&](const auto& one, const auto& other) {
                return place(one) < place(other);
            }));
        }
    }
}

TEST(Plan, mixes_sides_evenly_or_separates_them_or_neither) {
    Request request = plain_request(24, 4, 3, 1);
    for (std::size_t person = 0; person < 12; ++person) request.people[person].side = Side::supplier;
    request.mix = Mix::even;
    for (const Round& round : planned(request).rounds) {
        for (const Seated& seated : round) {
            const auto suppliers =
                std::count_if(seated.people.begin(), seated.people.end(),
                              [](const std::string& id) { return std::stoi(id.substr(1)) < 12; });
            EXPECT_EQ(suppliers, 3);
        }
    }
    request.mix = Mix::separate;
    const Plan separate = planned(request);
    EXPECT_EQ(recount(request, separate.rounds).sides, 0);
    EXPECT_EQ(separate.score.sides, 0);
    request.mix = Mix::any;
    EXPECT_EQ(planned(request).score.sides, 0);
}

TEST(Plan, spreads_colleagues_when_nothing_graver_suffers) {
    Request request = plain_request(16, 4, 4, 1);
    for (std::size_t person = 0; person < 16; ++person) {
        request.people[person].organisation = "o" + std::to_string(person / 4);
    }
    const Plan plan = planned(request);
    EXPECT_EQ(recount(request, plan.rounds).colleagues, 0);
    EXPECT_EQ(plan.score.new_meetings, 96);  // all 120 pairs but 24 of colleagues
}

TEST(Plan, does_not_have_people_meet_who_met_on_a_former_day) {
    Request request = plain_request(16, 4, 2, 1);
    const Plan first = planned(request);
    request.earlier = first.rounds;
    request.rounds = 3;
    const Plan second = planned(request);
    EXPECT_EQ(recount(request, second.rounds).repeated, 0);
    EXPECT_EQ(second.score.new_meetings, 72);
    EXPECT_EQ(second.bound, 72);
}

TEST(Plan, is_the_same_for_the_same_seed_in_every_build) {
    std::string texts;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        texts += text_of(planned(workshop_request(24, 5, 4, seed)));
        texts += text_of(planned(tiny_request(seed)));
    }
    Request request = workshop_request(36, 6, 3, 9);
    texts += text_of(planned(request));
    request.seed = 10;
    EXPECT_NE(text_of(planned(request)).substr(0, 400), texts.substr(texts.size() - 400));
    EXPECT_EQ(sha256_hex(texts), "6a4d4b59e409aebd084d2f462f09b0517c12332457a6fb332a8bd25615b48d58");
}

}  // namespace
}  // namespace kring::seating
