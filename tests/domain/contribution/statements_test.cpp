// SPDX-License-Identifier: EUPL-1.2
// No page asks the database more because there is more to show.
#include "app/pages.hpp"
#include "tests/domain/contribution/contribution_world.hpp"

namespace kring::contribution {
namespace {

std::vector<desk::Route> routes_with_start_pages() {
    std::vector<desk::Route> all = routes();
    for (const desk::Route& route : app::home_routes()) all.push_back(route);
    return all;
}

class Statements : public ContributionTest {
protected:
    fixtures::Desk house{GetParam(), routes_with_start_pages()};

    template <class F>
    void bring(std::string_view by, int number, F&& one) {
        for (int i = 0; i < number; ++i) {
            ASSERT_TRUE(house.act(by, [&](const Act& act) { return one(act); }, when + i));
        }
    }
    std::int64_t statements_of(std::string_view target) {
        EXPECT_EQ(house.get("anna", target).status, 200) << target;
        return house.statements();
    }
    /// With one thing, and with three.
    template <class F>
    void expect_as_many(std::string_view by, F&& one, std::string_view target) {
        bring(by, 1, one);
        const std::int64_t few = statements_of(target);
        bring(by, 2, one);
        EXPECT_EQ(statements_of(target), few) << target;
        EXPECT_GT(few, 0);
        EXPECT_LT(few, 15) << target;
    }
    static Result<Done> ask_one(const Act& act) {
        const auto made = ask(act, good_question(), 0);
        if (!made) return made.problems();
        return Done{};
    }
    static Result<Done> bring_one_case(const Act& act) {
        const auto made = bring_case(act, good_case());
        if (!made) return made.problems();
        return Done{};
    }
    static Result<Done> bring_one_lesson(const Act& act) {
        const auto made = bring_lesson(act, good_lesson());
        if (!made) return made.problems();
        return Done{};
    }
};
KRING_ON_BOTH_ENGINES(Statements);

TEST_P(Statements, stay_as_many_for_a_longer_list_of_questions) {
    expect_as_many("bram", ask_one, "/vragen");
}
TEST_P(Statements, stay_as_many_for_a_longer_list_of_cases) {
    expect_as_many("bram", bring_one_case, "/praktijk");
}
TEST_P(Statements, stay_as_many_for_a_longer_list_of_lessons) {
    expect_as_many("bram", bring_one_lesson, "/leerpunten");
}
TEST_P(Statements, stay_as_many_for_a_fuller_start_page) { expect_as_many("bram", ask_one, "/"); }
TEST_P(Statements, stay_as_many_for_a_fuller_page_of_ones_own) {
    expect_as_many("anna", bring_one_case, "/mijn");
}

TEST_P(Statements, stay_as_many_for_more_answers) {
    const std::string id = house.act("anna", [](const Act& act) { return ask(act, good_question(), 0); })->id;
    const auto answer_one = [&](const Act& act) -> Result<Done> {
        const auto made = answer(act, good_answer(id));
        if (!made) return made.problems();
        return Done{};
    };
    expect_as_many("bram", answer_one, "/vragen/" + id);
}

TEST_P(Statements, stay_as_many_for_more_neighbours) {
    const std::string id = *house.act("anna", [](const Act& act) { return bring_case(act, good_case()); });
    const auto distil_one = [&](const Act& act) -> Result<Done> {
        LessonDraft draft = good_lesson();
        draft.from = {id};
        const auto made = bring_lesson(act, draft);
        if (!made) return made.problems();
        return Done{};
    };
    expect_as_many("bram", distil_one, "/praktijk/" + id);
}

}  // namespace
}  // namespace kring::contribution
