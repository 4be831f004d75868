// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/inputs.hpp"

#include <gtest/gtest.h>

#include "domain/scenario/figures.hpp"
#include "domain/scenario/outcome.hpp"
#include "domain/scenario/scenario.hpp"

namespace kring::scenario {
namespace {

Inputs a_fleet() {
    Inputs inputs;
    inputs.fleet = {{"laptop", 1000}, {"monitor", 200}};
    inputs.routes = first_routes();
    return inputs;
}

std::vector<std::string> fields_of(const Problems& problems) {
    std::vector<std::string> fields;
    for (const Problem& problem : problems) fields.push_back(problem.field);
    return fields;
}

TEST(ScenarioInputs, have_one_text_that_reads_back_as_they_were) {
    Inputs inputs = a_fleet();
    inputs.routes.push_back({Way::fresh, 5.5, "thin_client"});
    inputs.burden = Burden::by_years;
    inputs.decline = 2.5;
    inputs.own = {{"laptop.energy", 12.25, 20, 31, "Gemeten in 2025 met een meter", "2025"},
                  {"use", 1, 1, 1, "Afspraak", ""}};
    const std::string text = to_text(inputs);
    const auto back = read_inputs(text);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, inputs);
    EXPECT_EQ(to_text(*back), text);
    EXPECT_EQ(text.substr(0, 36), "kring-scenario 1\ndevices laptop 1000");
}

TEST(ScenarioInputs, refuse_a_text_of_another_form) {
    const std::string text = to_text(a_fleet());
    EXPECT_FALSE(read_inputs(""));
    EXPECT_FALSE(read_inputs("kring-scenario 2\n"));
    EXPECT_FALSE(read_inputs(text + "\nmore of it\n"));
    EXPECT_FALSE(read_inputs(text + "\nhorizon 8 9\n"));
    EXPECT_FALSE(read_inputs(text + "\nroute new nan\n"));
    EXPECT_FALSE(read_inputs(text + "\nroute elsewhere 4\n"));
    EXPECT_FALSE(read_inputs(text + "\ndevices laptop many\n"));
}

TEST(ScenarioInputs, name_every_fault_at_its_field) {
    Inputs inputs;
    inputs.fleet = {{"laptop", 0}, {"fiets", 3}};
    inputs.routes = {{Way::fresh, 4, ""}, {Way::fresh, 4, ""}, {Way::lease, 0.5, ""}};
    inputs.start = 1900;
    inputs.horizon = 31;
    inputs.area = "nl";
    inputs.decline = -1;
    inputs.discount = 21;
    inputs.correlation = 1.5;
    inputs.draws = 10;
    inputs.seed = -1;
    EXPECT_EQ(fields_of(problems_of(inputs)),
              (std::vector<std::string>{"count_1", "device_2", "years_2", "years_3", "start", "horizon",
                                        "area", "decline", "discount", "correlation", "draws", "seed"}));
    EXPECT_EQ(fields_of(problems_of(Inputs{})), (std::vector<std::string>{"count_1", "way_1"}));
    EXPECT_TRUE(problems_of(a_fleet()).empty());
}

TEST(ScenarioInputs, want_a_source_and_an_order_in_own_figures) {
    EXPECT_TRUE(problems_of_own({"use", 1, 2, 3, "Meting", "2025"}).empty());
    EXPECT_EQ(fields_of(problems_of_own({"use", 3, 2, 1, "", "gisteren"})),
              (std::vector<std::string>{"low", "source", "year"}));
    EXPECT_EQ(fields_of(problems_of_own({"use", -1, 2, 3, "Meting", ""})),
              std::vector<std::string>{"likely"});
    Inputs inputs = a_fleet();
    inputs.own = {{"desktop.energy", 1, 2, 3, "Meting", ""}};
    EXPECT_EQ(fields_of(problems_of(inputs, {"laptop.energy"})), std::vector<std::string>{"own"});
}

TEST(ScenarioInputs, put_devices_of_one_kind_together_in_the_order_of_kinds) {
    Inputs inputs = a_fleet();
    inputs.fleet = {{"monitor", 3}, {"laptop", 5}, {"monitor", 4}};
    EXPECT_EQ(in_order(inputs).fleet, (std::vector<Devices>{{"laptop", 5}, {"monitor", 7}}));
}

TEST(ScenarioInputs, read_numbers_as_people_type_them) {
    EXPECT_EQ(read_amount("1.234,5"), 1234.5);
    EXPECT_EQ(read_amount("1,234.5"), 1234.5);
    EXPECT_EQ(read_amount("1.234.567"), 1234567.0);
    EXPECT_EQ(read_amount(" 0,25 "), 0.25);
    EXPECT_EQ(read_amount("0.0634"), 0.0634);
    EXPECT_FALSE(read_amount("vier"));
    EXPECT_FALSE(read_amount(""));
    EXPECT_FALSE(read_amount("1,2,3"));
    EXPECT_FALSE(read_amount("1.2345,6"));
    EXPECT_FALSE(read_amount("1e999"));
}

TEST(ScenarioFigures, have_one_text_that_reads_back_as_they_were) {
    Figure one;
    one.key = "grid";
    one.unit = "kgCO2e/kWh";
    one.shape = Shape::triangular;
    one.low = 0.251;
    one.likely = 0.2527;
    one.high = 0.374;
    one.source = "Ember, via\tCO2.js";
    one.year = "2024";
    one.license = "CC-BY-SA-4.0";
    one.certainty = Certainty::high;
    one.version = "ember@1";
    one.origin = "ember@1/NLD/intensity";
    Figure own;
    own.key = "energy";
    own.is_own = true;
    const Figures figures({one, own});
    EXPECT_EQ(figures.all().front().key, "energy");
    EXPECT_EQ(figures.find("grid")->source, "Ember, via CO2.js");
    EXPECT_EQ(figures.find("nothing"), nullptr);
    const auto back = read_figures(to_text(figures));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, figures);
    EXPECT_FALSE(read_figures("kring-figures 1\ngrid\tkg\n"));
    EXPECT_FALSE(read_figures("figures"));
}

TEST(ScenarioOutcome, has_one_text_that_reads_back_as_it_was) {
    Outcome outcome;
    outcome.engine = "1.1";
    outcome.draws = 1000;
    outcome.seed = 7;
    outcome.standard_error = 1.0 / 3;
    outcome.routes.resize(2);
    outcome.routes[0].route = {Way::fresh, 4, ""};
    outcome.routes[1].route = {Way::extend, 6.5, "laptop"};
    outcome.routes[1].spreads[0] = {1, 2.5, 3e10, -1e-7};
    Comparison pair;
    pair.other = 1;
    pair.chance = 0.875;
    pair.saved = {-1, 0, 1, 0.5};
    pair.drivers = {{"grid", 0.5}, {"laptop.embodied", 0.25}};
    outcome.comparisons.push_back(pair);
    outcome.findings = {{"longer_is_worse", {{"option", "1"}, {"line", "desktop"}}, {{"chance", 0.25}}}};
    const std::string text = to_text(outcome);
    const auto back = read_outcome(text);
    ASSERT_TRUE(back) << text;
    EXPECT_EQ(*back, outcome);
    EXPECT_EQ(to_text(*back), text);
    EXPECT_EQ(back->findings.front().number("chance"), 0.25);
    EXPECT_EQ(*back->findings.front().text("line"), "desktop");
    EXPECT_FALSE(read_outcome("kring-outcome 1\n"));
    EXPECT_FALSE(read_outcome(text + "\ntotal 1 2\n"));
    EXPECT_FALSE(read_outcome(text + "\ndriver grid\n"));
}

TEST(ScenarioRuns, are_named_by_engine_inputs_and_figures) {
    Figure one;
    one.key = "use";
    const std::string key = run_key_of("1.1", a_fleet(), Figures({one}));
    EXPECT_EQ(key, run_key_of("1.1", a_fleet(), Figures({one})));
    EXPECT_NE(key, run_key_of("1.2", a_fleet(), Figures({one})));
    Inputs other = a_fleet();
    other.seed = 2;
    EXPECT_NE(key, run_key_of("1.1", other, Figures({one})));
    one.likely = 1;
    EXPECT_NE(key, run_key_of("1.1", a_fleet(), Figures({one})));
}

}  // namespace
}  // namespace kring::scenario
