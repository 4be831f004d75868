// SPDX-License-Identifier: EUPL-1.2
#include "engine/award/draws.hpp"

#include <algorithm>
#include <cmath>

namespace kring::award {

namespace {

// Streams: one for each number that is drawn, so that adding a bidder or a criterion moves no other draw.
constexpr std::uint64_t stream_bidders = 1;
constexpr std::uint64_t stream_level = 2;
constexpr std::uint64_t stream_lots = 3;
constexpr std::uint64_t stream_price = 16;
constexpr std::uint64_t stream_kg = 32;
constexpr std::uint64_t stream_share = 64;
constexpr std::uint64_t stream_noise = 80;
constexpr std::uint64_t streams_a_criterion = 32;

constexpr double cents_max = 1099511627776.0;  // 2^40
constexpr double magic = 6755399441055744.0;   // 1.5 × 2^52: adding it rounds to a whole number
constexpr double share_spread_least = 1e-9;

template <class T>
const T& of_bidder(const std::vector<T>& each, std::size_t bidder) {
    return each.size() == 1 ? each.front() : each[bidder];
}

std::size_t count_but_price(const Tender& tender, Field& field) {
    for (std::size_t at = 0; at < tender.criteria.size(); ++at) {
        if (tender.criteria[at].kind == Kind::price) continue;
        if (tender.criteria[at].id == tender.green) field.green = field.criteria.size();
        field.criteria.push_back({at, tender.criteria[at].id == tender.green, {}, {}, false});
    }
    return field.criteria.size();
}

void take_kg(const Tender& tender, double kg_none, double kg_full, Field& field) {
    const Criterion& green = tender.criteria[field.criteria[field.green].criterion];
    const bool is_effect = green.kind == Kind::effect;
    field.kg_none = is_effect ? green.none.approximate() : kg_none;
    field.kg_full = is_effect ? green.full.approximate() : kg_full;
}

bool may_pass_bounds(const chance::Distribution& share) {
    return chance::low(share) < 0 || chance::high(share) > 1;
}

void take_green_law(const chance::Distribution& law, Field& field) {
    const double spread = chance::sd(law);
    field.green_mean.push_back(chance::mean(law));
    field.green_scale.push_back(spread > share_spread_least ? 1 / spread : 0);
}

}  // namespace

Field field_of(const Tender& tender, const Market& market, std::uint64_t seed) {
    Field field;
    field.seed = seed;
    field.least = static_cast<std::size_t>(market.bidders_least);
    field.most = static_cast<std::size_t>(market.bidders_most);
    field.log_price.assign(field.most, chance::logarithm(static_cast<double>(market.price)));
    field.level_spread = market.level_spread;
    field.price_spread = market.price_spread;
    field.premium = market.premium;
    field.correlation = market.correlation;
    count_but_price(tender, field);
    for (DrawnCriterion& one : field.criteria) {
        const Quality& quality = market.qualities.at(tender.criteria[one.criterion].id);
        one.noise = {quality.noise};
        one.samplers.emplace_back(quality.share);
        one.may_pass_bounds = may_pass_bounds(quality.share);
        if (!one.is_green) continue;
        for (std::size_t bidder = 0; bidder < field.most; ++bidder) {
            const bool is_pioneer = bidder == 0 && market.pioneer.has_value();
            take_green_law(is_pioneer ? market.pioneer->green : quality.share, field);
        }
        if (!market.pioneer) continue;
        one.samplers.assign(field.most, chance::Sampler(quality.share));
        one.samplers.front() = chance::Sampler(market.pioneer->green);
        one.may_pass_bounds = one.may_pass_bounds || may_pass_bounds(market.pioneer->green);
        field.log_price.front() += market.pioneer->premium;
    }
    take_kg(tender, market.kg_none, market.kg_full, field);
    field.kg_uncertainty = market.kg_uncertainty;
    return field;
}

Field field_of(const Tender& tender, const Given& given, std::uint64_t seed) {
    Field field;
    field.seed = seed;
    field.least = given.bids.size();
    field.most = given.bids.size();
    field.price_spread = given.price_spread;
    field.kg_uncertainty = given.kg_uncertainty;
    count_but_price(tender, field);
    take_kg(tender, given.kg_none, given.kg_full, field);
    for (DrawnCriterion& one : field.criteria) {
        const Criterion& criterion = tender.criteria[one.criterion];
        const auto noise = given.noise.find(criterion.id);
        one.noise = {noise == given.noise.end() ? 0 : noise->second};
        for (const Bid& bid : given.bids) {
            const Exact& mark = bid.given.at(criterion.id);
            const double share = clipped(share_of(criterion, mark)).approximate();
            one.samplers.emplace_back(chance::Distribution::fixed(share));
            if (!one.is_green) continue;
            field.green_mean.push_back(share);
            field.green_scale.push_back(0);
            if (criterion.kind == Kind::effect) field.kg_given.push_back(mark.approximate());
        }
    }
    for (const Bid& bid : given.bids) {
        field.log_price.push_back(chance::logarithm(static_cast<double>(bid.price)));
    }
    const bool by_lot = !tender.ties.empty() && tender.ties.back().by == TieRule::By::lot;
    for (const std::string& id : by_lot ? given.lots : Lots()) {
        const auto is_its = [&id](const Bid& bid) { return bid.id == id; };
        const auto found = std::find_if(given.bids.begin(), given.bids.end(), is_its);
        field.lots.push_back(static_cast<std::size_t>(found - given.bids.begin()));
    }
    return field;
}

Block::Block(const Field& field)
    : most_(field.most),
      bidders_(draws_in_block, field.most),
      prices_(field.most * draws_in_block),
      logarithms_(field.most * draws_in_block),
      shares_(field.criteria.size() * field.most * draws_in_block),
      stated_(field.most * draws_in_block),
      real_(field.most * draws_in_block),
      level_(draws_in_block),
      scratch_(draws_in_block) {}

void Block::draw(const Field& field, std::uint64_t first, std::size_t count, bool with_kg) {
    first_ = first;
    count_ = count;
    draw_bidders(field);
    draw_shares(field);
    draw_prices(field);
    if (with_kg) draw_kg(field);
    draw_noise(field);
}

void Block::take_logarithms() {
    for (std::size_t bidder = 0; bidder < most_; ++bidder) {
        const std::span<double> prices = row(prices_, bidder);
        const std::span<double> logarithms = row(logarithms_, bidder);
        std::copy(prices.begin(), prices.end(), logarithms.begin());
        chance::logarithms(logarithms);
    }
}

void Block::draw_bidders(const Field& field) {
    if (field.least == field.most) return;
    chance::uniforms(chance::Stream(field.seed, stream_bidders), first_, row(scratch_, 0));
    const auto kinds = static_cast<double>(field.most - field.least + 1);
    for (std::size_t at = 0; at < count_; ++at) {
        bidders_[at] = std::min(field.most, field.least + static_cast<std::size_t>(scratch_[at] * kinds));
    }
}

void Block::draw_shares(const Field& field) {
    for (std::size_t at = 0; at < field.criteria.size(); ++at) {
        const DrawnCriterion& one = field.criteria[at];
        for (std::size_t bidder = 0; bidder < most_; ++bidder) {
            const std::span<double> shares = row(shares_, at * most_ + bidder);
            const chance::Sampler& sampler = of_bidder(one.samplers, bidder);
            const chance::Stream stream(field.seed, stream_share + at * streams_a_criterion + bidder);
            sampler.draw(stream, first_, shares);
            if (one.may_pass_bounds) clip(shares);
        }
    }
}

void Block::clip(std::span<double> shares) {
    for (double& share : shares) share = std::min(1.0, std::max(0.0, share));
}

/// What assessors add comes after prices and kg, that follow from what is offered and not from how it is
/// seen.
void Block::draw_noise(const Field& field) {
    for (std::size_t at = 0; at < field.criteria.size(); ++at) {
        for (std::size_t bidder = 0; bidder < most_; ++bidder) {
            const double noise = of_bidder(field.criteria[at].noise, bidder);
            if (noise == 0) continue;
            const std::span<double> shares = row(shares_, at * most_ + bidder);
            const chance::Stream stream(field.seed, stream_noise + at * streams_a_criterion + bidder);
            chance::normals(stream, first_, row(scratch_, 0));
            chance::blend(1, shares, noise, row(scratch_, 0));
            clip(shares);
        }
    }
}

void Block::draw_prices(const Field& field) {
    if (field.level_spread > 0) {
        chance::normals(chance::Stream(field.seed, stream_level), first_, row(level_, 0));
    }
    const double own = field.price_spread * std::sqrt(1 - field.correlation * field.correlation);
    for (std::size_t bidder = 0; bidder < most_; ++bidder) {
        const std::span<double> prices = row(prices_, bidder);
        // ln P = start + own·Z + slope·G + level·Z0
        const double slope =
            field.premium + field.price_spread * field.correlation * field.green_scale[bidder];
        const double start = field.log_price[bidder] - field.price_spread * field.correlation *
                                                           field.green_scale[bidder] *
                                                           field.green_mean[bidder];
        if (own > 0) {
            chance::normals(chance::Stream(field.seed, stream_price + bidder), first_, prices);
        } else {
            std::fill(prices.begin(), prices.end(), 0.0);
        }
        for (double& price : prices) price = price * own + start;
        if (slope != 0) chance::blend(1, prices, slope, row(shares_, field.green * most_ + bidder));
        if (field.level_spread > 0) chance::blend(1, prices, field.level_spread, row(level_, 0));
        chance::exponentials(prices);
        for (double& price : prices) {
            price = (std::min(cents_max, std::max(1.0, price)) + magic) - magic;
        }
    }
}

void Block::draw_kg(const Field& field) {
    for (std::size_t bidder = 0; bidder < most_; ++bidder) {
        const std::span<double> stated = row(stated_, bidder);
        const std::span<double> green = row(shares_, field.green * most_ + bidder);
        const bool is_given = !field.kg_given.empty();
        for (std::size_t at = 0; at < count_; ++at) {
            stated[at] = is_given ? field.kg_given[bidder]
                                  : field.kg_none + (field.kg_full - field.kg_none) * green[at];
        }
        const std::span<double> real = row(real_, bidder);
        std::copy(stated.begin(), stated.end(), real.begin());
        if (field.kg_uncertainty == 0) continue;
        const std::span<double> factor = row(scratch_, 0);
        chance::normals(chance::Stream(field.seed, stream_kg + bidder), first_, factor);
        const double spread = field.kg_uncertainty;
        for (double& one : factor) one = one * spread - 0.5 * spread * spread;
        chance::exponentials(factor);
        for (std::size_t at = 0; at < count_; ++at) real[at] *= factor[at];
    }
}

std::uint64_t lot_of(std::uint64_t seed, std::uint64_t draw, std::size_t bidder) {
    return chance::Stream(seed, stream_lots).word(draw * 16 + bidder);
}

}  // namespace kring::award
