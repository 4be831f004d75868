// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "engine/award/reckoning.hpp"

namespace kring::award {

namespace {

constexpr Cents bid_max = 100'000'000'000'000;  // a million million euros
constexpr int decimals_max = 6;
constexpr std::int64_t number_max = 1'000'000'000'000;

std::string place(std::string_view list, std::size_t at) {
    return std::string(list) + "[" + std::to_string(at) + "]";
}

class Finder {
public:
    void wrong(std::string_view what, std::string field, std::string value = "") {
        problems.push_back({Trouble::invalid, "award.problem." + std::string(what), std::move(field), {}});
        if (!value.empty()) problems.back().values.emplace_back("value", std::move(value));
    }
    void unless(bool holds, std::string_view what, std::string field, std::string value = "") {
        if (!holds) wrong(what, std::move(field), std::move(value));
    }

    Problems problems;
};

bool is_not_negative(const Exact& number) { return number >= Exact(0) && number <= Exact(number_max); }

const Criterion* find(const Tender& tender, const std::string& id) {
    const auto found = std::find_if(tender.criteria.begin(), tender.criteria.end(),
                                    [&id](const Criterion& one) { return one.id == id; });
    return found == tender.criteria.end() ? nullptr : &*found;
}

bool is_within_scale(const Criterion& criterion, const Exact& mark) {
    return mark >= std::min(criterion.none, criterion.full) &&
           mark <= std::max(criterion.none, criterion.full);
}

void check_criterion(const Criterion& one, const std::string& at, Finder& finder) {
    finder.unless(!one.id.empty(), "no_name", at + ".id");
    finder.unless(is_not_negative(one.weight), "weight", at + ".weight", one.weight.shortest());
    if (one.kind == Kind::price) return;
    finder.unless(one.none != one.full, "scale", at + ".full", one.full.shortest());
    finder.unless(is_not_negative(one.worth), "worth", at + ".worth", one.worth.shortest());
    for (std::size_t step = 0; step < one.steps.size(); ++step) {
        finder.unless(is_within_scale(one, one.steps[step]), "step", place(at + ".steps", step),
                      one.steps[step].shortest());
    }
}

void check_criteria(const Tender& tender, Finder& finder) {
    const std::size_t count = tender.criteria.size();
    finder.unless(count >= 1 && count <= criteria_max, "criteria", "criteria", std::to_string(criteria_max));
    std::set<std::string> seen;
    std::size_t prices = 0;
    for (std::size_t at = 0; at < count; ++at) {
        const Criterion& one = tender.criteria[at];
        check_criterion(one, place("criteria", at), finder);
        finder.unless(seen.insert(one.id).second, "double", place("criteria", at) + ".id", one.id);
        prices += one.kind == Kind::price ? 1U : 0U;
    }
    finder.unless(prices == 1, "one_price", "criteria");
}

void check_method(const Tender& tender, Finder& finder) {
    const Method& method = tender.method;
    const bool has_bounds = method.price_low != 0 || method.price_high != 0;
    if (method.formula == Formula::bounds || has_bounds) {
        finder.unless(
            method.price_low >= 0 && method.price_low < method.price_high && method.price_high <= bid_max,
            "bounds", "method.price_high", euros(method.price_high).decimal(2));
    }
    finder.unless(method.base > Exact(1) && method.base <= Exact(number_max), "base", "method.base",
                  method.base.shortest());
    finder.unless(is_not_negative(method.shadow_price), "shadow_price", "method.shadow_price",
                  method.shadow_price.shortest());
    const Criterion* const green = find(tender, tender.green);
    const bool is_green_known = tender.green.empty() || (green != nullptr && green->kind != Kind::price);
    finder.unless(is_green_known, "green", "green", tender.green);
    if (method.formula == Formula::shadow) {
        finder.unless(green != nullptr && green->kind == Kind::effect, "no_effect", "green");
    }
}

void check_weights(const Tender& tender, Finder& finder) {
    const Formula formula = tender.method.formula;
    if (formula == Formula::discount) {
        Exact sum;
        for (const Exact& worth : worths_of(tender)) sum = sum + worth;
        finder.unless(sum < Exact(1), "discounts", "criteria", sum.shortest());
    }
    if (is_money(formula)) return;
    const bool needs_quality = formula == Formula::per_euro || formula == Formula::utility;
    const Exact quality = quality_weight(tender);
    const Exact price = price_weight(tender);
    finder.unless(needs_quality ? quality > Exact(0) : quality + price > Exact(0), "no_weights", "criteria");
    if (formula == Formula::utility) finder.unless(price > Exact(0), "no_price_weight", "criteria");
}

void check_rounding(const Tender& tender, Finder& finder) {
    const auto check = [&finder](const std::optional<int>& decimals, std::string field) {
        finder.unless(!decimals || (*decimals >= 0 && *decimals <= decimals_max), "decimals",
                      std::move(field), std::to_string(decimals_max));
    };
    check(tender.rounding.points, "rounding.points");
    check(tender.rounding.total, "rounding.total");
}

void check_ties(const Tender& tender, Finder& finder) {
    for (std::size_t at = 0; at < tender.ties.size(); ++at) {
        const TieRule& rule = tender.ties[at];
        const bool is_last = at + 1 == tender.ties.size();
        finder.unless(rule.by != TieRule::By::lot || is_last, "lot_last", place("ties", at));
        if (rule.by != TieRule::By::criterion) continue;
        const Criterion* const one = find(tender, rule.criterion);
        finder.unless(one != nullptr && one->kind != Kind::price, "tie_criterion",
                      place("ties", at) + ".criterion", rule.criterion);
    }
}

void check_mark(const Criterion& one, const Exact& mark, const std::string& at, Finder& finder) {
    if (one.kind != Kind::quality) return;
    finder.unless(is_within_scale(one, mark), "mark", at, mark.shortest());
    const bool may_be =
        one.steps.empty() || std::find(one.steps.begin(), one.steps.end(), mark) != one.steps.end();
    finder.unless(may_be, "mark_step", at, mark.shortest());
}

void check_bid(const Tender& tender, const Bid& bid, const std::string& at, Finder& finder) {
    finder.unless(!bid.id.empty(), "no_name", at + ".id");
    finder.unless(bid.price > 0 && bid.price <= bid_max, "price", at + ".price", euros(bid.price).decimal(2));
    for (const Criterion& one : tender.criteria) {
        if (one.kind == Kind::price) continue;
        const auto given = bid.given.find(one.id);
        const std::string field = at + ".given." + one.id;
        if (given == bid.given.end()) {
            finder.wrong("no_mark", field, one.id);
        } else {
            check_mark(one, given->second, field, finder);
        }
    }
    for (const auto& [id, mark] : bid.given) {
        const Criterion* const one = find(tender, id);
        finder.unless(one != nullptr && one->kind != Kind::price, "unknown_criterion", at + ".given." + id,
                      id);
    }
}

}  // namespace

Problems problems_of(const Tender& tender) {
    Finder finder;
    check_criteria(tender, finder);
    check_method(tender, finder);
    check_weights(tender, finder);
    check_rounding(tender, finder);
    check_ties(tender, finder);
    return finder.problems;
}

Problems problems_of(const Tender& tender, const std::vector<Bid>& bids, const Lots& lots) {
    Finder finder;
    finder.unless(!bids.empty() && bids.size() <= bids_max, "bids", "bids", std::to_string(bids_max));
    std::set<std::string> seen;
    for (std::size_t at = 0; at < bids.size(); ++at) {
        check_bid(tender, bids[at], place("bids", at), finder);
        finder.unless(seen.insert(bids[at].id).second, "double", place("bids", at) + ".id", bids[at].id);
    }
    std::set<std::string> drawn;
    for (std::size_t at = 0; at < lots.size(); ++at) {
        finder.unless(seen.contains(lots[at]), "unknown_lot", place("lots", at), lots[at]);
        finder.unless(drawn.insert(lots[at]).second, "double", place("lots", at), lots[at]);
    }
    return finder.problems;
}

}  // namespace kring::award
