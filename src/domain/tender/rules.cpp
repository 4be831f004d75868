// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kring::tender {

namespace {

using award::Exact;

constexpr std::array engine_formulas = {
    award::Formula::lowest,    award::Formula::bounds,  award::Formula::excess,   award::Formula::range,
    award::Formula::logarithm, award::Formula::value,   award::Formula::per_euro, award::Formula::utility,
    award::Formula::shadow,    award::Formula::discount};

award::Method method_of(const Tender& tender) {
    const Scoring& s = tender.scoring;
    award::Method method;
    method.formula = engine_formula(s.formula);
    const bool needs_bounds = s.formula == Formula::f2;
    const PriceRange range = needs_bounds ? expected_prices(tender) : PriceRange{};
    method.price_low = s.price_low.value_or(range.low);
    method.price_high = s.price_high.value_or(range.high);
    method.base = exact_milli(s.log_base);
    method.shadow_price = exact_milli(s.co2_price);
    return method;
}

// What full marks are worth under a formula in money: a part of V in proportion to the weight, or the
// discount, which is for sustainability alone.
Exact worth_of(const Tender& tender, const Criterion& one) {
    const Scoring& s = tender.scoring;
    if (one.type == CriterionType::price) return Exact(0);
    if (s.formula == Formula::f8) return one.is_green ? exact_milli(s.discount) / Exact(100) : Exact(0);
    if (s.formula != Formula::f5) return Exact(0);
    const Milli all = weight_total(tender) - weight_of(tender, CriterionType::price);
    if (all <= 0) return Exact(0);
    return Exact(s.quality_value, 100) * Exact(one.weight, all);
}

award::Criterion criterion_of(const Tender& tender, const Criterion& one) {
    award::Criterion criterion;
    criterion.id = one.id;
    criterion.weight = exact_milli(one.weight);
    criterion.worth = worth_of(tender, one);
    switch (one.type) {
        case CriterionType::price:
            criterion.kind = award::Kind::price;
            break;
        case CriterionType::quality:
            criterion.kind = award::Kind::quality;
            criterion.full = exact_milli(one.points);
            break;
        case CriterionType::effect:
            criterion.kind = award::Kind::effect;
            criterion.none = Exact(tender.market.kg_most);
            criterion.full = Exact(tender.market.kg_least);
            criterion.unit = "kg CO2e";
            break;
    }
    return criterion;
}

// The weightiest criterion that is one of these: what a rule for ties means by it.
const Criterion* weightiest(const std::vector<Criterion>& criteria, bool is_green) {
    const Criterion* found = nullptr;
    for (const Criterion& one : criteria) {
        if (one.type == CriterionType::price || one.is_green != is_green) continue;
        if (!found || one.weight > found->weight) found = &one;
    }
    return found;
}

std::vector<award::TieRule> ties_of(const Tender& tender, const std::vector<Criterion>& criteria) {
    using By = award::TieRule::By;
    std::vector<award::TieRule> rules;
    const Ties ties = tender.scoring.ties;
    const Criterion* decides = nullptr;
    if (ties == Ties::quality) decides = weightiest(criteria, false);
    if (ties == Ties::green) decides = weightiest(criteria, true);
    if (decides) rules.push_back({By::criterion, decides->id});
    if (ties == Ties::price) rules.push_back({By::price, ""});
    rules.push_back({By::lot, ""});
    return rules;
}

award::Tender rules_of(const Tender& tender, const std::vector<Criterion>& criteria) {
    award::Tender rules;
    for (const Criterion& one : criteria) rules.criteria.push_back(criterion_of(tender, one));
    rules.method = method_of(tender);
    if (tender.scoring.decimals >= 0) {
        rules.rounding.points = tender.scoring.decimals;
        rules.rounding.total = tender.scoring.decimals;
    }
    rules.ties = ties_of(tender, criteria);
    const Criterion* const green = weightiest(criteria, true);
    if (green) rules.green = green->id;
    return rules;
}

Criterion made(std::string_view id, CriterionType type, Milli weight) {
    Criterion one;
    one.id = id;
    one.type = type;
    one.weight = weight;
    one.is_green = type == CriterionType::effect;
    one.points = 100'000;
    return one;
}

double part(Milli percent) { return static_cast<double>(percent) / 100'000.0; }

}  // namespace

award::Formula engine_formula(Formula formula) { return engine_formulas[static_cast<std::size_t>(formula)]; }

Formula formula_of_engine(award::Formula formula) {
    const auto found = std::find(engine_formulas.begin(), engine_formulas.end(), formula);
    return static_cast<Formula>(found - engine_formulas.begin());
}

Exact exact_milli(Milli amount) { return Exact(amount, 1'000); }

award::Tender simulated_rules(const Tender& tender) {
    const Milli price = weight_of(tender, CriterionType::price);
    const Milli green = green_weight(tender);
    return rules_of(tender, {made(price_id, CriterionType::price, price),
                             made(quality_id, CriterionType::quality, weight_total(tender) - price - green),
                             made(green_id, CriterionType::effect, green)});
}

award::Tender full_rules(const Tender& tender) { return rules_of(tender, tender.criteria); }

award::Market market_of_engine(const Tender& tender) {
    const Market& m = tender.market;
    award::Market market;
    market.bidders_least = m.bidders_from;
    market.bidders_most = m.bidders_to;
    market.price = m.price_level;
    market.price_spread = part(m.price_spread);
    market.premium = std::log1p(part(m.green_premium));
    market.correlation = static_cast<double>(m.correlation) / 1'000.0;
    const auto share = [](Milli mean, Milli spread) {
        award::Quality quality;
        quality.share = spread > 0 ? chance::Distribution::normal(part(mean), part(spread))
                                   : chance::Distribution::fixed(part(mean));
        return quality;
    };
    market.qualities[std::string(green_id)] = share(m.green_mean, m.green_spread);
    market.qualities[std::string(quality_id)] = share(m.quality_mean, m.quality_spread);
    market.kg_none = static_cast<double>(m.kg_most);
    market.kg_full = static_cast<double>(m.kg_least);
    return market;
}

award::Given expected_of_engine(const Tender& tender) {
    award::Given given;
    const Exact most(tender.market.kg_most);
    const Exact saved = most - Exact(tender.market.kg_least);
    for (const ExpectedBid& one : tender.expected) {
        award::Bid bid;
        bid.id = std::to_string(given.bids.size() + 1);
        bid.price = one.price;
        bid.given[std::string(quality_id)] = exact_milli(one.quality);
        bid.given[std::string(green_id)] = most - saved * Exact(one.green, 100'000);
        given.bids.push_back(std::move(bid));
    }
    given.kg_none = static_cast<double>(tender.market.kg_most);
    given.kg_full = static_cast<double>(tender.market.kg_least);
    return given;
}

PriceRange expected_prices(const Tender& tender) {
    if (tender.expected.size() >= 2) {
        const auto [low, high] = std::minmax_element(
            tender.expected.begin(), tender.expected.end(),
            [](const ExpectedBid& one, const ExpectedBid& other) { return one.price < other.price; });
        return {low->price, high->price > low->price ? high->price : low->price + 1};
    }
    // Two standard deviations each way: nineteen of twenty bids.
    const double level = static_cast<double>(tender.market.price_level);
    const double spread = std::max(0.01, part(tender.market.price_spread));
    const double premium = std::max(0.0, part(tender.market.green_premium));
    return {std::llround(level * std::exp(-2 * spread)),
            std::llround(level * (1 + premium) * std::exp(2 * spread))};
}

}  // namespace kring::tender
