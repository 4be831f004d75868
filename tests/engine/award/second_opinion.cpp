// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/award/second_opinion.hpp"

#include <algorithm>
#include <cmath>

namespace kring::award::second {

namespace {

long double quality_points(const Setting& s, const Offer& offer) {
    long double points = s.green_weight * offer.green;
    for (std::size_t at = 0; at < offer.others.size(); ++at) points += s.other_weights[at] * offer.others[at];
    return points;
}

long double quality_weight(const Setting& s) {
    long double sum = s.green_weight;
    for (const long double one : s.other_weights) sum += one;
    return sum;
}

long double limited(const Setting& s, long double share) {
    return s.clipped ? std::min(1.0L, std::max(0.0L, share)) : share;
}

}  // namespace

std::vector<long double> totals(const Setting& s, const std::vector<Offer>& offers) {
    long double pb = offers.front().price;
    long double pmax = pb;
    long double best = 0;
    for (const Offer& one : offers) {
        pb = std::min(pb, one.price);
        pmax = std::max(pmax, one.price);
        best = std::max(best, quality_points(s, one));
    }
    std::vector<long double> totals;
    for (const Offer& one : offers) {
        const long double p = one.price;
        const long double q = quality_points(s, one);
        const long double wp = s.price_weight;
        switch (s.formula) {
            case Formula::lowest:
                totals.push_back(q + wp * pb / p);
                break;
            case Formula::bounds:
                totals.push_back(q + wp * limited(s, (s.high - p) / (s.high - s.low)));
                break;
            case Formula::excess:
                totals.push_back(q + wp * std::max(0.0L, 2 - p / pb));
                break;
            case Formula::range:
                totals.push_back(q + (pmax > pb ? wp * (pmax - p) / (pmax - pb) : wp));
                break;
            case Formula::logarithm:
                totals.push_back(q + wp * limited(s, 1 - std::log(p / pb) / std::log(s.base)));
                break;
            case Formula::value:
                totals.push_back(p - s.worth * one.green);
                break;
            case Formula::per_euro:
                totals.push_back(q / quality_weight(s) / p);
                break;
            // N·Q with both sides multiplied by WP, that may be 0: the same order.
            case Formula::utility:
                totals.push_back((wp - (best - q)) / p * pb);
                break;
            case Formula::shadow:
                totals.push_back(p + s.worth * one.kg);
                break;
            case Formula::discount:
                totals.push_back(p * (1 - s.worth * one.green));
                break;
        }
    }
    return totals;
}

std::size_t winner(const Setting& setting, const std::vector<Offer>& offers) {
    const std::vector<long double> all = totals(setting, offers);
    const auto best = is_money(setting.formula) ? std::min_element(all.begin(), all.end())
                                                : std::max_element(all.begin(), all.end());
    return static_cast<std::size_t>(best - all.begin());
}

Setting turned(const Setting& setting, long double w, long double most) {
    Setting s = setting;
    s.worth = w * most;
    long double rest = setting.formula == Formula::per_euro ? 0 : setting.price_weight;
    for (const long double one : setting.other_weights) rest += one;
    s.green_weight = w;
    s.price_weight = setting.price_weight / rest * (1 - w);
    for (long double& one : s.other_weights) one = one / rest * (1 - w);
    return s;
}

}  // namespace kring::award::second
