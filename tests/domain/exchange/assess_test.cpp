// SPDX-License-Identifier: EUPL-1.2
// Golden figures are those of the specification's examples, reckoned by hand.
#include <cmath>
#include <ctime>

#include "tests/domain/exchange/documents.hpp"

namespace kring::exchange {
namespace {

using Faults = std::vector<std::string>;

TEST(AssessDocument, gives_the_closed_figures_to_the_digits_given) {
    const json::Value answer = answered(assess, example("fleet-exact"));
    const auto central = [&](int option, const char* output) {
        return number_at(answer, "/options/" + std::to_string(option) + "/outputs/" + output + "/central");
    };
    EXPECT_DOUBLE_EQ(central(0, "embodied"), 500000);
    EXPECT_DOUBLE_EQ(central(0, "use"), 40432);
    EXPECT_NEAR(central(1, "total"), 387098.666667, 5e-7);
    EXPECT_DOUBLE_EQ(central(2, "total"), 98518.4);
    EXPECT_DOUBLE_EQ(central(2, "other_rule"), 348518.4);
    EXPECT_NEAR(central(3, "total"), 69835.2, 1e-9);
    EXPECT_NEAR(central(0, "ownership") / 1000, 1874.280739, 5e-7);
    EXPECT_NEAR(central(1, "ownership") / 1000, 1586.693228, 5e-7);
    EXPECT_NEAR(central(2, "ownership") / 1000, 1184.141196, 5e-7);
    EXPECT_NEAR(central(4, "ownership") / 1000, 2056.769812, 5e-7);
    EXPECT_NEAR(central(0, "life_cycle") - central(0, "ownership"), 70256.16, 1e-6);
    EXPECT_EQ(number_at(answer, "/options/0/outputs/total/low"), 540432);
    EXPECT_EQ(text_at(answer, "/format"), "kring.assessment/1");
    EXPECT_EQ(text_at(answer, "/sources/0/certainty"), "chosen");
    EXPECT_EQ(answer.find("options")->array()->front().find("outputs")->find("total")->find("p50"), nullptr);
    EXPECT_DOUBLE_EQ(
        number_at(answered(assess, example("fleet-lease-credit")), "/options/0/outputs/credit/central"),
        113750);
}

TEST(AssessDocument, the_same_document_gives_the_same_bits_for_any_number_of_threads) {
    const json::Value document = example("fleet-drawn");
    Terms terms;
    const std::string one = json::write(answered(assess, document, terms));
    terms.threads = 4;
    EXPECT_EQ(json::write(answered(assess, document, terms)), one);
}

TEST(AssessDocument, draws_have_quantiles_errors_and_what_drives_them) {
    const json::Value answer = answered(assess, example("fleet-drawn"));
    const json::Value total = at(answer, "/options/0/outputs/total");
    EXPECT_LT(number_at(total, "/p5"), number_at(total, "/p50"));
    EXPECT_LT(number_at(total, "/p50"), number_at(total, "/p95"));
    EXPECT_NEAR(number_at(total, "/standard_error"), number_at(total, "/sd") / std::sqrt(20000.0), 1e-6);
    const std::string input = text_at(answer, "/options/0/sensitivity/drivers/0/input");
    EXPECT_FALSE(at(example("fleet-drawn"), input).is_null()) << input << " points into the request";
    EXPECT_EQ(text_at(answer, "/options/0/materials/0/element"), "Co");
}

TEST(AssessDocument, everything_wrong_is_told_at_once_at_its_place) {
    EXPECT_EQ(faults(assess, "[]"), (Faults{" object"}));
    EXPECT_EQ(faults(assess, R"({"format":"kring.assess/2","mode":"fast","horizon":8.5,"oops":1})"),
              (Faults{"/format choice", "/mode choice", "/horizon whole", "/devices needed", "/grids needed",
                      "/fleet needed", "/options needed", "/oops unknown"}));
    EXPECT_EQ(
        faults(assess, R"({"format":"kring.assess/1","horizon":8,
            "devices":[{"id":"laptop","embodied":{"uniform":[1,2],"pert":[1,2,3]},
            "energy":"much","colour":"grey"}],
            "grids":[{"id":"nl","factor":{"value":0.25,"source":"nowhere"}}],
            "fleet":[{"id":"a","seats":10,"grid":"de"}],
            "options":[{"id":"x","parts":[{"line":"b","device":"laptop",
                 "route":{"kind":"rented","life":{"normal":{"mean":4}}}}]}]})"),
        (Faults{"/devices/0/embodied estimate", "/devices/0/energy estimate", "/devices/0/colour unknown",
                "/grids/0/factor/source no_source", "/fleet/0/grid no_such",
                "/options/0/parts/0/line no_such", "/options/0/parts/0/route/kind choice",
                "/options/0/parts/0/route/life/normal/sd needed"}));
}

TEST(AssessDocument, a_list_without_anything_in_it_is_told_at_its_own_place) {
    EXPECT_EQ(faults(assess, R"({"format":"kring.assess/1","horizon":8,"devices":[],"grids":[],"fleet":[],
            "options":[{"id":"x","parts":[{"line":"a","device":"l","route":{"kind":"new","life":4}}]}]})"),
              (Faults{"/devices empty_array", "/grids empty_array", "/fleet empty_array",
                      "/options/0/parts/0/line no_such", "/options/0/parts/0/device no_such"}));
}

TEST(AssessDocument, what_the_engine_finds_wrong_has_its_pointer) {
    const std::string begin =
        R"({"format":"kring.assess/1","horizon":8,"devices":[{"id":"l","embodied":-1,"energy":20}],
        "grids":[{"id":"nl","factor":0.25}],"fleet":[{"id":"a","seats":10,"grid":"nl"}],
            "options":[{"id":"x","parts":[
        {"line":"a","device":"l","route":)";
    EXPECT_EQ(faults(assess,
                     begin + R"({"kind":"new","life":0,"take_back":{"reused":2,"displaced":1,"second_life":3,
                                         "reference_life":4,"process":0}}}]}]})"),
              (Faults{"/devices/0/embodied negative", "/options/0/parts/0/route/life positive",
                      "/options/0/parts/0/route/take_back/reused too_high"}));
    EXPECT_EQ(
        faults(assess,
               begin + R"({"kind":"new","life":4,"costs":{"ageing":{"from_age":2,"maintenance":-5}}}}]}],
                                        "outputs":["total","total"]})"),
        (Faults{"/outputs wanted", "/devices/0/embodied negative",
                "/options/0/parts/0/route/costs/ageing/maintenance negative"}));
}

TEST(AssessDocument, modes_and_doors_bound_the_draws) {
    const std::string begin =
        R"({"format":"kring.assess/1","horizon":8,"devices":[{"id":"l","embodied":1,"energy":20}],
        "grids":[{"id":"nl","factor":0.25}],"fleet":[{"id":"a","seats":10,"grid":"nl"}],
            "options":[{"id":"x","parts":[
        {"line":"a","device":"l","route":{"kind":"new","life":4}}]}])";
    EXPECT_EQ(faults(assess, begin + R"(,"mode":"draws"})"),
              (Faults{"/draws needed", "/draws draws_needed"}));
    EXPECT_EQ(faults(assess, begin + R"(,"mode":"deterministic","draws":1000})"),
              (Faults{"/draws no_draws"}));
    Terms terms;
    terms.draws_max = 1000;
    EXPECT_EQ(faults(assess, begin + R"(,"draws":1001})", terms), (Faults{"/draws whole"}));
    terms.work_max = 999;
    EXPECT_EQ(faults(assess, begin + R"(,"draws":1000})", terms), (Faults{"/draws too_much"}));
    terms.work_max = 1000;
    EXPECT_EQ(faults(assess, begin + R"(,"draws":1000})", terms), Faults{});
    terms.progress = [](std::size_t, std::size_t) { return false; };
    EXPECT_EQ(faults(assess, begin + R"(,"draws":1000})", terms), (Faults{" stopped"}));
}

TEST(AssessDocument, doors_bound_what_is_kept_in_memory) {
    const std::string document =
        R"({"format":"kring.assess/1","horizon":8,
        "devices":[{"id":"l","embodied":{"uniform":[1,2]},"energy":20}],
        "grids":[{"id":"nl","factor":0.25}],"fleet":[{"id":"a","seats":10,"grid":"nl"}],
        "options":[{"id":"x","parts":[{"line":"a","device":"l","route":{"kind":"new","life":4}}]}],
        "draws":1000,"sensitivity":true})";
    Terms terms;
    terms.kept_max = 4000;  // an option, three outputs and what is compared
    EXPECT_EQ(faults(assess, document, terms), Faults{});
    terms.kept_max = 3999;
    EXPECT_EQ(faults(assess, document, terms), (Faults{"/draws too_much_kept"}));
    terms.kept_max = 500;  // under two causes of 288
    EXPECT_EQ(faults(assess, document, terms),
              (Faults{"/draws too_much_kept", "/sensitivity too_many_causes"}));
}

TEST(AssessDocument, tells_no_more_problems_than_help) {
    std::string many = R"({"format":"kring.assess/1","horizon":8,"outputs":["none")";
    for (int i = 0; i < 999; ++i) many += R"(,"none")";
    many += R"(],"devices":[1)";
    for (int i = 0; i < 999; ++i) many += ",1";
    EXPECT_EQ(faults(assess, many + "]}").size(), 200u);
}

TEST(AssessDocument, many_members_are_read_in_a_time_that_grows_with_their_number) {
    std::string many = R"({"format":"kring.assess/1","mode":"boaviztapi","request":{"device":"laptop"},
        "factors":{"electricity":{"gwp":{"NLD":0.5)";
    for (int i = 0; i < 50'000; ++i) many += ",\"" + std::to_string(i) + "\":1";
    const json::Value document = document_of(many + "}}}}");
    const std::clock_t begun = std::clock();
    EXPECT_TRUE(assess(document, {}));
    EXPECT_LT(std::clock() - begun, 10 * CLOCKS_PER_SEC) << "minutes, when each name is sought among all";
    EXPECT_EQ(faults(assess, json::write(document).insert(1, R"("zebra":1,)")), (Faults{"/zebra unknown"}));
}

TEST(AssessDocument, counts_as_BoaviztAPI_does_when_asked) {
    const json::Value answer = answered(assess, example("boaviztapi-laptop"));
    EXPECT_DOUBLE_EQ(number_at(answer, "/impacts/0/embedded/unrounded/value"), 181);
    EXPECT_NEAR(number_at(answer, "/impacts/0/use/unrounded/value"), 0.45 * 0.075 * 0.3 * 35040, 1e-9);
    EXPECT_DOUBLE_EQ(number_at(answer, "/impacts/0/use/rounded/value"), 354.8);
    EXPECT_TRUE(at(answer, "/impacts/1/use").is_null());
    EXPECT_EQ(faults(assess, R"({"format":"kring.assess/1","mode":"boaviztapi","request":{"device":"laptop",
        "usage":{"avg_power":-5,"use_time_ratio":7,"hours_life_time":0},"duration":-1,"criteria":["co2"]}})"),
              (Faults{"/request/usage/hours_life_time boaviztapi_life_not_positive",
                      "/request/duration boaviztapi_duration_negative",
                      "/request/usage/avg_power boaviztapi_power_negative",
                      "/request/usage/use_time_ratio boaviztapi_ratio_outside",
                      "/request/criteria boaviztapi_unknown_criterion"}));
    EXPECT_EQ(
        faults(assess,
               R"({"format":"kring.assess/1","mode":"boaviztapi","request":{"device":"toaster"},"x":1})"),
        (Faults{"/x unknown"}));
}

}  // namespace
}  // namespace kring::exchange
