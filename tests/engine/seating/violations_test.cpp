// SPDX-License-Identifier: EUPL-1.2
// Wishes that cannot all be kept: the best plan, with what is broken named, and why.
#include <gtest/gtest.h>

#include "tests/engine/seating/checker.hpp"
#include "tests/engine/seating/requests.hpp"

namespace kring::seating {
namespace {

using Names_of = std::vector<std::string>;

void keep_all_apart(Request& request, int count) {
    for (int person = 0; person < count; ++person)
        request.people[static_cast<std::size_t>(person)].groups = {"rivals"};
}

TEST(Violation, names_tables_with_too_few_chairs) {
    Request request = plain_request(14, 3, 2, 1);
    for (Table& table : request.tables) table.capacity = 4;
    const Plan plan = planned(request);
    EXPECT_EQ(plan.score.broken, 4);  // two too many in each round
    ASSERT_EQ(plan.violations.size(), 4U);
    for (const Violation& violation : plan.violations) {
        EXPECT_EQ(violation.rule, Rule::capacity);
        EXPECT_EQ(violation.why, Why::too_few_chairs);
        EXPECT_EQ(violation.by, 1);
        EXPECT_EQ(violation.people.size(), 5U);
    }
    EXPECT_EQ(plan.violations[0].round, 0);
    EXPECT_EQ(plan.violations[3].round, 1);
}

TEST(Violation, names_more_rivals_than_there_are_tables) {
    Request request = plain_request(12, 3, 2, 1);
    keep_all_apart(request, 4);
    const Plan plan = planned(request);
    EXPECT_EQ(plan.score.broken, 2);  // one pair in each round is the least
    ASSERT_EQ(plan.violations.size(), 2U);
    for (const Violation& violation : plan.violations) {
        EXPECT_EQ(violation.rule, Rule::apart_group);
        EXPECT_EQ(violation.why, Why::too_many_apart);
        EXPECT_EQ(violation.because, (Names_of{"p0", "p1", "p2", "p3"}));
        EXPECT_EQ(violation.people.size(), 2U);
    }
}

TEST(Violation, names_two_hosts_of_one_table_who_are_to_be_apart) {
    Request request = plain_request(12, 3, 1, 1);
    request.people[0].hosts = "t1";
    request.people[7].hosts = "t1";
    request.apart_people = {{"p7", "p0"}};
    const Plan plan = planned(request);
    ASSERT_EQ(plan.violations.size(), 1U);
    EXPECT_EQ(plan.violations[0].rule, Rule::apart_people);
    EXPECT_EQ(plan.violations[0].why, Why::hosts_apart);
    EXPECT_EQ(plan.violations[0].table, "t1");
    EXPECT_EQ(plan.violations[0].people, (Names_of{"p0", "p7"}));
}

TEST(Violation, names_a_table_with_more_hosts_than_chairs) {
    Request request = plain_request(9, 3, 1, 1);
    for (std::size_t person = 0; person < 4; ++person) request.people[person].hosts = "t0";
    const Plan plan = planned(request);
    ASSERT_EQ(plan.violations.size(), 1U);
    EXPECT_EQ(plan.violations[0].rule, Rule::capacity);
    EXPECT_EQ(plan.violations[0].why, Why::too_many_hosts);
    EXPECT_EQ(plan.violations[0].people, (Names_of{"p0", "p1", "p2", "p3"}));
}

TEST(Violation, lets_tables_be_unequal_before_it_seats_together_who_are_apart) {
    Request request = plain_request(6, 2, 1, 1);
    for (Table& table : request.tables) table.capacity = 6;
    for (std::size_t person = 1; person < 6; ++person) {
        request.apart_people.push_back({"p0", request.people[person].id});
    }
    const Plan plan = planned(request);
    EXPECT_EQ(plan.score.broken, 0);
    EXPECT_EQ(plan.score.uneven, 4);  // one and five for three and three
    ASSERT_EQ(plan.violations.size(), 2U);
    for (const Violation& violation : plan.violations) {
        EXPECT_EQ(violation.rule, Rule::even_sizes);
        EXPECT_EQ(violation.why, Why::every_way_failed);
        EXPECT_EQ(violation.by, 2);
    }
}

TEST(Violation, says_that_every_way_was_tried) {
    // A ring of five needs three tables; there are two.
    Request request = plain_request(6, 2, 1, 1);
    for (int person = 0; person < 5; ++person) {
        request.apart_people.push_back(
            {"p" + std::to_string(person), "p" + std::to_string((person + 1) % 5)});
    }
    const Plan plan = planned(request);
    ASSERT_EQ(plan.violations.size(), 1U);
    EXPECT_EQ(plan.violations[0].rule, Rule::apart_people);
    EXPECT_EQ(plan.violations[0].why, Why::every_way_failed);
}

TEST(Violation, concerns_only_the_rounds_in_which_it_cannot_be_helped) {
    Request request = plain_request(12, 3, 3, 1);
    keep_all_apart(request, 4);
    request.people[2].absent = {0, 2};
    const Plan plan = planned(request);
    ASSERT_EQ(plan.violations.size(), 1U);
    EXPECT_EQ(plan.violations[0].round, 1);
}

TEST(Violation, in_a_plan_by_hand_says_that_it_could_be_avoided) {
    Request request = plain_request(6, 2, 1, 1);
    request.people[0].hosts = "t0";
    request.apart_people = {{"p1", "p2"}};
    request.people[3].absent = {0};
    const Result<Plan> plan = judge(request, {{{"t0", {"p1", "p2", "p3"}}, {"t1", {"p0", "p4"}}}});
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->violations.size(), 3U);
    EXPECT_EQ(plan->violations[0].rule, Rule::seat);
    EXPECT_EQ(plan->violations[0].people, Names_of{"p5"});
    EXPECT_EQ(plan->violations[1].rule, Rule::host);
    EXPECT_EQ(plan->violations[1].people, Names_of{"p0"});
    EXPECT_EQ(plan->violations[2].rule, Rule::apart_people);
    for (const Violation& violation : plan->violations) EXPECT_EQ(violation.why, Why::avoidable);
}

TEST(Rivals, of_one_organisation_may_share_a_table) {
    Request request = plain_request(4, 2, 1, 1);
    keep_all_apart(request, 4);
    for (std::size_t person = 0; person < 4; ++person) {
        request.people[person].organisation = person < 2 ? "one" : "other";
    }
    const Plan plan = planned(request);
    EXPECT_TRUE(plan.violations.empty());
    EXPECT_EQ(plan.score.colleagues, 2);
}

TEST(Organisations, that_are_kept_apart_never_share_a_table) {
    Request request = plain_request(12, 3, 3, 1);
    for (std::size_t person = 0; person < 6; ++person) {
        request.people[person].organisation = person < 3 ? "one" : "other";
    }
    request.apart_organisations = {{"other", "one"}, {"one", "not here"}, {"one", "one"}};
    const Plan plan = planned(request);
    EXPECT_TRUE(plan.violations.empty());
    EXPECT_TRUE(recount(request, plan.rounds).broken.empty());
}

TEST(Plan, of_nobody_or_at_one_table_is_a_plan) {
    EXPECT_EQ(planned(plain_request(0, 3, 2, 1)).score.new_meetings, 0);
    const Plan plan = planned(plain_request(5, 1, 3, 1));
    EXPECT_EQ(plan.score.new_meetings, 10);
    EXPECT_EQ(plan.bound, 10);
    EXPECT_EQ(plan.repeated, 20);
    EXPECT_TRUE(plan.violations.empty());
}

std::vector<std::string> phrases_of(const Request& request) {
    std::vector<std::string> phrases;
    const Result<Plan> plan = make_plan(request);
    if (plan) return phrases;
    for (const Problem& problem : plan.problems()) phrases.push_back(problem.phrase);
    return phrases;
}

TEST(Request, that_makes_no_sense_has_all_its_problems_named) {
    Request request = plain_request(4, 2, 2, 1);
    request.people[1].id = "p0";
    request.people[2].hosts = "t9";
    request.people[3].absent = {2};
    request.tables[0].capacity = 0;
    request.tables[1].id = "t0";
    request.held = 1;
    EXPECT_EQ(phrases_of(request),
              (Names_of{"seating.problem.held", "seating.problem.chairs", "seating.problem.double",
                        "seating.problem.double", "seating.problem.host", "seating.problem.absent"}));
}

TEST(Request, has_limits) {
    EXPECT_EQ(phrases_of(plain_request(201, 10, 1, 1)), Names_of{"seating.problem.people"});
    EXPECT_EQ(phrases_of(plain_request(10, 41, 1, 1)), Names_of{"seating.problem.tables"});
    EXPECT_EQ(phrases_of(plain_request(10, 2, 13, 1)), Names_of{"seating.problem.rounds"});
    EXPECT_EQ(phrases_of(plain_request(10, 2, 0, 1)), Names_of{"seating.problem.rounds"});
    Request request = plain_request(10, 2, 1, 1);
    request.tables.clear();
    EXPECT_EQ(phrases_of(request), Names_of{"seating.problem.tables"});
    EXPECT_EQ(phrases_of(plain_request(200, 40, 1, 1)), Names_of{});
}

TEST(Request, seats_nobody_twice) {
    Request request = plain_request(4, 2, 1, 1);
    request.standing = {{{"t0", {"p0", "p1"}}, {"t1", {"p1", "p2"}}}};
    EXPECT_EQ(phrases_of(request), Names_of{"seating.problem.two_seats"});
}

}  // namespace
}  // namespace kring::seating
