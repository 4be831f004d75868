// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>
#include <string>

#include "engine/award/reckoning.hpp"

namespace kring::award {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

// Read in excerpts only: shown as unverified.
constexpr std::string_view pianoo = "PIANOo";
constexpr std::string_view courts = "PIANOo; ECLI:NL:HR:2014:1078";

Notice of_numbers(Warning warning, Values values) { return {warning, std::move(values), "", true}; }
Notice of_source(Warning warning, Values values, std::string_view source) {
    return {warning, std::move(values), std::string(source), false};
}

bool uses_weights(Formula formula) { return !is_money(formula); }

/// Bids' places in `parts` that decide by lot or not at all are no change of winner.
class Observer {
public:
    Observer(const Tender& tender, const Reckoning& reckoning, const Ranking& ranking, const Lots& lots)
        : tender_(tender), reckoning_(reckoning), ranking_(ranking), lots_(lots) {}

    std::vector<Notice> notices() {
        notices_ = notices_of(tender_);
        note_reversals();
        note_bounds();
        note_scales();
        note_rounding();
        note_spreads();
        note_exchange();
        note_weights();
        note_lots();
        return std::move(notices_);
    }

private:
    std::set<std::string> winners_among(const Tender& tender, const std::vector<const Bid*>& bids) const {
        const Reckoning reckoning = reckon(tender, bids);
        const Ranking ranking = rank(tender, reckoning, lots_);
        std::set<std::string> ids;
        for (const std::size_t at : ranking.winners()) ids.insert(reckoning.bids[at].bid->id);
        return ids;
    }

    std::set<std::string> winners() const {
        std::set<std::string> ids;
        for (const std::size_t at : ranking_.winners()) ids.insert(reckoning_.bids[at].bid->id);
        return ids;
    }

    static std::string names(const std::set<std::string>& ids) {
        std::string text;
        for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
        return text;
    }

    void note_reversals() {
        const std::set<std::string> now = winners();
        for (const Reckoned& left_out : reckoning_.bids) {
            if (now.contains(left_out.bid->id)) continue;
            std::vector<const Bid*> rest;
            for (const Reckoned& one : reckoning_.bids) {
                if (one.bid != left_out.bid) rest.push_back(one.bid);
            }
            const std::set<std::string> then = winners_among(tender_, rest);
            if (then == now) continue;
            notices_.push_back(of_source(
                Warning::reversed,
                {{"bid", left_out.bid->id}, {"winner", names(then)}, {"instead", names(now)}}, courts));
        }
    }

    void note_bounds() {
        for (const Reckoned& one : reckoning_.bids) {
            for (std::size_t at = 0; at < tender_.criteria.size(); ++at)
                note_bound(one, tender_.criteria[at]);
        }
    }

    void note_bound(const Reckoned& one, const Criterion& criterion) {
        const Method& method = tender_.method;
        std::string value;
        std::string bound;
        if (criterion.kind == Kind::effect) {
            const Exact& given = one.bid->given.at(criterion.id);
            const Exact share = share_of(criterion, given);
            value = given.shortest();
            if (share < Exact(0)) bound = criterion.none.shortest();
            if (share > Exact(1)) bound = criterion.full.shortest();
        } else if (criterion.kind == Kind::price && method.formula == Formula::bounds) {
            value = euros(one.bid->price).decimal(2);
            if (one.bid->price < method.price_low) bound = euros(method.price_low).decimal(2);
            if (one.bid->price > method.price_high) bound = euros(method.price_high).decimal(2);
        } else if (criterion.kind == Kind::price && method.formula == Formula::logarithm) {
            const Exact ratio = euros(one.bid->price) / euros(lowest_price());
            value = euros(one.bid->price).decimal(2);
            if (ratio > method.base) bound = (euros(lowest_price()) * method.base).decimal(2);
        }
        if (bound.empty()) return;
        notices_.push_back(of_numbers(
            Warning::beyond_bounds,
            {{"bid", one.bid->id}, {"criterion", criterion.id}, {"value", value}, {"bound", bound}}));
    }

    Cents lowest_price() const {
        Cents lowest = reckoning_.bids.front().bid->price;
        for (const Reckoned& one : reckoning_.bids) lowest = std::min(lowest, one.bid->price);
        return lowest;
    }
    Cents highest_price() const {
        Cents highest = 0;
        for (const Reckoned& one : reckoning_.bids) highest = std::max(highest, one.bid->price);
        return highest;
    }

    /// Marks that use half of their scale or less, as 6 to 10 of 0 to 10 does.
    void note_scales() {
        for (std::size_t at = 0; at < tender_.criteria.size(); ++at) {
            const Criterion& one = tender_.criteria[at];
            if (one.kind != Kind::quality || reckoning_.bids.size() < 3) continue;
            const auto [low, high] = std::minmax_element(
                reckoning_.bids.begin(), reckoning_.bids.end(),
                [at](const Reckoned& a, const Reckoned& b) { return a.shares[at] < b.shares[at]; });
            if (high->shares[at] - low->shares[at] > Exact(1, 2)) continue;
            notices_.push_back(of_source(Warning::shrunk_scale,
                                         {{"criterion", one.id},
                                          {"low", low->bid->given.at(one.id).shortest()},
                                          {"high", high->bid->given.at(one.id).shortest()},
                                          {"none", one.none.shortest()},
                                          {"full", one.full.shortest()}},
                                         pianoo));
        }
    }

    void note_rounding() {
        std::set<std::string> equal;
        for (const Reckoned& one : reckoning_.bids) {
            for (const Reckoned& other : reckoning_.bids) {
                if (one.total != other.total || one.unrounded == other.unrounded) continue;
                equal.insert(one.bid->id);
            }
        }
        if (!equal.empty()) notices_.push_back(of_numbers(Warning::rounding_ties, {{"bids", names(equal)}}));
    }

    /// What the bids' points for price and for the rest span.
    void note_spreads() {
        const Formula formula = tender_.method.formula;
        const bool is_weighed =
            uses_weights(formula) && formula != Formula::per_euro && formula != Formula::utility;
        if (!is_weighed || reckoning_.bids.size() < 2) return;
        const double weight = price_weight(tender_).approximate();
        std::vector<double> prices;
        std::vector<double> qualities;
        for (const Reckoned& one : reckoning_.bids) {
            prices.push_back(weight * one.price_share.approximate());
            qualities.push_back(0);
            for (std::size_t at = 0; at < tender_.criteria.size(); ++at) {
                qualities.back() += (tender_.criteria[at].weight * one.shares[at]).approximate();
            }
        }
        const auto span = [](const std::vector<double>& points) {
            const auto [low, high] = std::minmax_element(points.begin(), points.end());
            return *high - *low;
        };
        const double price = span(prices);
        const double quality = span(qualities);
        if (price * 3 >= quality) return;
        notices_.push_back(
            of_numbers(Warning::small_price_spread, {{"price", Exact::of_double(price).decimal(2)},
                                                     {"quality", Exact::of_double(quality).decimal(2)}}));
    }

    void note_exchange() {
        if (reckoning_.bids.size() < 2) return;
        const auto lowest = static_cast<double>(lowest_price()) / 100;
        const auto highest = static_cast<double>(highest_price()) / 100;
        const double low = implied_price(tender_, lowest, 0.5, lowest, highest);
        const double high = implied_price(tender_, highest, 0.5, lowest, highest);
        if (high <= low * 1.05) return;
        notices_.push_back(of_numbers(
            Warning::uneven_exchange,
            {{"low", Exact::of_double(low).decimal(0)}, {"high", Exact::of_double(high).decimal(0)}}));
    }

    /// Without the criterion the same bid wins.
    void note_weights() {
        if (!uses_weights(tender_.method.formula) || reckoning_.bids.size() < 2) return;
        const std::set<std::string> now = winners();
        std::vector<const Bid*> bids;
        for (const Reckoned& one : reckoning_.bids) bids.push_back(one.bid);
        for (std::size_t at = 0; at < tender_.criteria.size(); ++at) {
            Tender without = tender_;
            if (without.criteria[at].weight == Exact(0)) continue;
            without.criteria[at].weight = 0;
            if (!problems_of(without).empty() || winners_among(without, bids) != now) continue;
            notices_.push_back(
                of_numbers(Warning::weight_without_effect, {{"criterion", without.criteria[at].id}}));
        }
    }

    void note_lots() {
        const std::set<std::string> now = winners();
        if (now.size() > 1) notices_.push_back(of_numbers(Warning::lots_needed, {{"bids", names(now)}}));
    }

    const Tender& tender_;
    const Reckoning& reckoning_;
    const Ranking& ranking_;
    const Lots& lots_;
    std::vector<Notice> notices_;
};

}  // namespace

std::vector<Notice> notices_of(const Tender& tender) {
    std::vector<Notice> notices;
    const Formula formula = tender.method.formula;
    const bool reverses = is_relative(formula) && (formula != Formula::logarithm || tender.method.clipped);
    if (reverses) {
        notices.push_back(
            of_source(Warning::relative_reverses, {{"formula", std::string(code_of(formula))}}, courts));
    }
    if (uses_weights(formula)) {
        const Exact sum = price_weight(tender) + quality_weight(tender);
        if (sum != Exact(100)) notices.push_back(of_numbers(Warning::weights_sum, {{"sum", sum.shortest()}}));
        return notices;
    }
    const std::vector<Exact> worths = worths_of(tender);
    for (std::size_t at = 0; at < tender.criteria.size(); ++at) {
        const Criterion& one = tender.criteria[at];
        const bool is_priced = formula == Formula::shadow && one.id == tender.green;
        if (one.kind == Kind::price || is_priced || worths[at] != Exact(0)) continue;
        notices.push_back(of_numbers(Warning::weight_unused, {{"criterion", one.id}}));
    }
    return notices;
}

std::vector<Notice> notices_of(const Tender& tender, const Reckoning& reckoning, const Ranking& ranking,
                               const Lots& lots) {
    return Observer(tender, reckoning, ranking, lots).notices();
}

}  // namespace kring::award
