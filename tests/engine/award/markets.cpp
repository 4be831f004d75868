// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/award/markets.hpp"

#include "engine/award/draws.hpp"
#include "tests/engine/award/tenders.hpp"

namespace kring::award::made {

Tender four_criteria(Formula formula) {
    Tender tender = sixty_forty(formula);
    tender.criteria = {{"price", Kind::price, 40, 0, 1, {}, 0},
                       {"green", Kind::effect, 30, 1000, 400, {}, 30'000, "kg CO2e"},
                       {"service", Kind::quality, 20, 0, 10, {}, 0},
                       {"delivery", Kind::quality, 10, 0, 10, {}, 0}};
    if (formula == Formula::discount) tender.criteria[1].worth = number("0.12");
    tender.method.price_low = 70'000'00;
    tender.method.price_high = 150'000'00;
    tender.method.shadow_price = 2;
    tender.green = "green";
    return tender;
}

Market market(int least, int most) {
    Market market;
    market.bidders_least = least;
    market.bidders_most = most;
    market.price = 100'000'00;
    market.level_spread = 0.05;
    market.price_spread = 0.15;
    market.premium = 0.1;
    market.correlation = 0.3;
    market.qualities["green"] = {chance::Distribution::uniform(0.1, 0.9), 0};
    market.qualities["service"] = {chance::Distribution::normal(0.6, 0.2), 0.05};
    market.qualities["delivery"] = {chance::Distribution::triangular(0.2, 0.7, 1), 0};
    market.kg_uncertainty = 0.1;
    return market;
}

second::Setting setting_of(const Tender& tender) {
    second::Setting setting;
    setting.formula = tender.method.formula;
    setting.price_weight = 40;
    setting.green_weight = 30;
    setting.other_weights = {20, 10};
    setting.low = 70'000;
    setting.high = 150'000;
    setting.base = tender.method.base.approximate();
    setting.clipped = tender.method.clipped;
    setting.worth = tender.method.formula == Formula::shadow ? 2 : tender.criteria[1].worth.approximate();
    return setting;
}

std::vector<std::vector<second::Offer>> offers(const Tender& tender, const Market& market, std::uint64_t seed,
                                               std::size_t draws) {
    const Field field = field_of(tender, market, seed);
    Block block(field);
    std::vector<std::vector<second::Offer>> all;
    for (std::size_t first = 0; first < draws; first += draws_in_block) {
        const std::size_t count = std::min(draws_in_block, draws - first);
        block.draw(field, first, count, true);
        for (std::size_t at = 0; at < count; ++at) {
            auto& offers = all.emplace_back();
            for (std::size_t bidder = 0; bidder < block.bidders(at); ++bidder) {
                offers.push_back({block.price(bidder)[at] / 100.0L,
                                  block.share(0, bidder)[at],
                                  block.stated_kg(bidder)[at],
                                  {block.share(1, bidder)[at], block.share(2, bidder)[at]}});
            }
        }
    }
    return all;
}

}  // namespace kring::award::made
