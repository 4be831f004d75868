// SPDX-License-Identifier: EUPL-1.2
// Studies against trying everything: a grid of 1,001 weights, every losing bid taken away, and exact scores
// where bids tie by the dozen.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/engine/award/markets.hpp"
#include "tests/engine/award/tenders.hpp"

namespace kring::award {
namespace {

constexpr std::uint64_t seed = 20;
constexpr std::size_t draws_tried = 8;  // for each formula and number of bidders, at 1,001 weights each

std::vector<double> thousand_parts() {
    std::vector<double> parts;
    for (int step = 0; step < grid_size; ++step) parts.push_back(static_cast<double>(step) / (grid_size - 1));
    return parts;
}

/// How often each bidder wins, the greenest wins, and the winner is another than at 0; by weight.
struct Tried {
    std::vector<std::vector<std::int64_t>> rows;
    std::vector<long double> extra;
};

Tried tried(const Tender& tender, const std::vector<std::vector<second::Offer>>& draws, long double most,
            std::size_t bidders) {
    const second::Setting setting = made::setting_of(tender);
    Tried counted;
    counted.rows.assign(bidders + 2, std::vector<std::int64_t>(grid_size));
    counted.extra.assign(grid_size, 0);
    for (std::size_t step = 0; step < grid_size; ++step) {
        const second::Setting turned = second::turned(setting, static_cast<long double>(step) / 1000, most);
        const second::Setting none = second::turned(setting, 0, most);
        for (const auto& offers : draws) {
            const std::size_t won = second::winner(turned, offers);
            const std::size_t before = second::winner(none, offers);
            const bool is_green = std::all_of(offers.begin(), offers.end(), [&](const second::Offer& one) {
                return one.green <= offers[won].green;
            });
            counted.rows[0][step] += is_green ? 1 : 0;
            counted.rows[1][step] += won != before ? 1 : 0;
            ++counted.rows[won + 2][step];
            counted.extra[step] += offers[won].price - offers[before].price;
        }
    }
    return counted;
}

class EveryWeight : public testing::TestWithParam<Formula> {};

TEST_P(EveryWeight, GivesTheSameWinnersInOnePassAsTryingThemAll) {
    const Tender tender = made::four_criteria(GetParam());
    award::Run run;
    run.seed = seed;
    run.draws = draws_tried;
    for (int bidders = 2; bidders <= bidders_max; ++bidders) {
        const Market market = made::market(bidders, bidders);
        const Result<Study> found = study(tender, market, run);
        ASSERT_TRUE(found);
        const Tried counted = tried(tender, made::offers(tender, market, seed, draws_tried), found->knob_most,
                                    static_cast<std::size_t>(bidders));
        const auto sampled = found->curve.sample(thousand_parts());
        for (std::size_t row = 0; row < counted.rows.size(); ++row) {
            for (std::size_t step = 0; step < grid_size; ++step) {
                ASSERT_EQ(sampled[row][step].count, counted.rows[row][step])
                    << bidders << " bidders, row " << row << ", weight " << step << "/1000";
            }
        }
        for (std::size_t step = 0; step < grid_size; ++step) {
            const Point& point = found->grid[step];
            EXPECT_EQ(point.green.count, counted.rows[0][step]);
            EXPECT_NEAR(point.extra_euros * static_cast<double>(point.decisive.count),
                        static_cast<double>(counted.extra[step]), 1e-6);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Formulas, EveryWeight,
                         testing::Values(Formula::lowest, Formula::bounds, Formula::excess, Formula::range,
                                         Formula::logarithm, Formula::value, Formula::per_euro,
                                         Formula::utility, Formula::shadow, Formula::discount),
                         [](const auto& one) { return std::string(code_of(one.param)); });

TEST(EveryWeightOfClippedPrices, GivesTheSameWinnersToo) {
    Market market = made::market(3, 6);
    market.price_spread = 0.8;  // many prices beyond twice the lowest, and beyond the bounds
    for (const Formula formula : {Formula::excess, Formula::bounds, Formula::logarithm}) {
        const Tender tender = made::four_criteria(formula);
        award::Run run;
        run.seed = seed;
        run.draws = 30;
        const Result<Study> found = study(tender, market, run);
        ASSERT_TRUE(found);
        const Tried counted = tried(tender, made::offers(tender, market, seed, 30), 1, 6);
        const auto sampled = found->curve.sample(thousand_parts());
        for (std::size_t row = 0; row < counted.rows.size(); ++row) {
            for (std::size_t step = 0; step < grid_size; ++step) {
                ASSERT_EQ(sampled[row][step].count, counted.rows[row][step])
                    << code_of(formula) << " " << step;
            }
        }
    }
}

struct Reversed {
    std::int64_t any = 0;
    std::vector<std::int64_t> by_bidder;
};

Reversed reversed(const second::Setting& setting, const std::vector<std::vector<second::Offer>>& draws,
                  std::size_t bidders) {
    Reversed counted;
    counted.by_bidder.resize(bidders);
    for (const auto& offers : draws) {
        const std::size_t won = second::winner(setting, offers);
        bool any = false;
        for (std::size_t loser = 0; loser < offers.size(); ++loser) {
            if (loser == won) continue;
            std::vector<second::Offer> rest = offers;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(loser));
            const std::size_t then = second::winner(setting, rest);
            if (then + (then >= loser ? 1 : 0) == won) continue;
            any = true;
            ++counted.by_bidder[loser];
        }
        counted.any += any ? 1 : 0;
    }
    return counted;
}

TEST(RankReversals, AreCountedAsByTakingAwayEveryLoser) {
    const Market market = made::market(2, 7);
    const Tender tender = made::four_criteria(Formula::lowest);
    award::Run run;
    run.seed = seed;
    run.draws = 4000;
    run.compare = usual_methods(tender, 70'000'00, 150'000'00);
    const Result<Study> found = study(tender, market, run);
    ASSERT_TRUE(found);
    const auto draws = made::offers(tender, market, seed, 4000);
    std::int64_t all = 0;
    for (const Compared& one : found->others) {
        if (is_money(one.method.formula)) {
            EXPECT_EQ(one.reversals.any.count, 0) << code_of(one.method.formula);
            continue;
        }
        Tender other = tender;
        other.method = one.method;
        const Reversed counted = reversed(made::setting_of(other), draws, 7);
        EXPECT_EQ(one.reversals.any.count, counted.any) << code_of(one.method.formula);
        for (std::size_t bidder = 0; bidder < 7; ++bidder) {
            EXPECT_EQ(one.reversals.by_bidder[bidder].count, counted.by_bidder[bidder]);
        }
        EXPECT_TRUE(is_relative(one.method.formula) || counted.any == 0);
        all += counted.any;
    }
    EXPECT_GT(all, 100);
}

/// Bids on a coarse raster, where lines meet at weights of the grid and whole bids are alike.
Given coarse_bids(chance::Stream& stream, std::uint64_t number) {
    Given given;
    const std::uint64_t count = 2 + stream.word(100 * number) % 5;
    for (std::uint64_t bid = 0; bid < count; ++bid) {
        const std::uint64_t word = stream.word(100 * number + bid + 1);
        given.bids.push_back({"bid" + std::to_string(bid),
                              100'000'00 << (word % 3),
                              {{"green", Exact(static_cast<std::int64_t>(word / 8 % 5), 4)},
                               {"service", Exact(static_cast<std::int64_t>(word / 64 % 5), 4)}}});
    }
    return given;
}

Tender coarse_tender(Formula formula) {
    Tender tender = made::sixty_forty(formula);
    tender.criteria = {{"price", Kind::price, 50, 0, 1, {}, 0},
                       {"green", Kind::quality, 25, 0, 1, {}, 100'000},
                       {"service", Kind::quality, 50, 0, 1, {}, 0}};
    tender.method.price_low = 0;
    tender.method.price_high = formula == Formula::bounds ? 512'000'00 : 0;
    tender.green = "green";
    tender.ties = {{TieRule::By::criterion, "service"}, {TieRule::By::price}, {TieRule::By::lot}};
    return tender;
}

/// The same tender with k thousandths of the weight, or of 200 000 euros, on green.
Tender turned(const Tender& tender, std::int64_t step) {
    Tender other = tender;
    other.criteria[0].weight = Exact(1000 - step, 2);
    other.criteria[1].weight = Exact(step);
    other.criteria[2].weight = Exact(1000 - step, 2);
    other.criteria[1].worth = Exact(200 * step);
    return other;
}

TEST(TiedBids, AreSettledAtEveryWeightAsTheExactScoresSay) {
    chance::Stream stream(seed, 1);
    std::int64_t ties = 0;
    for (std::uint64_t number = 0; number < 12; ++number) {
        for (const Formula formula : {Formula::lowest, Formula::bounds, Formula::excess, Formula::value}) {
            const Tender tender = coarse_tender(formula);
            const Given given = coarse_bids(stream, number);
            award::Run run;
            run.draws = 1;
            run.seed = number;
            const Result<Study> found = study(tender, given, run);
            ASSERT_TRUE(found);
            ASSERT_EQ(found->knob_most, formula == Formula::value ? 200'000 : 1);
            const auto rows = found->curve.sample(thousand_parts());
            for (std::size_t step = 0; step < grid_size; step += 50) {
                const Result<Award> award =
                    score(turned(tender, static_cast<std::int64_t>(step)), given.bids);
                ASSERT_TRUE(award);
                ties += award->ties.empty() ? 0 : 1;
                std::int64_t won = 0;
                for (const std::string& id : award->winners) {
                    won += rows[2 + static_cast<std::size_t>(std::stoi(id.substr(3)))][step].count;
                }
                ASSERT_EQ(won, 1) << code_of(formula) << " tender " << number << " weight " << step;
            }
        }
    }
    EXPECT_GT(ties, 50);
}

}  // namespace
}  // namespace kring::award
