// SPDX-License-Identifier: EUPL-1.2
// Calculations that wait: whose they are, how many, and what becomes of those that go wrong.
#include <stdexcept>

#include "domain/scenario/acts.hpp"
#include "domain/scenario/compute.hpp"
#include "domain/scenario/pages.hpp"
#include "domain/scenario/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::scenario {
namespace {

using fixtures::phrases_of;
using Words = std::vector<std::string>;

class ScenarioRuns : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};
    std::int64_t ticks = 0;
    Clock clock = [this] { return fixtures::world_time + 1000 * ++ticks; };

    static Inputs inputs_with(std::int64_t seed) {
        Inputs inputs;
        inputs.fleet = {{"laptop", 100}};
        inputs.routes = first_routes();
        inputs.draws = 20'000;
        inputs.seed = seed;
        return inputs;
    }
    Result<std::string> made(std::int64_t seed, std::string_view who = "anna") {
        Draft draft;
        draft.title = "Laptops";
        return desk.act(who, [&](const Act& act) { return make(act, "ict", draft, inputs_with(seed)); });
    }
    std::optional<scenario::Run> run_of(const std::string& id) {
        return desk.read([&](db::Connection& in) { return find_run(in, find(in, id).value().run_key); });
    }
    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.database.write([&](db::Connection& in) {
            in.execute(statement, {});
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(ScenarioRuns);

TEST_P(ScenarioRuns, what_no_scenario_asks_for_any_more_is_not_computed) {
    const std::string id = *made(1);
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return choose(act, id, inputs_with(2)); }));
    EXPECT_TRUE(compute_next(desk.database, clock));
    EXPECT_FALSE(compute_next(desk.database, clock));
    EXPECT_EQ(run_of(id)->state, RunState::done);
}

TEST_P(ScenarioRuns, five_wait_for_one_owner_and_no_more) {
    std::string last;
    for (std::int64_t seed = 1; seed <= runs_waiting_max; ++seed) last = *made(seed);
    EXPECT_EQ(phrases_of(made(6)), Words{"scenario.problem.too_many_wait"});
    const auto form =
        desk.post("anna", "/rekenhulp/nieuw",
                  {{"network", "ict"}, {"title", "Nog een"}, {"device_1", "laptop"}, {"count_1", "9"}});
    EXPECT_EQ(form.status, 400);
    EXPECT_NE(form.body.find("Er wachten al 5 berekeningen van jou."), std::string::npos);
    EXPECT_NE(form.body.find("Nog een"), std::string::npos);
    EXPECT_TRUE(made(1)) << "the same calculation is no other one";
    EXPECT_TRUE(desk.act("anna", [&](const Act& act) { return choose(act, last, inputs_with(7)); }));
    EXPECT_TRUE(made(8, "bram"));
    EXPECT_TRUE(compute_next(desk.database, clock));
    EXPECT_TRUE(made(6));
}

TEST_P(ScenarioRuns, what_throws_has_failed_and_can_be_asked_again) {
    const std::string id = *made(1);
    const Clock broken = [this] {
        if (++ticks == 4) throw std::runtime_error("no clock");  // after the run was found, begun and timed
        return fixtures::world_time + 1000 * ticks;
    };
    EXPECT_TRUE(compute_next(desk.database, broken));
    EXPECT_EQ(run_of(id)->state, RunState::failed);
    EXPECT_TRUE(desk.act("anna", [&](const Act& act) { return compute_again(act, id); }));
    EXPECT_TRUE(compute_next(desk.database, clock));
    EXPECT_EQ(run_of(id)->state, RunState::done);
}

TEST_P(ScenarioRuns, what_ended_the_program_three_times_has_failed) {
    const std::string id = *made(1);
    sql("update scenario_runs set tries = 3, state = 'running', touched_at = '2000-01-01T00:00:00.000Z'");
    EXPECT_FALSE(compute_next(desk.database, clock));
    EXPECT_EQ(run_of(id)->state, RunState::failed);
}

TEST_P(ScenarioRuns, who_copies_does_not_stop_the_makers_calculation) {
    const std::string mine = *made(1);
    const std::string other = *made(1, "bram");
    EXPECT_EQ(phrases_of(desk.act("bram", [&](const Act& act) { return stop(act, other); })),
              Words{"scenario.problem.held_by_another"});
    EXPECT_EQ(run_of(mine)->state, RunState::waiting);
    const std::string alone = *made(2, "bram");
    EXPECT_TRUE(desk.act("bram", [&](const Act& act) { return stop(act, alone); }));
}

TEST_P(ScenarioRuns, what_a_stopping_program_was_at_waits_again) {
    const std::string id = *made(1);
    EXPECT_FALSE(compute_next(desk.database, clock, 1, [] { return true; }));
    EXPECT_EQ(run_of(id)->state, RunState::waiting);
    EXPECT_EQ(run_of(id)->tries, 0);
}

}  // namespace
}  // namespace kring::scenario
