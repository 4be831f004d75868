// SPDX-License-Identifier: EUPL-1.2
// Units that the compiler checks, numbers that cannot be without a source, and questions that make no sense:
// every fault at once, each with its place.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <set>

#include "tests/engine/impact/questions.hpp"

namespace kring::impact {

namespace {

using namespace example;

template <class One, class Other>
concept Addable = requires(Quantity<One> one, Quantity<Other> other) { one + other; };
template <class One, class Other>
concept Comparable = requires(Quantity<One> one, Quantity<Other> other) { one < other; };
template <class One, class Other>
concept Multipliable = requires(Quantity<One> one, Quantity<Other> other) { one* other; };
template <class U>
concept MadeOfNumber = std::is_convertible_v<double, Quantity<U>>;

static_assert(Addable<KgCo2e, KgCo2e> && Addable<Ratio, Ratio>);
static_assert(!Addable<KgCo2e, Kwh> && !Addable<KgCo2e, Kilogram> && !Addable<Kilogram, Gram>);
static_assert(!Addable<Kwh, KwhPerYear> && !Addable<KwhPerYear, Watt> && !Addable<Euro, EuroPerYear>);
static_assert(!Addable<Year, Ratio> && !Addable<KgCo2ePerKwh, EuroPerKwh>);
static_assert(!Comparable<Kilogram, Gram> && !Comparable<KgCo2e, Kilogram> && Comparable<Year, Year>);
static_assert(Multipliable<KwhPerYear, Year> && !Multipliable<Watt, Year> && !Multipliable<Gram, Ratio>);
static_assert(!MadeOfNumber<KgCo2e> && !std::is_convertible_v<Quantity<Kwh>, double>);
static_assert(
    std::is_same_v<decltype(Quantity<KwhPerYear>(1) * Quantity<Year>(1) * Quantity<KgCo2ePerKwh>(1)),
                   Quantity<KgCo2e>>);
static_assert(std::is_same_v<decltype(Quantity<EuroPerKgCo2e>(1) * Quantity<KgCo2e>(1)), Quantity<Euro>>);
static_assert(std::is_same_v<decltype(Quantity<Year>(1) / Quantity<Year>(2)), Quantity<Ratio>>);
static_assert(!std::is_convertible_v<Cents, Quantity<Euro>> && !std::is_convertible_v<int, Cents>);

static_assert(!std::is_default_constructible_v<Estimate<KgCo2e>>);
static_assert(!std::is_constructible_v<Estimate<KgCo2e>, Quantity<KgCo2e>>);
static_assert(!std::is_constructible_v<Estimate<KgCo2e>, Distribution>);
static_assert(!std::is_constructible_v<Estimate<KgCo2e>, Quantity<Kwh>, SourceId>);
static_assert(!std::is_default_constructible_v<SourceId> && !std::is_constructible_v<SourceId, std::size_t>);

std::multiset<std::string> faults_of(const Question& question) {
    std::multiset<std::string> faults;
    for (const Problem& problem : check(question)) {
        EXPECT_EQ(problem.trouble, Trouble::invalid);
        faults.insert(problem.field + " " + problem.phrase);
    }
    return faults;
}

using Change = std::function<void(Builder&)>;

struct Case {
    Change change;
    std::string fault;
};

std::vector<Case> cases_of_numbers() {
    const double none = std::nan("");
    return {
        {[](Builder& b) { b.question.horizon = 0; }, "horizon impact.problem.horizon"},
        {[](Builder& b) { b.question.horizon = 51; }, "horizon impact.problem.horizon"},
        {[](Builder& b) { b.question.start_year = 12; }, "start_year impact.problem.start_year"},
        {[](Builder& b) { b.question.draws = 5'000'000; }, "draws impact.problem.many"},
        {[](Builder& b) { b.question.draws = 10; }, "draws impact.problem.few_draws"},
        {[](Builder& b) { b.question.with_sensitivity = true; }, "draws impact.problem.draws_needed"},
        {[](Builder& b) { b.question.threads = 0; }, "threads impact.problem.threads"},
        {[=](Builder& b) { b.question.method_correlation = none; },
         "method_correlation impact.problem.share"},
        {[](Builder& b) { b.question.life_share_chance = 1.1; }, "life_share_chance impact.problem.share"},
        {[](Builder& b) { b.question.burden = static_cast<Burden>(7); }, "burden impact.problem.unknown"},
        {[](Builder& b) { b.question.acquisition = static_cast<Acquisition>(-1); },
         "acquisition impact.problem.unknown"},
        {[](Builder& b) { b.question.compared = Output::reused_share; },
         "compared impact.problem.not_compared"},
        {[](Builder& b) { b.question.wanted.clear(); }, "wanted impact.problem.wanted"},
        {[](Builder& b) { b.question.wanted.push_back(Output::use); }, "wanted impact.problem.wanted"},
        {[](Builder& b) { b.question.wanted = {static_cast<Output>(99)}; }, "wanted impact.problem.unknown"},
        {[](Builder& b) { b.question.wanted.push_back(Output::waste); },
         "devices[0].mass impact.problem.needed"},
        {[](Builder& b) { b.question.economy.discount = b.known<Ratio>(3); },
         "economy.discount impact.problem.too_high"},
        {[](Builder& b) { b.question.economy.electricity = b.known<EuroPerKwh>(-0.1); },
         "economy.electricity impact.problem.negative"}};
}

std::vector<Case> cases_of_things() {
    const double none = std::nan("");
    return {
        {[](Builder& b) { b.question.fleet[0].seats = 0; }, "fleet[0].seats impact.problem.seats"},
        {[=](Builder& b) { b.question.fleet[0].seats = none; }, "fleet[0].seats impact.problem.seats"},
        {[](Builder& b) { b.question.fleet[0].grid = 1; }, "fleet[0].grid impact.problem.not_there"},
        {[](Builder& b) { b.question.fleet[0].use = 0; }, "fleet[0].use impact.problem.not_there"},
        {[](Builder& b) { b.question.fleet[0].id = ""; }, "fleet[0].id impact.problem.empty"},
        {[](Builder& b) { b.question.options[1].id = "S1"; }, "options[1].id impact.problem.twice"},
        {[](Builder& b) { b.question.devices[0].embodied = b.known<KgCo2e>(-1); },
         "devices[0].embodied impact.problem.negative"},
        {[=](Builder& b) { b.question.devices[0].energy = b.known<KwhPerYear>(none); },
         "devices[0].energy chance.problem.finite"},
        {[](Builder& b) { b.question.devices[0].embodied = b.about<KgCo2e>(Distribution::normal(250, 50)); },
         "devices[0].embodied impact.problem.negative"},
        {[](Builder& b) {
             b.question.uses.push_back({"day", b.about<Ratio>(Distribution::lognormal(5, 1.3))});
         },
         "uses[0].intensity impact.problem.too_high"},
        {[](Builder& b) {
             b.question.devices[0].embodied = b.about<KgCo2e>(Distribution::triangular(3, 2, 1));
         },
         "devices[0].embodied chance.problem.order"},
        {[](Builder& b) {
             const Material cobalt{"Co", b.known<Gram>(1), b.known<Ratio>(1.5)};
             b.question.devices[0].materials = {cobalt};
         },
         "devices[0].materials[0].recycled impact.problem.too_high"},
        {[](Builder& b) { b.question.grids[0].factor = b.known<KgCo2ePerKwh>(-0.2); },
         "grids[0].factor impact.problem.negative"},
        {[](Builder& b) { b.question.grids[0].decline = b.known<Ratio>(1); },
         "grids[0].decline impact.problem.too_high"},
        {[](Builder& b) { b.question.uses.push_back({"", b.known<Ratio>(1)}); },
         "uses[0].id impact.problem.empty"},
        {[](Builder& b) { b.question.uses.push_back({"x", b.known<Ratio>(70)}); },
         "uses[0].intensity impact.problem.too_high"}};
}

std::vector<Case> cases_of_routes() {
    const auto route = [](Builder& b, std::size_t option) -> Route& {
        return b.question.options[option].parts[0].route;
    };
    const std::string at = "options[0].parts[0].route.";
    return {
        {[=](Builder& b) { route(b, 0).life = b.known<Year>(0); }, at + "life impact.problem.positive"},
        {[=](Builder& b) { route(b, 0).life = b.known<Year>(-4); }, at + "life impact.problem.positive"},
        {[=](Builder& b) { route(b, 0).life = b.known<Year>(101); }, at + "life impact.problem.too_high"},
        {[=](Builder& b) { route(b, 0).life = b.about<Year>(Distribution::uniform(0, 4)); },
         at + "life impact.problem.positive"},
        {[=](Builder& b) { route(b, 0).life = b.about<Year>(Distribution::normal(5, 1)); },
         at + "life impact.problem.positive"},
        {[=](Builder& b) { route(b, 0).life = b.about<Year>(Distribution::lognormal(60, 1.3)); },
         at + "life impact.problem.too_high"},
        {[=](Builder& b) { route(b, 0).life = b.about<Year>(Distribution::lognormal(0.1, 6)); },
         at + "life impact.problem.positive"},
        {[=](Builder& b) { route(b, 0).spare = b.about<Ratio>(Distribution::lognormal(0.01, 1.1)); },
         at + "spare impact.problem.too_high"},
        {[=](Builder& b) { route(b, 0).kind = static_cast<RouteKind>(9); },
         at + "kind impact.problem.unknown"},
        {[=](Builder& b) { route(b, 0).spare = b.known<Ratio>(7); }, at + "spare impact.problem.too_high"},
        {[=](Builder& b) { route(b, 0).parts = b.known<KgCo2e>(7); }, at + "parts impact.problem.no_effect"},
        {[=](Builder& b) { route(b, 0).remade = b.known<Ratio>(0.1); },
         at + "remade impact.problem.no_effect"},
        {[=](Builder& b) { route(b, 0).costs.price = b.known<Euro>(-1); },
         at + "costs.price impact.problem.negative"},
        {[=](Builder& b) { route(b, 0).costs.ageing = Ageing{0, b.known<EuroPerYear>(1)}; },
         at + "costs.ageing.from_age impact.problem.positive"},
        {[=](Builder& b) { route(b, 2).process.reset(); },
         "options[2].parts[0].route.process impact.problem.needed"},
        {[=](Builder& b) { route(b, 3).remade.reset(); },
         "options[3].parts[0].route.remade impact.problem.needed"},
        {[=](Builder& b) {
             route(b, 2).first_life.reset();
             b.question.burden = Burden::life_share;
         },
         "options[2].parts[0].route.first_life impact.problem.needed"},
        {[=](Builder& b) { route(b, 4).take_back->reused = b.known<Ratio>(-0.1); },
         "options[4].parts[0].route.take_back.reused impact.problem.negative"},
        {[=](Builder& b) { route(b, 2).take_back = route(b, 4).take_back; },
         "options[2].parts impact.problem.credit_and_cut_off"},
        {[](Builder& b) { b.question.options[0].parts[0].share = 0.9; },
         "options[0].parts impact.problem.shares"},
        {[](Builder& b) { b.question.options[0].parts.clear(); }, "options[0].parts impact.problem.shares"},
        {[](Builder& b) { b.question.options[0].parts[0].device = 1; },
         "options[0].parts[0].device impact.problem.not_there"}};
}

}  // namespace

TEST(Check, finds_nothing_wrong_with_the_golden_question) { EXPECT_TRUE(check(golden().question).empty()); }

TEST(Check, names_each_fault_with_its_place_and_only_that) {
    std::vector<Case> cases = cases_of_numbers();
    for (const auto& more : {cases_of_things(), cases_of_routes()})
        cases.insert(cases.end(), more.begin(), more.end());
    for (const Case& one : cases) {
        Builder b = golden();
        one.change(b);
        EXPECT_EQ(faults_of(b.question), std::multiset<std::string>{one.fault});
        EXPECT_FALSE(assess(b.question));
    }
}

TEST(Check, tells_all_faults_at_once) {
    Builder b = golden();
    b.question.horizon = -1;
    b.question.fleet[0].seats = -5;
    b.question.options[3].parts[0].route.life = b.known<Year>(0);
    b.question.devices[0].energy = b.known<KwhPerYear>(-3);
    EXPECT_EQ(faults_of(b.question).size(), 4U);
    const Question empty;
    EXPECT_EQ(faults_of(empty),
              (std::multiset<std::string>{"devices impact.problem.needed", "fleet impact.problem.no_seats",
                                          "grids impact.problem.needed", "horizon impact.problem.horizon",
                                          "options impact.problem.no_options"}));
}

TEST(Check, refuses_a_number_whose_source_is_not_in_the_list) {
    Builder b = golden();
    Sources others;
    for (const char* name : {"a", "b", "c"}) others.add({name, "", "", 0, "", Certainty::low, ""});
    const SourceId third = others.add({"c", "", "", 0, "", Certainty::low, ""});
    b.question.devices[0].energy = Estimate<KwhPerYear>(Quantity<KwhPerYear>(20), third);
    EXPECT_EQ(faults_of(b.question), std::multiset<std::string>{"devices[0].energy impact.problem.source"});
}

TEST(Check, refuses_a_source_without_a_name) {
    Builder b = golden();
    b.question.sources.add({});
    EXPECT_EQ(faults_of(b.question), std::multiset<std::string>{"sources[1].source impact.problem.empty"});
}

TEST(Quantities, change_scale_by_name_only) {
    EXPECT_DOUBLE_EQ(energy_of(Quantity<Watt>(100)).value(), 876);
    EXPECT_DOUBLE_EQ(kilograms_of(Quantity<Gram>(250)).value(), 0.25);
    EXPECT_DOUBLE_EQ(grams_of(Quantity<Kilogram>(0.25)).value(), 250);
    EXPECT_EQ(cents_of(Quantity<Euro>(19.995)).count(), 2000);
    EXPECT_EQ(cents_of(Quantity<Euro>(-0.005)).count(), -1);
    EXPECT_EQ((Cents(5) + Cents(7)).euros().value(), 0.12);
}

}  // namespace kring::impact
