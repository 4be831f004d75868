// SPDX-License-Identifier: EUPL-1.2
// The table of results in docs/seating.md: what the planner gives today, beside two simple planners.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "platform/base/process.hpp"
#include "tests/engine/seating/checker.hpp"
#include "tests/engine/seating/planners.hpp"
#include "tests/engine/seating/requests.hpp"

namespace kring::seating {
namespace {

constexpr const char* page = "docs/seating.md";
constexpr const char* head =
    "| people | tables | rounds | new, no rules | of | new, a workshop | of | | greedy | amiss | by lot | "
    "amiss |\n"
    "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";

std::string cell(int number) { return " " + std::to_string(number) + " |"; }

std::string percent(int part, int whole) {
    const int tenths = (1000 * part + whole / 2) / whole;
    return " " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " % |";
}

/// Weighs as the planner does: rules, sizes, new meetings, sides, colleagues.
bool is_worse(const Recount& one, const Recount& other) {
    const auto order = [](const Recount& counted) {
        return std::make_tuple(counted.broken_by, counted.uneven, -counted.new_meetings, counted.sides,
                               counted.colleagues);
    };
    return order(one) > order(other);
}

std::string row(int people, int tables, int rounds) {
    SCOPED_TRACE(testing::Message() << people << " people, " << tables << " tables, " << rounds << " rounds");
    const Request plain = plain_request(people, tables, rounds, 1);
    const Plan free = planned(plain);
    const Request request = workshop_request(people, tables, rounds, 1);
    const Plan plan = planned(request);
    Random random(1);
    const Recount ours = recount(request, plan.rounds);
    const Recount greedy = recount(request, greedy_rounds(request));
    const Recount lot = recount(request, random_rounds(request, random));
    EXPECT_TRUE(ours.broken.empty());
    EXPECT_EQ(ours.uneven, 0);
    EXPECT_FALSE(is_worse(ours, greedy));
    EXPECT_FALSE(is_worse(ours, lot));
    EXPECT_FALSE(is_worse(recount(plain, free.rounds), recount(plain, greedy_rounds(plain))));
    EXPECT_GE(10 * ours.new_meetings, 9 * plan.bound);
    return "|" + cell(people) + cell(tables) + cell(rounds) + cell(free.score.new_meetings) +
           cell(free.bound) + cell(ours.new_meetings) + cell(plan.bound) +
           percent(ours.new_meetings, plan.bound) + cell(greedy.new_meetings) + cell(greedy.broken_by) +
           cell(lot.new_meetings) + cell(lot.broken_by) + "\n";
}

TEST(SeatingResults, are_the_golden_table_of_the_page_and_never_worse_than_simple_planners) {
    std::string table = head;
    for (const int people : {12, 24, 36, 60}) {
        for (int tables = 3; tables <= 8; ++tables) {
            for (int rounds = 2; rounds <= 4; ++rounds) table += row(people, tables, rounds);
        }
    }
    const std::string text = read_file(page);
    const std::size_t begin = text.find("| people |");
    ASSERT_NE(begin, std::string::npos);
    std::size_t end = text.find("\n\n", begin);
    end = end == std::string::npos ? text.size() : end + 1;
    const char* const approve = std::getenv("KRING_TEST_APPROVE");
    if (approve != nullptr) write_file(page, text.substr(0, begin) + table + text.substr(end));
    EXPECT_TRUE(approve != nullptr || text.substr(begin, end - begin) == table)
        << "the table of " << page << " is not what the planner gives; ./test --approve puts it right";
}

}  // namespace
}  // namespace kring::seating
