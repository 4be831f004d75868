// SPDX-License-Identifier: EUPL-1.2
// Studies: against closed forms, the same bits on any number of threads and any width, progress, problems.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "tests/engine/award/markets.hpp"
#include "tests/engine/award/tenders.hpp"

namespace kring::award {
namespace {

/// Two bids, green weight 20 of 100, green scores 0.8 and 0.5, ln of the ratio of prices ~ N(0.05, 0.08).
Tender fifth_green(Formula formula) {
    Tender tender = made::sixty_forty(formula);
    tender.criteria[0].weight = 80;
    tender.criteria[1].weight = 20;
    return tender;
}

Market two_bids() {
    Market market;
    market.bidders_least = market.bidders_most = 2;
    market.price = 100'000'00;
    market.price_spread = 0.08 / std::sqrt(2.0);
    market.qualities["quality"] = {chance::Distribution::fixed(0.5), 0};
    market.pioneer = Pioneer{chance::Distribution::fixed(0.8), 0.05};
    market.kg_none = 1000;
    return market;
}

void expect_within_errors(const Chance& chance, double known) {
    EXPECT_NEAR(chance.value(), known, 4 * chance.error()) << "±" << chance.error();
}

TEST(ExpectedBids, GiveTheChancesOfTheClosedForms) {
    award::Run run;
    run.draws = 200'000;
    const Result<Study> f4 = study(fifth_green(Formula::logarithm), two_bids(), run);
    const Result<Study> f1 = study(fifth_green(Formula::lowest), two_bids(), run);
    ASSERT_TRUE(f4 && f1);
    expect_within_errors(f4->own.green, 0.509902917);
    expect_within_errors(f1->own.green, 0.636650246);
    expect_within_errors(f1->curve.green_wins(0), chance::normal_probability(-0.05 / 0.08));
    // Green wins from w on when the ratio of prices is below e^x: F1, w·0.3 = (1 − w)(1 − e^−x).
    for (const double w : {0.1, 0.25, 0.5}) {
        const double x = -std::log(1 - 0.3 * w / (1 - w));
        expect_within_errors(f1->curve.green_wins(w), chance::normal_probability((x - 0.05) / 0.08));
    }
    const double threshold = 1 - std::exp(-0.05);
    EXPECT_NEAR(*f1->thresholds[0].knob, threshold / (0.3 + threshold), 2e-3);
    ASSERT_EQ(f1->own.kg_avoided, 300) << "1 000 kg times the difference of 0.3, in whole grams";
}

TEST(ExpectedBids, TellWhatTheGreenOnesCostMore) {
    // Both prices certain: the green one 5 % dearer and 300 kg better, so every decisive draw costs the same.
    Market market = two_bids();
    market.price_spread = 0;
    award::Run run;
    run.draws = 1000;
    const Result<Study> found = study(fifth_green(Formula::bounds), market, run);
    ASSERT_TRUE(found);
    const double extra = std::round(100'000'00 * std::exp(0.05)) / 100 - 100'000;
    EXPECT_EQ(found->grid[0].decisive.count, 0);
    EXPECT_EQ(found->grid[1000].decisive.count, 1000);
    EXPECT_DOUBLE_EQ(found->grid[1000].extra_euros, extra);
    EXPECT_DOUBLE_EQ(*found->grid[1000].euros_per_kg, extra / 300);
    const double difference = extra / 60'000;
    EXPECT_NEAR(*found->thresholds[2].knob, difference / (0.3 + difference), 1e-9);
    EXPECT_EQ(found->own.green.error(), 0);
}

void expect_quick_look_agrees(const Tender& tender, const Market& market) {
    award::Run run;
    run.draws = 5000;
    const Result<Study> whole = study(tender, market, run);
    const Result<std::vector<std::int64_t>> quick = tally(tender, market, run);
    ASSERT_TRUE(whole && quick);
    // F6b is followed on the grid alone, of which its own weight, 0.3, is a point.
    const double own = whole->knob_own / whole->knob_most;
    for (int bidder = 0; bidder < market.bidders_most; ++bidder) {
        EXPECT_EQ(whole->curve.wins(bidder, own).count, (*quick)[static_cast<std::size_t>(bidder)])
            << code_of(tender.method.formula) << " " << bidder << " of " << market.bidders_most;
    }
}

TEST(ExpectedBids, WinAsOftenAsTheQuickLookSays) {
    for (const Formula formula :
         {Formula::lowest, Formula::bounds, Formula::excess, Formula::range, Formula::logarithm,
          Formula::value, Formula::per_euro, Formula::utility, Formula::shadow, Formula::discount}) {
        Tender tender = made::four_criteria(formula);
        expect_quick_look_agrees(tender, made::market(2, 6));
        expect_quick_look_agrees(tender, made::market(4, 4));
        Market wide = made::market(5, 5);
        wide.price_spread = 0.8;
        expect_quick_look_agrees(tender, wide);
        tender.method.clipped = false;
        expect_quick_look_agrees(tender, wide);
    }
    // Every tender a tie, that only lots settle.
    Market alike = made::market(3, 3);
    alike.price_spread = alike.premium = 0;
    for (auto& [id, quality] : alike.qualities) quality = {chance::Distribution::fixed(0.5), 0};
    expect_quick_look_agrees(made::four_criteria(Formula::lowest), alike);
}

bool are_same_bits(double one, double other) { return std::memcmp(&one, &other, sizeof one) == 0; }

void expect_same(const Study& one, const Study& other) {
    ASSERT_EQ(one.curve.changes().size(), other.curve.changes().size());
    for (std::size_t at = 0; at < one.curve.changes().size(); ++at) {
        const Change& here = one.curve.changes()[at];
        const Change& there = other.curve.changes()[at];
        ASSERT_TRUE(are_same_bits(here.at, there.at) && here.from == there.from && here.to == there.to);
    }
    for (std::size_t at = 0; at < one.grid.size(); ++at) {
        ASSERT_TRUE(are_same_bits(one.grid[at].extra_euros, other.grid[at].extra_euros));
        ASSERT_TRUE(are_same_bits(one.grid[at].kg_avoided, other.grid[at].kg_avoided));
    }
    for (std::size_t at = 0; at < one.weighings.size(); ++at) {
        EXPECT_TRUE(are_same_bits(one.weighings[at].spread, other.weighings[at].spread));
    }
    EXPECT_TRUE(are_same_bits(*one.euros_per_kg_error, *other.euros_per_kg_error));
    for (std::size_t at = 0; at < one.others.size(); ++at) {
        EXPECT_EQ(one.others[at].green.count, other.others[at].green.count);
        EXPECT_EQ(one.others[at].reversals.any.count, other.others[at].reversals.any.count);
    }
}

TEST(ExpectedBids, GiveTheSameBitsOnAnyNumberOfThreadsAndAtAnyWidth) {
    const Tender tender = made::four_criteria(Formula::lowest);
    const Market market = made::market(4, 4);
    award::Run run;
    run.draws = 20'000;
    run.compare = usual_methods(tender, 70'000'00, 150'000'00);
    const Result<Study> alone = study(tender, market, run);
    ASSERT_TRUE(alone);
    for (const unsigned threads : {2U, 16U}) {
        run.threads = threads;
        expect_same(*alone, *study(tender, market, run));
    }
    const chance::Width widest = chance::width();
    const Result<std::vector<std::int64_t>> quick = tally(tender, market, run);
    for (const chance::Width width : {chance::Width::base, chance::Width::avx2}) {
        chance::set_width(width);
        expect_same(*alone, *study(tender, market, run));
        EXPECT_EQ(*tally(tender, market, run), *quick);
    }
    chance::set_width(widest);
}

TEST(ExpectedBids, GiveTheKnownCountsInEveryBuild) {
    award::Run run;
    run.draws = 20'000;
    const Result<Study> found = study(made::four_criteria(Formula::lowest), made::market(2, 5), run);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->own.green.count, 11305);
    EXPECT_EQ(found->own.decisive.count, 9321);
    EXPECT_EQ(found->as_is.reversals.any.count, 170);
    EXPECT_EQ(found->curve.changes().size(), 19576U);
}

TEST(ExpectedBids, DoNotTurnOnWhichFormulaLooksAtThem) {
    award::Run run;
    run.draws = 3000;
    const Market market = made::market(3, 5);
    run.compare = {made::four_criteria(Formula::range).method};
    const Result<Study> beside = study(made::four_criteria(Formula::lowest), market, run);
    const Result<Study> alone = study(made::four_criteria(Formula::range), market, run);
    ASSERT_TRUE(beside && alone);
    EXPECT_EQ(beside->others[0].green.count, alone->own.green.count);
    EXPECT_EQ(beside->others[0].decisive.count, alone->own.decisive.count);
    EXPECT_EQ(beside->others[0].reversals.any.count, alone->as_is.reversals.any.count);
}

TEST(ExpectedBids, TellWhenTheGreenWeightDecidesNothing) {
    Tender tender = made::four_criteria(Formula::lowest);
    award::Run run;
    run.draws = 4000;
    const auto tells = [&run](const Tender& one) {
        const Result<Study> found = study(one, made::market(3, 5), run);
        return std::any_of(found->notices.begin(), found->notices.end(), [](const Notice& notice) {
            return notice.warning == Warning::weight_without_effect && notice.values[0].second == "green";
        });
    };
    EXPECT_FALSE(tells(tender));
    tender.criteria[1].weight = Exact(1, 10);
    EXPECT_TRUE(tells(tender));
}

TEST(ExpectedBids, StopWhenAskedTo) {
    award::Run run;
    run.draws = 50'000;
    std::size_t told = 0;
    run.progress = [&told](std::size_t done, std::size_t) { return (told = done) < 3; };
    const Result<Study> found = study(made::four_criteria(Formula::lowest), made::market(2, 5), run);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.problems()[0].phrase, "award.problem.stopped");
    EXPECT_EQ(told, 3U);
}

TEST(ExpectedBids, AreRefusedWithEveryProblemAtItsPlace) {
    Market market = made::market(1, 13);
    market.price = 0;
    market.correlation = 1.5;
    market.qualities["service"].share = chance::Distribution::uniform(1, 0);
    market.qualities.erase("delivery");
    market.qualities["colour"] = {};
    award::Run run;
    run.draws = 0;
    std::vector<std::string> fields;
    const Result<Study> found = study(made::four_criteria(Formula::lowest), market, run);
    ASSERT_FALSE(found);
    for (const Problem& one : found.problems()) fields.push_back(one.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"run.draws", "market.bidders_least", "market.bidders_most",
                                                "market.price", "market.correlation",
                                                "market.qualities.service.share", "market.qualities.delivery",
                                                "market.qualities.colour"}));
}

TEST(GivenBids, WinForCertainWhenNothingIsUncertain) {
    Given given;
    given.bids = made::three_bids();
    award::Run run;
    run.draws = 10;
    const Result<Study> found = study(made::sixty_forty(Formula::lowest), given, run);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->bidders, (std::vector<std::string>{"A", "B", "C"}));
    EXPECT_EQ(found->curve.wins(0, 0).count, 10);
    EXPECT_EQ(found->curve.wins(2, 1).count, 10);
    EXPECT_EQ(found->own.green.count, 10);
    const double to_b = (1 - 100.0 / 110) / (0.2 + 1 - 100.0 / 110);
    EXPECT_NEAR(found->curve.changes()[0].at, to_b, 1e-11);
    EXPECT_EQ(found->curve.changes()[0].to, 1);
}

TEST(GivenBids, AreJudgedAtTheTendersOwnValueHoweverFarTheKnobIsTurned) {
    Given given;
    given.bids = made::three_bids();
    given.price_spread = 0.03;
    given.noise["quality"] = 0.07;
    given.kg_none = 1000;
    award::Run run;
    run.draws = 5'000;
    const Study known = *study(made::sixty_forty(Formula::value), given, run);
    EXPECT_EQ(known.knob_own, 90'000);
    EXPECT_EQ(known.knob_most, 180'000);
    for (const double most : {1'000.0, 33'333.3, 90'000.0, 123'456.7, 1e8}) {
        run.knob_most = most;
        const Study found = *study(made::sixty_forty(Formula::value), given, run);
        EXPECT_EQ(found.knob_most, std::max(most, 90'000.0)) << "never less than the tender's own value";
        EXPECT_EQ(found.own.green.count, known.own.green.count) << most;
        EXPECT_EQ(found.own.decisive.count, known.own.decisive.count) << most;
        EXPECT_EQ(found.own.extra_euros, known.own.extra_euros) << most;
        EXPECT_EQ(found.own.kg_avoided, known.own.kg_avoided) << most;
        EXPECT_EQ(found.own.euros_per_kg, known.own.euros_per_kg) << most;
    }
}

TEST(GivenBids, ThatTieFollowTheLotsThatCameOut) {
    for (const Formula formula : {Formula::lowest, Formula::utility, Formula::value}) {
        Given given;
        given.bids = {made::bid("A", 100'000, "0.6"), made::bid("B", 100'000, "0.6"),
                      made::bid("C", 140'000, "0.5")};
        given.lots = {"B", "A"};
        award::Run run;
        run.draws = 200;
        const Tender tender = made::sixty_forty(formula);
        const Study found = *study(tender, given, run);
        for (const double part : {0.0, 0.3, 1.0}) EXPECT_EQ(found.curve.wins(1, part).count, 200) << part;
        EXPECT_EQ(found.as_is.tied.count, 200);
        EXPECT_EQ(score(tender, given.bids, given.lots)->winners, (std::vector<std::string>{"B"}));
        given.lots.clear();
        EXPECT_LT(study(tender, given, run)->curve.wins(1, 0.3).count, 200) << "drawn without them";
        given.lots = {"nobody"};
        EXPECT_EQ(study(tender, given, run).problems().at(0).field, "given.lots[0]");
    }
}

TEST(GivenBids, WithoutALotKeepAFairChanceAgainstThoseWithOne) {
    Given given;
    for (const char* id : {"A", "B", "C"}) given.bids.push_back(made::bid(id, 100'000, "0.6"));
    given.lots = {"C", "A"};
    award::Run run;
    run.draws = 20'000;
    const Study found = *study(made::sixty_forty(Formula::lowest), given, run);
    EXPECT_EQ(found.curve.wins(0, 0.5).count, 0);
    expect_within_errors(found.curve.wins(1, 0.5), 1.0 / 3);
    expect_within_errors(found.curve.wins(2, 0.5), 2.0 / 3);
}

}  // namespace
}  // namespace kring::award
