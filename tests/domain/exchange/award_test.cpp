// SPDX-License-Identifier: EUPL-1.2
#include "tests/domain/exchange/documents.hpp"

namespace kring::exchange {
namespace {

using Faults = std::vector<std::string>;

/// "C 89.000000000000" of each standing.
std::vector<std::string> standings(const json::Value& answer) {
    std::vector<std::string> all;
    for (const json::Value& one : *answer.find("award")->find("standings")->array())
        all.push_back(text_at(one, "/bid") + " " + text_at(one, "/total/decimal"));
    return all;
}

TEST(AwardDocument, gives_exact_scores) {
    const json::Value lowest = answered(award, example("award-lowest"));
    EXPECT_EQ(standings(lowest),
              (std::vector<std::string>{"C 89.000000000000", "B 84.363636363636", "A 76.000000000000"}));
    EXPECT_EQ(text_at(lowest, "/award/standings/1/total/fraction"), "928/11");
    EXPECT_EQ(number_at(lowest, "/award/standings/1/total/number"), 928.0 / 11);
    const json::Value tie = answered(award, example("award-tie"));
    EXPECT_EQ(json::write(at(tie, "/award/winners")), R"(["A"])");
    EXPECT_EQ(json::write(at(tie, "/award/ties/0")),
              R"({"place":1,"by":"price","bids":["A","B"],"left":["A"]})");
    EXPECT_EQ(standings(answered(award, example("award-shadow"))),
              (std::vector<std::string>{"S3 917807.392000000000", "S1 970256.160000000000",
                                        "S2 980322.826666666667"}));
}

TEST(AwardDocument, numbers_are_taken_by_their_digits) {
    const auto total = [](const std::string& weight) {
        const json::Value answer = answered(
            award,
            document_of(
                R"({"format":"kring.award/1","criteria":[{"id":"p","kind":"price","weight":)" + weight +
                R"(},{"id":"q","kind":"quality","none":0,"full":1,"weight":1}],"method":{"formula":"F1"},
            "bids":[{"id":"A","price":12.34,"given":{"q":0.1}}]})"));
        return text_at(answer, "/award/standings/0/total/fraction");
    };
    EXPECT_EQ(total("0.1"), "1/5");
    EXPECT_EQ(total("1e-1"), "1/5");
    EXPECT_EQ(total("2E2"), "2001/10");
    EXPECT_EQ(total("\"2/3\""), "23/30");
}

TEST(AwardDocument, studies_expected_bids) {
    const json::Value document = example("award-study");
    Terms terms;
    const json::Value answer = answered(award, document, terms);
    terms.threads = 4;
    EXPECT_EQ(json::write(answered(award, document, terms)), json::write(answer));
    EXPECT_EQ(at(answer, "/study/curve/green").array()->size(), 1001u);
    EXPECT_EQ(number_at(answer, "/study/curve/green/1000"), 1);
    EXPECT_EQ(number_at(answer, "/study/own/knob"), 0.2);
    EXPECT_EQ(number_at(answer, "/study/curve/green/200"), number_at(answer, "/study/own/green/share"));
    EXPECT_EQ(text_at(answer, "/study/others/0/formula"), "F2");
    EXPECT_EQ(number_at(answer, "/study/others/0/reversals/any/share"), 0) << "F2 cannot reverse";
}

TEST(AwardDocument, everything_wrong_is_told_at_once_at_its_place) {
    EXPECT_EQ(faults(award,
                     R"({"format":"kring.award/1","criteria":[{"id":"p","kind":"price","weight":"ten"},
            {"kind":"colour"}],
        "method":{"formula":"F9","price_low":1.005},"ties":[{"by":"age"}],"bids":[{"id":"A",
            "given":{"q":[]}}],
        "lots":[1],"mode":"fast"})"),
              (Faults{"/criteria/0/weight exact", "/criteria/1/id needed", "/criteria/1/kind choice",
                      "/method/formula no_such", "/method/price_low cents", "/ties/0/by choice",
                      "/bids/0/price needed", "/bids/0/given/q exact", "/lots text", "/mode choice"}));
    EXPECT_EQ(faults(award, R"({"format":"kring.award/1","criteria":[{"id":"p","kind":"price","weight":1}],
                                "method":{"formula":"F1"}})"),
              (Faults{"/bids bids_or_draws"}));
}

TEST(AwardDocument, what_the_engine_finds_wrong_has_its_pointer) {
    const std::string begin = R"({"format":"kring.award/1","criteria":[{"id":"p","kind":"price","weight":1},
        {"id":"q","kind":"quality","none":0,"full":10,"weight":1}],"method":{"formula":"F1"},)";
    EXPECT_EQ(faults(award, begin + R"("bids":[{"id":"A","price":-1,"given":{"q":11}}]})"),
              (Faults{"/bids/0/price price", "/bids/0/given/q mark"}));
    EXPECT_EQ(faults(award, begin + R"("green":"q","draws":10,"market":{"price":100,"correlation":3},
                                       "compare":[{"formula":"F2","price_low":5,"price_high":5}]})"),
              (Faults{"/compare/0/price_high bounds", "/market/correlation range",
                      "/market/qualities/q no_quality"}));
    EXPECT_EQ(faults(award, begin + R"("green":"q","draws":10,"bids":[{"id":"A","price":1,"given":{"q":1}},
                                       {"id":"B","price":2,"given":{"q":2}}],
            "uncertainty":{"price_spread":9}})"),
              (Faults{"/uncertainty/price_spread range"}));
}

TEST(AwardDocument, every_example_is_answered) {
    for (const char* name : {"award-lowest", "award-tie", "award-shadow", "award-study"})
        EXPECT_EQ(text_at(answered(award, example(name)), "/format"), "kring.award-result/1") << name;
    for (const char* name : {"fleet-exact", "fleet-lease-credit", "fleet-drawn", "boaviztapi-laptop"})
        EXPECT_EQ(text_at(answered(assess, example(name)), "/format"), "kring.assessment/1") << name;
}

}  // namespace
}  // namespace kring::exchange
