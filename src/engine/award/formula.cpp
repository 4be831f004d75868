// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "engine/award/reckoning.hpp"

namespace kring::award {

namespace {

constexpr std::array<std::string_view, 10> formula_codes = {"F1", "F2",  "F3a", "F3b", "F4",
                                                            "F5", "F6a", "F6b", "F7",  "F8"};
constexpr std::array<std::string_view, 11> warning_codes = {
    "relative_reverses", "reversed",           "beyond_bounds",   "shrunk_scale",
    "rounding_ties",     "small_price_spread", "uneven_exchange", "weight_without_effect",
    "weights_sum",       "weight_unused",      "lots_needed"};

}  // namespace

std::string_view code_of(Formula formula) { return formula_codes[static_cast<std::size_t>(formula)]; }
std::string_view code_of(Warning warning) { return warning_codes[static_cast<std::size_t>(warning)]; }

std::optional<Formula> formula_of(std::string_view code) {
    const auto found = std::find(formula_codes.begin(), formula_codes.end(), code);
    if (found == formula_codes.end()) return std::nullopt;
    return static_cast<Formula>(found - formula_codes.begin());
}

bool is_money(Formula formula) {
    return formula == Formula::value || formula == Formula::shadow || formula == Formula::discount;
}

bool is_relative(Formula formula) {
    return formula == Formula::lowest || formula == Formula::excess || formula == Formula::range ||
           formula == Formula::logarithm || formula == Formula::utility;
}

Exact price_weight(const Tender& tender) {
    for (const Criterion& one : tender.criteria) {
        if (one.kind == Kind::price) return one.weight;
    }
    return 0;
}

Exact quality_weight(const Tender& tender) {
    Exact sum;
    for (const Criterion& one : tender.criteria) {
        if (one.kind != Kind::price) sum = sum + one.weight;
    }
    return sum;
}

std::vector<Exact> worths_of(const Tender& tender) {
    std::vector<Exact> worths;
    bool has_any = false;
    for (const Criterion& one : tender.criteria) {
        worths.push_back(one.kind == Kind::price ? Exact(0) : one.worth);
        has_any = has_any || worths.back() != Exact(0);
    }
    const Method& method = tender.method;
    const Exact weight = price_weight(tender);
    const bool follows = method.formula == Formula::value || method.formula == Formula::discount;
    if (has_any || !follows || weight == Exact(0) || method.price_high <= method.price_low) return worths;
    const Exact over = method.formula == Formula::discount ? euros(method.price_high) : Exact(1);
    for (std::size_t at = 0; at < worths.size(); ++at) {
        const Criterion& one = tender.criteria[at];
        if (one.kind == Kind::price) continue;
        worths[at] = one.weight / weight * (euros(method.price_high) - euros(method.price_low)) / over;
    }
    return worths;
}

Exact share_of(const Criterion& criterion, const Exact& given) {
    return (given - criterion.none) / (criterion.full - criterion.none);
}

Exact clipped(const Exact& share) { return std::clamp(share, Exact(0), Exact(1)); }

}  // namespace kring::award
