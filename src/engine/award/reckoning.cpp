// SPDX-License-Identifier: EUPL-1.2
#include "engine/award/reckoning.hpp"

#include <algorithm>

namespace kring::award {

namespace {

/// What formulas need of all bids together.
struct Field {
    Cents lowest = 0;
    Cents highest = 0;
    Exact best_quality;
};

class Accountant {
public:
    Accountant(const Tender& tender, const std::vector<const Bid*>& bids, bool tells)
        : tender_(tender), method_(tender.method), worths_(worths_of(tender)), tells_(tells) {
        const auto [low, high] =
            std::minmax_element(bids.begin(), bids.end(),
                                [](const Bid* one, const Bid* other) { return one->price < other->price; });
        field_.lowest = (*low)->price;
        field_.highest = (*high)->price;
        for (std::size_t at = 0; at < bids.size(); ++at) {
            const Exact quality = quality_of(*bids[at]);
            if (at == 0 || quality > field_.best_quality) field_.best_quality = quality;
        }
    }

    std::vector<Step> shared() const {
        const Formula formula = method_.formula;
        std::vector<Step> steps;
        if (!is_relative(formula)) return steps;
        steps.push_back(plain(What::lowest_price, text(field_.lowest), euros(field_.lowest)));
        if (formula == Formula::range) {
            steps.push_back(plain(What::highest_price, text(field_.highest), euros(field_.highest)));
        }
        if (formula == Formula::utility) {
            steps.push_back(plain(What::best_quality, text(field_.best_quality), field_.best_quality));
        }
        return steps;
    }

    Reckoned account(const Bid& bid) {
        Reckoned one;
        one.bid = &bid;
        for (const Criterion& criterion : tender_.criteria) one.shares.push_back(share(criterion, bid, one));
        if (is_money(method_.formula)) {
            in_money(one);
        } else if (method_.formula == Formula::per_euro || method_.formula == Formula::utility) {
            by_index(one);
        } else {
            in_points(one);
        }
        return one;
    }

private:
    // Who is not asked for an account need not write the numbers out, which takes the most time.
    std::string text(const Exact& number) const { return tells_ ? number.shortest() : ""; }
    std::string text(Cents cents) const { return tells_ ? euros(cents).decimal(2) : ""; }

    static Step plain(What what, std::string expression, const Exact& value) {
        return {what, "", std::move(expression), value, value};
    }

    Exact quality_of(const Bid& bid) const {
        Exact sum;
        for (const Criterion& one : tender_.criteria) {
            if (one.kind == Kind::price) continue;
            sum = sum + one.weight * clipped(share_of(one, bid.given.at(one.id)));
        }
        const Exact weight = quality_weight(tender_);
        return weight == Exact(0) ? weight : sum / weight;
    }

    Exact share(const Criterion& criterion, const Bid& bid, Reckoned& one) const {
        if (criterion.kind == Kind::price) return 0;
        const Exact& given = bid.given.at(criterion.id);
        const Exact exact = share_of(criterion, given);
        const Exact value = clipped(exact);
        const std::string none = text(criterion.none);
        one.steps.push_back(
            {What::share, criterion.id,
             "(" + text(given) + " − " + none + ") / (" + text(criterion.full) + " − " + none + ")", exact,
             value, false, exact != value});
        return value;
    }

    /// Adds a step, rounded to so many decimals when any are told.
    static Score rounded_step(Reckoned& one, Step step, const std::optional<int>& decimals) {
        step.value = decimals ? Score(step.exact.rounded(*decimals)) : step.exact;
        step.is_rounded = step.value != step.exact;
        one.steps.push_back(std::move(step));
        return one.steps.back().value;
    }

    /// Only one criterion, price, has a part that is not a fraction.
    static Score sum(const Score& one, const Score& other) {
        return one.is_fraction() ? other.plus(one.fraction()) : one.plus(other.fraction());
    }

    struct PricePoints {
        std::string expression;
        Score points;
        Score share;
        bool is_clipped = false;
    };

    /// The price's points, for a share that is a fraction.
    PricePoints price_points(std::string expression, const Exact& weight, const Exact& share,
                             bool clips) const {
        const Exact value = clips ? clipped(share) : share;
        return {text(weight) + " × " + std::move(expression), Score(weight * value), Score(value),
                value != share};
    }

    PricePoints price_points(const Exact& weight, Cents price) const {
        const std::string mine = text(price);
        const std::string lowest = text(field_.lowest);
        switch (method_.formula) {
            case Formula::lowest:
                return price_points(lowest + " / " + mine, weight, Exact(field_.lowest, price), false);
            case Formula::bounds: {
                const Exact share(method_.price_high - price, method_.price_high - method_.price_low);
                return price_points("(" + text(method_.price_high) + " − " + mine + ") / (" +
                                        text(method_.price_high) + " − " + text(method_.price_low) + ")",
                                    weight, share, method_.clipped);
            }
            case Formula::excess:
                return price_points("max(0, 2 − " + mine + " / " + lowest + ")", weight,
                                    Exact(2) - Exact(price, field_.lowest), true);
            case Formula::range:
                return range_points(weight, price);
            default:
                return logarithm_points(weight, price);
        }
    }

    PricePoints range_points(const Exact& weight, Cents price) const {
        if (field_.highest == field_.lowest) return price_points("1", weight, 1, false);
        const std::string highest = text(field_.highest);
        return price_points(
            "(" + highest + " − " + text(price) + ") / (" + highest + " − " + text(field_.lowest) + ")",
            weight, Exact(field_.highest - price, field_.highest - field_.lowest), false);
    }

    PricePoints logarithm_points(const Exact& weight, Cents price) const {
        const Exact ratio(price, field_.lowest);
        const std::string expression =
            "(1 − ln(" + text(price) + " / " + text(field_.lowest) + ") / ln " + text(method_.base) + ")";
        if (method_.clipped && ratio > method_.base) {
            PricePoints none = price_points(expression, weight, 0, false);
            none.is_clipped = true;
            return none;
        }
        return {text(weight) + " × " + expression, Score(weight, weight, ratio, method_.base),
                Score(1, 1, ratio, method_.base), false};
    }

    void in_points(Reckoned& one) const {
        std::string added;
        for (std::size_t at = 0; at < tender_.criteria.size(); ++at) {
            const Criterion& criterion = tender_.criteria[at];
            Step step{What::points,
                      criterion.id,
                      text(criterion.weight) + " × " + text(one.shares[at]),
                      criterion.weight * one.shares[at],
                      {}};
            if (criterion.kind == Kind::price) {
                PricePoints found = price_points(criterion.weight, one.bid->price);
                one.price_share = found.share;
                step.expression = std::move(found.expression);
                step.exact = found.points;
                step.is_clipped = found.is_clipped;
            }
            one.unrounded = sum(one.unrounded, step.exact);
            const Score value = rounded_step(one, std::move(step), tender_.rounding.points);
            one.total = sum(one.total, value);
            added += (added.empty() ? "" : " + ") + text(tells_ ? value.rounded(6) : Exact());
        }
        one.total = rounded_step(one, {What::total, "", added, one.total, {}}, tender_.rounding.total);
    }

    void by_index(Reckoned& one) const {
        const Exact quality = quality_of(*one.bid);
        const Exact price = euros(one.bid->price);
        std::string added;
        for (std::size_t at = 0; at < tender_.criteria.size(); ++at) {
            if (tender_.criteria[at].kind == Kind::price) continue;
            added += (added.empty() ? "(" : " + ") + text(tender_.criteria[at].weight) + " × " +
                     text(one.shares[at]);
        }
        one.steps.push_back(plain(What::quality, added + ") / " + text(quality_weight(tender_)), quality));
        std::string expression = "100000 × " + text(quality) + " / " + text(one.bid->price);
        one.unrounded = Exact(100'000) * quality / price;
        if (method_.formula == Formula::utility) {
            const Exact ratio = quality_weight(tender_) / price_weight(tender_);
            expression = "(1 − (" + text(field_.best_quality) + " − " + text(quality) + ") × " + text(ratio) +
                         ") / " + text(one.bid->price) + " × " + text(field_.lowest);
            one.unrounded =
                (Exact(1) - (field_.best_quality - quality) * ratio) / price * euros(field_.lowest);
        }
        one.total =
            rounded_step(one, {What::total, "", expression, one.unrounded, {}}, tender_.rounding.total);
    }

    void in_money(Reckoned& one) const {
        const Exact price = euros(one.bid->price);
        one.unrounded = price;
        one.total = price;
        std::string added = text(one.bid->price);
        for (std::size_t at = 0; at < tender_.criteria.size(); ++at) {
            const Criterion& criterion = tender_.criteria[at];
            if (criterion.kind == Kind::price) continue;
            Step step{What::amount,
                      criterion.id,
                      text(worths_[at]) + " × " + text(one.shares[at]),
                      worths_[at] * one.shares[at],
                      {}};
            const bool is_priced = method_.formula == Formula::shadow && criterion.id == tender_.green;
            if (is_priced) {
                const Exact& amount = one.bid->given.at(criterion.id);
                step.expression = text(method_.shadow_price) + " × " + text(amount);
                step.exact = method_.shadow_price * amount;
            }
            if (method_.formula == Formula::discount) {
                step.expression += " × " + text(one.bid->price);
                step.exact = worths_[at] * one.shares[at] * price;
            }
            const Exact exact = step.exact.fraction();
            const Exact value = rounded_step(one, std::move(step), tender_.rounding.points).fraction();
            one.unrounded = one.unrounded.plus(is_priced ? exact : -exact);
            one.total = one.total.plus(is_priced ? value : -value);
            added += (is_priced ? " + " : " − ") + text(value);
        }
        one.total = rounded_step(one, {What::total, "", added, one.total, {}}, tender_.rounding.total);
    }

    const Tender& tender_;
    const Method& method_;
    std::vector<Exact> worths_;
    bool tells_;
    Field field_;
};

}  // namespace

Reckoning reckon(const Tender& tender, const std::vector<const Bid*>& bids, bool tells) {
    Accountant accountant(tender, bids, tells);
    Reckoning reckoning;
    reckoning.shared = accountant.shared();
    for (const Bid* bid : bids) reckoning.bids.push_back(accountant.account(*bid));
    return reckoning;
}

}  // namespace kring::award
