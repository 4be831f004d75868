// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "engine/award/reckoning.hpp"

namespace kring::award {

namespace {

double spread_of(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values) sum += value;
    double squares = 0;
    for (const double value : values) squares += (value - sum / count) * (value - sum / count);
    return std::sqrt(squares / count);
}

double worth_in_all(const Tender& tender) {
    Exact sum;
    for (const Exact& worth : worths_of(tender)) sum = sum + worth;
    return sum.approximate();
}

double effect_range(const Tender& tender) {
    for (const Criterion& one : tender.criteria) {
        if (one.id == tender.green) return std::abs((one.full - one.none).approximate());
    }
    return 0;
}

/// A bid's result as a straight line of the knob.
struct Line {
    double start = 0;
    double slope = 0;
};

Line line_of(const Tender& tender, const Reckoned& one, const std::vector<Exact>& worths) {
    const Formula formula = tender.method.formula;
    Exact weights;
    Exact points;
    Exact off;
    Exact green;
    for (std::size_t at = 0; at < tender.criteria.size(); ++at) {
        const Criterion& criterion = tender.criteria[at];
        const bool counts = criterion.kind != Kind::price || formula != Formula::per_euro;
        if (criterion.id == tender.green) {
            green = one.shares[at];
        } else if (counts) {
            weights = weights + criterion.weight;
            points = points + criterion.weight * one.shares[at];
            off = off + worths[at] * one.shares[at];
        }
    }
    const Exact price = euros(one.bid->price);
    if (formula == Formula::value) return {(price - off).approximate(), (-green).approximate()};
    if (formula == Formula::shadow) {
        return {(price - off).approximate(), one.bid->given.at(tender.green).approximate()};
    }
    if (formula == Formula::discount) {
        return {(price * (Exact(1) - off)).approximate(), (-(price * green)).approximate()};
    }
    const double scale = weights == Exact(0) ? 0 : 1 / weights.approximate();
    if (formula == Formula::per_euro) {
        const double rest = scale == 0 ? green.approximate() : points.approximate() * scale;
        return {rest / price.approximate(), (green.approximate() - rest) / price.approximate()};
    }
    const double share = one.price_share.approximate() * price_weight(tender).approximate();
    const double rest = (points.approximate() + share) * scale;
    return {rest, green.approximate() - rest};
}

}  // namespace

std::optional<double> break_even(const Tender& tender, const std::vector<Bid>& bids, const std::string& one,
                                 const std::string& other) {
    const bool is_curved = tender.method.formula == Formula::utility;
    if (is_curved || !problems_of(tender).empty() || !problems_of(tender, bids).empty()) return std::nullopt;
    std::vector<const Bid*> all;
    for (const Bid& bid : bids) all.push_back(&bid);
    const Reckoning reckoning = reckon(tender, all);
    const auto find = [&reckoning](const std::string& id) {
        return std::find_if(reckoning.bids.begin(), reckoning.bids.end(),
                            [&id](const Reckoned& bid) { return bid.bid->id == id; });
    };
    const auto first = find(one);
    const auto second = find(other);
    if (tender.green.empty() || first == reckoning.bids.end() || second == reckoning.bids.end())
        return std::nullopt;
    const std::vector<Exact> worths = worths_of(tender);
    const Line here = line_of(tender, *first, worths);
    const Line there = line_of(tender, *second, worths);
    if (here.slope == there.slope) return std::nullopt;
    const double knob = (here.start - there.start) / (there.slope - here.slope);
    const bool is_reachable = knob >= 0 && (is_money(tender.method.formula) || knob <= 1);
    return is_reachable ? std::optional(knob) : std::nullopt;
}

std::vector<double> effective_weights(const std::vector<double>& weights,
                                      const std::vector<double>& spreads) {
    std::vector<double> effective;
    double sum = 0;
    for (std::size_t at = 0; at < weights.size(); ++at) {
        effective.push_back(weights[at] * spreads[at]);
        sum += effective.back();
    }
    for (double& one : effective) one = sum > 0 ? one / sum : 0;
    return effective;
}

std::vector<Weighing> weighings_of(const Tender& tender, const Reckoning& reckoning) {
    const Formula formula = tender.method.formula;
    const bool has_points = !is_money(formula) && formula != Formula::per_euro && formula != Formula::utility;
    if (!has_points) return {};
    std::vector<double> weights;
    std::vector<double> spreads;
    double sum = 0;
    for (std::size_t at = 0; at < tender.criteria.size(); ++at) {
        std::vector<double> shares;
        for (const Reckoned& one : reckoning.bids) {
            const bool is_price = tender.criteria[at].kind == Kind::price;
            shares.push_back(is_price ? one.price_share.approximate() : one.shares[at].approximate());
        }
        weights.push_back(tender.criteria[at].weight.approximate());
        spreads.push_back(spread_of(shares));
        sum += weights.back();
    }
    const std::vector<double> effective = effective_weights(weights, spreads);
    std::vector<Weighing> weighings;
    for (std::size_t at = 0; at < tender.criteria.size(); ++at) {
        weighings.push_back({tender.criteria[at].id, weights[at] / sum, effective[at], spreads[at]});
    }
    return weighings;
}

double implied_price(const Tender& tender, double price, double quality, double lowest, double highest) {
    const Method& method = tender.method;
    const double ratio =
        price_weight(tender) == Exact(0) ? 0 : (quality_weight(tender) / price_weight(tender)).approximate();
    switch (method.formula) {
        case Formula::lowest:
            return ratio * price * price / lowest;
        case Formula::bounds:
            return ratio * static_cast<double>(method.price_high - method.price_low) / 100;
        case Formula::excess:
            return ratio * lowest;
        case Formula::range:
            return ratio * (highest - lowest);
        case Formula::logarithm:
            return ratio * price * std::log(method.base.approximate());
        case Formula::value:
            return worth_in_all(tender);
        case Formula::per_euro:
            return quality > 0 ? price / quality : 0;
        case Formula::utility:
            return ratio * price;
        case Formula::shadow:
            return worth_in_all(tender) + method.shadow_price.approximate() * effect_range(tender);
        case Formula::discount: {
            const double worth = worth_in_all(tender);
            return worth * price / (1 - worth * quality);
        }
    }
    return 0;
}

}  // namespace kring::award
