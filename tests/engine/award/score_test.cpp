// SPDX-License-Identifier: EUPL-1.2
// Exact scores: against a second implementation on random tenders, properties that must hold, rounding, ties,
// the account, warnings, problems.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "engine/chance/chance.hpp"
#include "tests/engine/award/second_opinion.hpp"
#include "tests/engine/award/tenders.hpp"

namespace kring::award {
namespace {

using made::bid;
using made::number;
using made::sixty_forty;

constexpr std::array all_formulas = {
    Formula::lowest, Formula::bounds,   Formula::excess,  Formula::range,  Formula::logarithm,
    Formula::value,  Formula::per_euro, Formula::utility, Formula::shadow, Formula::discount};

/// Random numbers in order.
class Lottery {
public:
    explicit Lottery(std::uint64_t seed) : stream_(seed, 7) {}
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low +
               static_cast<std::int64_t>(stream_.word(next_++) % static_cast<std::uint64_t>(high - low + 1));
    }

private:
    chance::Stream stream_;
    std::uint64_t next_ = 0;
};

Tender random_tender(Formula formula, Lottery& lottery) {
    Tender tender = sixty_forty(formula);
    tender.criteria = {{"price", Kind::price, lottery.between(1, 80), 0, 1, {}, 0},
                       {"kg", Kind::effect, lottery.between(1, 60), 2000, 500, {}, 0, "kg CO2e"},
                       {"service", Kind::quality, lottery.between(1, 60), 0, 10, {}, 0},
                       {"plan", Kind::quality, lottery.between(1, 60), 1, 5, {}, 0}};
    const bool is_discount = formula == Formula::discount;
    tender.criteria[1].worth =
        is_discount ? Exact(lottery.between(1, 300), 1000) : Exact(lottery.between(1, 90'000));
    tender.method.base = Exact(lottery.between(11, 40), 10);
    tender.method.shadow_price = Exact(lottery.between(1, 100), 7);
    tender.method.clipped = lottery.between(0, 1) == 1;
    tender.green = "kg";
    return tender;
}

std::vector<Bid> random_bids(Lottery& lottery) {
    std::vector<Bid> bids;
    const std::int64_t count = lottery.between(1, 9);
    for (std::int64_t at = 0; at < count; ++at) {
        bids.push_back({"bid" + std::to_string(at),
                        lottery.between(50'000'00, 160'000'00),
                        {{"kg", Exact(lottery.between(400'000, 2'100'000), 1000)},
                         {"service", Exact(lottery.between(0, 100), 10)},
                         {"plan", Exact(lottery.between(3, 15), 3)}}});
    }
    return bids;
}

second::Setting setting_of(const Tender& tender) {
    second::Setting setting;
    setting.formula = tender.method.formula;
    setting.price_weight = tender.criteria[0].weight.approximate();
    setting.green_weight = tender.criteria[1].weight.approximate();
    setting.other_weights = {tender.criteria[2].weight.approximate(),
                             tender.criteria[3].weight.approximate()};
    setting.low = 80'000;
    setting.high = 140'000;
    setting.base = tender.method.base.approximate();
    setting.clipped = tender.method.clipped;
    const bool is_priced = tender.method.formula == Formula::shadow;
    setting.worth = (is_priced ? tender.method.shadow_price : tender.criteria[1].worth).approximate();
    return setting;
}

std::vector<second::Offer> offers_of(const std::vector<Bid>& bids) {
    std::vector<second::Offer> offers;
    for (const Bid& one : bids) {
        const double kg = one.given.at("kg").approximate();
        offers.push_back(
            {static_cast<long double>(one.price) / 100,
             std::clamp((2000 - kg) / 1500, 0.0, 1.0),
             kg,
             {one.given.at("service").approximate() / 10, (one.given.at("plan").approximate() - 1) / 4}});
    }
    return offers;
}

/// What the engine's total is in the second implementation, that leaves out constants of the order.
long double scale_of(const Tender& tender) {
    if (tender.method.formula == Formula::per_euro) return 100'000;
    return tender.method.formula == Formula::utility ? 1 / tender.criteria[0].weight.approximate() : 1;
}

TEST(RandomTenders, AreScoredAsByTheSecondImplementation) {
    Lottery lottery(1);
    for (int round = 0; round < 100; ++round) {
        for (const Formula formula : all_formulas) {
            const Tender tender = random_tender(formula, lottery);
            const std::vector<Bid> bids = random_bids(lottery);
            const Result<Award> award = score(tender, bids);
            ASSERT_TRUE(award);
            const second::Setting setting = setting_of(tender);
            const auto offers = offers_of(bids);
            const auto totals = second::totals(setting, offers);
            for (std::size_t at = 0; at < bids.size(); ++at) {
                const double total = made::standing(*award, bids[at].id).total.approximate();
                const auto known = static_cast<double>(totals[at] * scale_of(tender));
                ASSERT_NEAR(total, known, 1e-10 * std::max(1.0, std::abs(known))) << code_of(formula);
            }
            ASSERT_EQ(award->winners, std::vector<std::string>{bids[second::winner(setting, offers)].id});
        }
    }
}

TEST(RandomTenders, AreNeverWonByADominatedBid) {
    Lottery lottery(2);
    for (int round = 0; round < 40; ++round) {
        for (const Formula formula : all_formulas) {
            const Tender tender = random_tender(formula, lottery);
            std::vector<Bid> bids = random_bids(lottery);
            Bid worse = bids.front();
            worse.id = "worse";
            worse.price += lottery.between(1, 20'000'00);
            worse.given["service"] = worse.given["service"] * Exact(lottery.between(0, 10), 10);
            worse.given["kg"] = worse.given["kg"] + Exact(lottery.between(0, 100));
            bids.push_back(worse);
            const Result<Award> award = score(tender, bids);
            ASSERT_TRUE(award);
            EXPECT_EQ(std::count(award->winners.begin(), award->winners.end(), "worse"), 0)
                << code_of(formula);
        }
    }
}

TEST(RandomTenders, AreScoredTheSameInAnyOrderOfBids) {
    Lottery lottery(3);
    for (int round = 0; round < 25; ++round) {
        for (const Formula formula : all_formulas) {
            const Tender tender = random_tender(formula, lottery);
            std::vector<Bid> bids = random_bids(lottery);
            bids.push_back(bids.front());
            bids.back().id = "twin";
            const Result<Award> award = score(tender, bids);
            std::rotate(bids.begin(), bids.begin() + static_cast<std::ptrdiff_t>(bids.size() / 2),
                        bids.end());
            const Result<Award> other = score(tender, bids);
            ASSERT_TRUE(award && other);
            EXPECT_EQ(award->winners, other->winners);
            for (std::size_t at = 0; at < bids.size(); ++at) {
                EXPECT_EQ(award->standings[at].bid, other->standings[at].bid);
                EXPECT_EQ(award->standings[at].place, other->standings[at].place);
                EXPECT_TRUE(award->standings[at].total == other->standings[at].total);
            }
        }
    }
}

TEST(RandomTenders, DoNotTurnOnTheCurrencyWhenPricesCountAgainstEachOther) {
    Lottery lottery(4);
    for (int round = 0; round < 25; ++round) {
        for (const Formula formula : {Formula::lowest, Formula::excess, Formula::range, Formula::logarithm,
                                      Formula::per_euro, Formula::utility}) {
            const Tender tender = random_tender(formula, lottery);
            std::vector<Bid> bids = random_bids(lottery);
            const Result<Award> award = score(tender, bids);
            for (Bid& one : bids) one.price *= 37;
            const Result<Award> other = score(tender, bids);
            ASSERT_TRUE(award && other);
            const Exact factor = formula == Formula::per_euro ? Exact(1, 37) : Exact(1);
            for (std::size_t at = 0; at < bids.size(); ++at) {
                EXPECT_EQ(award->standings[at].bid, other->standings[at].bid);
                if (!award->standings[at].total.is_fraction()) continue;
                EXPECT_EQ(award->standings[at].total.fraction() * factor,
                          other->standings[at].total.fraction());
            }
        }
    }
}

std::vector<std::string> order_of(const Tender& tender, const std::vector<Bid>& bids) {
    const Result<Award> award = score(tender, bids);
    std::vector<std::string> ids;
    for (const Standing& one : award->standings) ids.push_back(one.bid);
    return ids;
}

TEST(RandomTenders, RankOnValueAsBetweenBoundsWhenTheWorthFollowsFromThem) {
    Lottery lottery(5);
    for (int round = 0; round < 25; ++round) {
        Tender tender = random_tender(Formula::bounds, lottery);
        for (Criterion& one : tender.criteria) one.worth = 0;
        tender.method.clipped = false;
        const std::vector<Bid> bids = random_bids(lottery);
        const std::vector<std::string> between_bounds = order_of(tender, bids);
        tender.method.formula = Formula::value;
        EXPECT_EQ(order_of(tender, bids), between_bounds);
    }
}

TEST(AwardLogarithms, AreComparedRigorously) {
    // A = 4: a price twice the lowest is exactly half a score, though both logarithms are no fractions.
    EXPECT_EQ(Score(40, 40, 2, 4), Score(Exact(20)));
    EXPECT_EQ(Score(40, 40, Exact(27, 8), Exact(9, 4)), Score(Exact(-20)));
    EXPECT_FALSE(Score(40, 40, 3, 2).is_fraction());
    // Prices a cent apart in a million million, against each other.
    EXPECT_TRUE(Score(40, 40, Exact(100'000'000'000'001, 90'000'000'000'000), 2) <
                Score(40, 40, Exact(100'000'000'000'000, 90'000'000'000'000), 2));
    // Points that make up for it all but 1e-27: decimals of ln 1.1 / ln 2 by another program (GNU bc).
    const Exact known = number("0.137503523749934908") +
                        Exact(3'290'436'172'364, 10'000'000'000'000) / Exact(1'000'000'000'000'000'000);
    EXPECT_EQ(Score(1, 1, Exact(11, 10), 2).decimal(27), (Exact(1) - known).decimal(27));
}

TEST(AwardRounding, IsDoneOnlyWhereToldAndBeforeRanking) {
    Tender tender = sixty_forty(Formula::lowest);
    const std::vector<Bid> bids = {bid("A", 100'000, "0.60"), bid("B", 100'100, "0.60")};
    ASSERT_EQ(score(tender, bids)->winners, std::vector<std::string>{"A"});
    tender.ties = {{TieRule::By::lot}};
    EXPECT_EQ(score(tender, bids)->winners, std::vector<std::string>{"A"});
    tender.rounding.points = 1;
    const Result<Award> award = score(tender, bids);
    EXPECT_EQ(award->winners, (std::vector<std::string>{"A", "B"}));
    const Step& price = made::standing(*award, "B").steps[1];
    EXPECT_EQ(price.expression, "40 × 100000.00 / 100100.00");
    EXPECT_EQ(price.exact.fraction().fraction(), "40000/1001");
    EXPECT_EQ(price.value.fraction().fraction(), "40");
    EXPECT_TRUE(price.is_rounded);
    EXPECT_EQ(made::standing(*award, "B").steps.back().expression, "40 + 36");
    EXPECT_EQ(score(tender, bids, {"B", "A"})->winners, std::vector<std::string>{"B"});
    EXPECT_EQ(score(tender, bids, {"A"})->winners, (std::vector<std::string>{"A", "B"})) << "B drew no lot";
    tender.rounding = {std::nullopt, 1};
    EXPECT_EQ(score(tender, bids)->winners.size(), 2U);
    EXPECT_EQ(Exact(25, 1000).decimal(2), "0.03");
    EXPECT_EQ(Exact(-25, 1000).decimal(2), "-0.03");
}

TEST(AwardTies, AreSettledRuleByRuleAndAccountedFor) {
    Tender tender = sixty_forty(Formula::value);
    tender.criteria[1].worth = 50'000;
    tender.ties = {{TieRule::By::criterion, "quality"}, {TieRule::By::lot}};
    const std::vector<Bid> bids = {bid("A", 100'000, "0.60"), bid("B", 110'000, "0.80"),
                                   bid("B2", 110'000, "0.80")};
    const Result<Award> award = score(tender, bids, {"B2", "B"});
    ASSERT_TRUE(award);
    ASSERT_EQ(award->ties.size(), 2U);
    EXPECT_EQ(award->ties[0].bids, (std::vector<std::string>{"A", "B", "B2"}));
    EXPECT_EQ(award->ties[0].left, (std::vector<std::string>{"B", "B2"}));
    EXPECT_EQ(award->ties[1].left, std::vector<std::string>{"B2"});
    std::vector<int> places;
    for (const Standing& one : award->standings) places.push_back(one.place);
    EXPECT_EQ(places, (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(award->winners, std::vector<std::string>{"B2"});
}

std::set<std::string> warnings(const Tender& tender, const std::vector<Bid>& bids) {
    std::set<std::string> codes;
    const Result<Award> award = score(tender, bids);
    for (const Notice& notice : award->notices) codes.insert(std::string(code_of(notice.warning)));
    return codes;
}

TEST(AwardWarnings, TellWhatTheRulesDo) {
    Tender tender = sixty_forty(Formula::lowest);
    EXPECT_EQ(warnings(tender, made::three_bids()),
              (std::set<std::string>{"relative_reverses", "shrunk_scale", "uneven_exchange",
                                     "weight_without_effect"}))
        << "C wins on quality alone";
    tender.criteria[1].weight = 70;
    EXPECT_TRUE(warnings(tender, made::three_bids()).contains("weights_sum"));
    tender = sixty_forty(Formula::bounds);
    EXPECT_EQ(warnings(tender, {bid("A", 70'000, "0.1"), bid("B", 110'000, "0.9")}),
              (std::set<std::string>{"beyond_bounds", "weight_without_effect"}));
    EXPECT_TRUE(warnings(tender, {bid("A", 100'000, "0.1"), bid("B", 101'000, "0.9")})
                    .contains("small_price_spread"));
    tender.rounding.total = 0;
    EXPECT_TRUE(
        warnings(tender, {bid("A", 100'000, "0.5"), bid("B", 100'100, "0.5")}).contains("rounding_ties"));
    tender.ties = {};
    EXPECT_TRUE(
        warnings(tender, {bid("A", 100'000, "0.5"), bid("B", 100'100, "0.5")}).contains("lots_needed"));
    tender = sixty_forty(Formula::value);
    tender.method.price_low = tender.method.price_high = 0;
    EXPECT_EQ(warnings(tender, made::three_bids()), (std::set<std::string>{"shrunk_scale", "weight_unused"}));
}

TEST(AwardProblems, AreAllToldAtOnceWithTheirPlaces) {
    Tender tender = sixty_forty(Formula::bounds);
    tender.criteria.push_back({"quality", Kind::quality, -1, 5, 5, {7}, 0});
    tender.method.price_low = tender.method.price_high;
    tender.method.base = 1;
    tender.rounding.total = 9;
    tender.ties = {{TieRule::By::lot}, {TieRule::By::criterion, "price"}};
    tender.green = "price";
    std::vector<std::string> fields;
    for (const Problem& one : problems_of(tender)) fields.push_back(one.field);
    EXPECT_EQ(fields,
              (std::vector<std::string>{"criteria[2].weight", "criteria[2].full", "criteria[2].steps[0]",
                                        "criteria[2].id", "method.price_high", "method.base", "green",
                                        "rounding.total", "ties[0]", "ties[1].criterion"}));
    const Tender good = sixty_forty(Formula::lowest);
    Bid bad = bid("A", 0, "1.2");
    bad.given["colour"] = 1;
    fields.clear();
    for (const Problem& one : problems_of(good, {bad, {"A", 1, {}}}, {"Z"})) fields.push_back(one.field);
    EXPECT_EQ(fields,
              (std::vector<std::string>{"bids[0].price", "bids[0].given.quality", "bids[0].given.colour",
                                        "bids[1].given.quality", "bids[1].id", "lots[0]"}));
    EXPECT_FALSE(score(good, {}));
}

TEST(ExactNumbers, AreReadAndWrittenWithoutLoss) {
    EXPECT_EQ(number("387098.666667").fraction(), "387098666667/1000000");
    EXPECT_EQ(number("-0.25").shortest(), "-0.25");
    EXPECT_EQ(number("2/3").shortest(), "0.666667…");
    EXPECT_EQ(Exact(-1, 30'000).decimal(3), "0.000");
    for (const char* const text : {"", ".", "1.", ".5", "1,5", "1e3", "1/0", "--1", "1234567890123456789"}) {
        EXPECT_FALSE(Exact::parse(text)) << text;
    }
}

}  // namespace
}  // namespace kring::award
