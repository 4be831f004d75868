// SPDX-License-Identifier: EUPL-1.2
// Golden cases 4, 5 and 6 of the research on impact and award, to the digits given there.
#include <gtest/gtest.h>

#include <set>

#include "tests/engine/award/tenders.hpp"

namespace kring::award {
namespace {

using made::bid;
using made::number;
using made::sixty_forty;
using Totals = std::vector<std::string>;

Award scored(const Tender& tender, const std::vector<Bid>& bids) {
    const Result<Award> award = score(tender, bids);
    return award ? *award : Award();
}

/// Totals in the order of the bids, then the winners.
Totals totals(const Tender& tender, const std::vector<Bid>& bids) {
    const Award award = scored(tender, bids);
    Totals found;
    for (const Bid& one : bids) found.push_back(made::standing(award, one.id).total.decimal(6));
    std::string winners;
    for (const std::string& id : award.winners) winners += id;
    found.push_back(winners);
    return found;
}

TEST(GoldenAwards, ThreeBidsGiveThreeWinnersByFormula) {
    const auto bids = made::three_bids();
    const auto of = [&bids](Formula formula) { return totals(sixty_forty(formula), bids); };
    EXPECT_EQ(of(Formula::lowest), (Totals{"76.000000", "84.363636", "89.000000", "C"}));
    EXPECT_EQ(of(Formula::bounds), (Totals{"62.666667", "68.000000", "67.000000", "B"}));
    EXPECT_EQ(of(Formula::excess), (Totals{"76.000000", "84.000000", "87.000000", "C"}));
    EXPECT_EQ(of(Formula::range), (Totals{"76.000000", "72.000000", "57.000000", "A"}));
    EXPECT_EQ(of(Formula::logarithm), (Totals{"76.000000", "82.499859", "84.122876", "C"}));
    EXPECT_EQ(of(Formula::per_euro), (Totals{"0.600000", "0.727273", "0.760000", "C"}));
    EXPECT_EQ(of(Formula::utility), (Totals{"0.475000", "0.704545", "0.800000", "C"}));
    EXPECT_EQ(of(Formula::value), (Totals{"46000.000000", "38000.000000", "39500.000000", "B"}))
        << "V = 60/40 × 60 000 follows from weights and bounds";
}

TEST(GoldenAwards, EqualAmountsAreATieThatTheRuleSettles) {
    Tender tender = sixty_forty(Formula::value);
    tender.criteria[1].worth = 50'000;
    EXPECT_EQ(totals(tender, made::three_bids()),
              (Totals{"70000.000000", "70000.000000", "77500.000000", "A"}));
    tender.ties = {{TieRule::By::criterion, "quality"}};
    EXPECT_EQ(totals(tender, made::three_bids()).back(), "B");
    tender.ties = {};
    EXPECT_EQ(totals(tender, made::three_bids()).back(), "AB");
}

TEST(GoldenAwards, NotionalDiscountsComeOffThePrice) {
    Tender tender = sixty_forty(Formula::discount);
    tender.criteria[1].worth = number("0.10");
    const std::vector<Bid> bids = {bid("A", 100'000, "0"), bid("B", 110'000, "0.4"), bid("C", 125'000, "1")};
    EXPECT_EQ(totals(tender, bids), (Totals{"100000.000000", "105600.000000", "112500.000000", "A"}));
}

TEST(GoldenAwards, ShadowPricesAddWhatFleetsEmit) {
    const std::vector<Bid> bids = {{"S1", 900'000'00, {{"kg", number("540432")}}},
                                   {"S2", 930'000'00, {{"kg", number("1161296") / 3}}},
                                   {"S3", 905'000'00, {{"kg", number("98518.4")}}}};
    EXPECT_EQ(totals(made::with_kg("0.05", "600000"), bids),
              (Totals{"927021.600000", "949354.933333", "909925.920000", "S3"}));
    const Tender tender = made::with_kg("0.130", "600000");
    EXPECT_EQ(totals(tender, bids), (Totals{"970256.160000", "980322.826667", "917807.392000", "S3"}));
    EXPECT_NEAR(break_even(tender, bids, "S3", "S1").value(), 0.011314, 5e-7);
    EXPECT_NEAR(break_even(tender, bids, "S2", "S1").value(), 0.195652, 5e-7);
}

TEST(GoldenAwards, ALoserTakenAwayTurnsRelativeFormulas) {
    const Bid a = bid("A", 100, "0.60");
    const Bid d = bid("D", 60, "0.05");
    const Bid e = bid("E", 300, "0.00");
    const Bid b70 = bid("B", 120, "0.70");
    const Bid b75 = bid("B", 120, "0.75");
    EXPECT_EQ(totals(sixty_forty(Formula::lowest), {a, b70}), (Totals{"76.000000", "75.333333", "A"}));
    EXPECT_EQ(totals(sixty_forty(Formula::lowest), {a, b70, d}),
              (Totals{"60.000000", "62.000000", "43.000000", "B"}));
    EXPECT_EQ(totals(sixty_forty(Formula::excess), {a, b75}), (Totals{"76.000000", "77.000000", "B"}));
    EXPECT_EQ(totals(sixty_forty(Formula::excess), {a, b75, d}),
              (Totals{"49.333333", "45.000000", "43.000000", "A"}));
    EXPECT_EQ(totals(sixty_forty(Formula::range), {a, b75}), (Totals{"76.000000", "45.000000", "A"}));
    EXPECT_EQ(totals(sixty_forty(Formula::range), {a, b75, e}),
              (Totals{"76.000000", "81.000000", "0.000000", "B"}));
    EXPECT_EQ(totals(sixty_forty(Formula::logarithm), {a, b70}), (Totals{"76.000000", "71.478624", "A"}));
    EXPECT_EQ(totals(sixty_forty(Formula::logarithm), {a, b70, d}),
              (Totals{"46.521376", "42.000000", "43.000000", "A"}));
}

/// Which bids' absence is said to change the winner.
std::set<std::string> reversing(Formula formula, const std::vector<Bid>& bids) {
    std::set<std::string> found;
    for (const Notice& notice : scored(sixty_forty(formula), bids).notices) {
        if (notice.warning == Warning::reversed) found.insert(notice.values[0].second);
    }
    return found;
}

TEST(GoldenAwards, ReversalsAreToldForTheBidsThatCauseThem) {
    const std::vector<Bid> bids = {bid("A", 100'000, "0.60"), bid("B", 120'000, "0.70"),
                                   bid("D", 60'000, "0.05")};
    EXPECT_EQ(reversing(Formula::lowest, bids), (std::set<std::string>{"D"}));
    for (const Formula formula :
         {Formula::bounds, Formula::value, Formula::shadow, Formula::discount, Formula::logarithm}) {
        EXPECT_TRUE(reversing(formula, bids).empty()) << code_of(formula);
    }
}

TEST(GoldenAwards, WeightsCountByHowFarTheyPartBids) {
    const std::vector<double> effective = effective_weights({40, 60}, {6, 18});
    EXPECT_NEAR(effective[0], 0.181818, 5e-7);
    EXPECT_NEAR(effective[1], 0.818182, 5e-7);
    const Tender f1 = sixty_forty(Formula::lowest);
    EXPECT_DOUBLE_EQ(implied_price(f1, 100'000, 0.6, 100'000, 125'000), 150'000);
    EXPECT_DOUBLE_EQ(implied_price(f1, 125'000, 0.6, 100'000, 125'000), 234'375);
    EXPECT_DOUBLE_EQ(implied_price(sixty_forty(Formula::bounds), 125'000, 0.6, 100'000, 125'000), 90'000);
    EXPECT_DOUBLE_EQ(implied_price(sixty_forty(Formula::value), 125'000, 0.6, 100'000, 125'000), 90'000);
}

TEST(GoldenAwards, TwoBidsBreakEvenAtTheWeightOfTheClosedForm) {
    const std::vector<Bid> bids = {bid("green", 110'000, "0.9"), bid("other", 100'000, "0.5")};
    EXPECT_NEAR(break_even(sixty_forty(Formula::bounds), bids, "green", "other").value(), 0.294118, 5e-7);
    EXPECT_NEAR(break_even(sixty_forty(Formula::lowest), bids, "green", "other").value(), 0.185185, 5e-7);
}

}  // namespace
}  // namespace kring::award
