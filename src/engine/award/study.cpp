// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "engine/award/observation.hpp"

namespace kring::award {

namespace {

constexpr std::size_t draws_in_part = 4096;
constexpr double grams_a_kg = 1000;
constexpr double cents_a_euro = 100;
constexpr std::int64_t decisive_least = 100;  ///< one draw of so many, or the weight does nothing

Tender with(const Tender& tender, const Method& method) {
    Tender other = tender;
    other.method = method;
    return other;
}

Chance of_draws(std::int64_t count, std::int64_t draws) { return {count, draws}; }

Compared compared(const Method& method, const Counts& counts, const Field& field, std::int64_t draws) {
    Compared one;
    one.method = method;
    one.green = of_draws(counts.green, draws);
    one.decisive = of_draws(counts.decisive, draws);
    one.tied = of_draws(counts.tied, draws);
    one.can_reverse = is_relative(method.formula) && (method.formula != Formula::logarithm || method.clipped);
    one.reversals.any = of_draws(counts.reversed, draws);
    for (std::size_t bidder = 0; bidder < field.most; ++bidder) {
        one.reversals.by_bidder.push_back(of_draws(counts.by_bidder[bidder], draws));
    }
    return one;
}

Point point_of(double knob, const Chance& green, const Chance& decisive, std::int64_t cents,
               std::int64_t grams) {
    Point point;
    point.knob = knob;
    point.green = green;
    point.decisive = decisive;
    if (decisive.count == 0) return point;
    const auto count = static_cast<double>(decisive.count);
    point.extra_euros = static_cast<double>(cents) / cents_a_euro / count;
    point.kg_avoided = static_cast<double>(grams) / grams_a_kg / count;
    if (grams > 0) point.euros_per_kg = point.extra_euros / point.kg_avoided;
    return point;
}

void fill_grid(Study& study, const Observation& seen) {
    std::vector<double> parts;
    for (int step = 0; step < grid_size; ++step) parts.push_back(static_cast<double>(step) / (grid_size - 1));
    const auto rows = study.curve.sample(parts);
    std::int64_t cents = 0;
    std::int64_t grams = 0;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        cents += seen.extra_cents[at];
        grams += seen.avoided_grams[at];
        study.grid.push_back(point_of(parts[at] * study.knob_most, rows[0][at], rows[1][at], cents, grams));
    }
}

/// Of a ratio of sums: Cochran 1977, section 2.11, over all draws.
std::optional<double> error_of_ratio(const Observation& seen, const Point& own) {
    if (!own.euros_per_kg) return std::nullopt;
    const double scale = *own.euros_per_kg * cents_a_euro / grams_a_kg;
    const auto& [xx, xy, yy] = seen.own_squares;
    const double squares = std::max(0.0, xx - 2 * scale * xy + scale * scale * yy);
    return std::sqrt(squares) / static_cast<double>(seen.own_grams) * grams_a_kg / cents_a_euro;
}

std::vector<Weighing> weighings(const Tender& tender, const Observation& seen, std::int64_t draws) {
    const Formula formula = tender.method.formula;
    if (is_money(formula) || formula == Formula::per_euro || formula == Formula::utility) return {};
    std::vector<double> weights;
    std::vector<double> spreads;
    double sum = 0;
    for (std::size_t at = 0; at < tender.criteria.size(); ++at) {
        weights.push_back(tender.criteria[at].weight.approximate());
        spreads.push_back(std::sqrt(seen.variances[at] / static_cast<double>(draws)));
        sum += weights.back();
    }
    const std::vector<double> effective = effective_weights(weights, spreads);
    std::vector<Weighing> all;
    for (std::size_t at = 0; at < tender.criteria.size(); ++at) {
        all.push_back({tender.criteria[at].id, weights[at] / sum, effective[at], spreads[at]});
    }
    return all;
}

/// Weights that part no bids, and what follows from numbers over all draws.
void add_notices(const Tender& tender, Study& study) {
    study.notices = notices_of(tender);
    double price = 0;
    double quality = 0;
    for (std::size_t at = 0; at < study.weighings.size(); ++at) {
        const Weighing& one = study.weighings[at];
        (tender.criteria[at].kind == Kind::price ? price : quality) += one.nominal * one.spread;
        const bool is_green = one.criterion == tender.green;  // judged by what it decides, below
        const bool is_idle = one.nominal > 0 && one.effective < one.nominal / 10;
        if (is_green || !is_idle) continue;
        study.notices.push_back({Warning::weight_without_effect, {{"criterion", one.criterion}}, "", true});
    }
    if (study.own.decisive.count * decisive_least < study.draws) {
        study.notices.push_back({Warning::weight_without_effect, {{"criterion", tender.green}}, "", true});
    }
    if (price * 3 >= quality) return;
    study.notices.push_back({Warning::small_price_spread,
                             {{"price", Exact::of_double(100 * price).decimal(2)},
                              {"quality", Exact::of_double(100 * quality).decimal(2)}},
                             "",
                             true});
}

Study study_of(const Tender& tender, const Field& field, const std::vector<Rules>& rules, const Run& run,
               Observation&& seen) {
    const Rules& own = rules.front();
    Study study;
    study.draws = run.draws;
    study.seed = run.seed;
    study.knob = knob_of(tender.method.formula);
    study.knob_most = own.most();
    study.knob_own = own.own();
    study.is_exact_everywhere = tender.method.formula != Formula::utility;
    const auto bidders = static_cast<std::ptrdiff_t>(field.most);
    study.curve = Curve(run.draws, {seen.starts.begin(), seen.starts.begin() + bidders}, seen.green_start,
                        std::move(seen.changes));
    fill_grid(study, seen);
    study.as_is = compared(tender.method, seen.own, field, run.draws);
    study.own = point_of(own.own(), study.as_is.green, study.as_is.decisive, seen.own_cents, seen.own_grams);
    study.euros_per_kg_error = error_of_ratio(seen, study.own);
    for (const double share : {0.50, 0.80, 0.95}) {
        const std::optional<double> part = study.curve.green_exceeds(share);
        study.thresholds.push_back({share, std::nullopt});
        if (part) study.thresholds.back().knob = *part * study.knob_most;
    }
    study.weighings = weighings(tender, seen, run.draws);
    for (std::size_t at = 0; at < run.compare.size(); ++at) {
        study.others.push_back(compared(run.compare[at], seen.others[at], field, run.draws));
    }
    add_notices(tender, study);
    return study;
}

Result<Study> look(const Tender& tender, const Field& field, Cents usual_price, const Run& run) {
    std::vector<Rules> rules;
    rules.emplace_back(tender, field, run.knob_most, usual_price);
    rules.emplace_back(tender, field, rules.front().own(), usual_price);
    for (const Method& method : run.compare) rules.emplace_back(with(tender, method), field, 0, usual_price);
    const auto draws = static_cast<std::size_t>(run.draws);
    const std::size_t parts = (draws + draws_in_part - 1) / draws_in_part;
    std::vector<Observation> seen(parts);
    const auto work = [&](std::size_t part) {
        const std::size_t first = part * draws_in_part;
        seen[part] = observe(rules, field, tender, first, std::min(draws_in_part, draws - first));
    };
    if (!chance::for_each_part(parts, run.threads, work, run.progress)) {
        return Problem{Trouble::conflict, "award.problem.stopped", "", {}};
    }
    Observation all;
    for (Observation& one : seen) {
        all.add(one);
        one = Observation();
    }
    return study_of(tender, field, rules, run, std::move(all));
}

}  // namespace

Knob knob_of(Formula formula) {
    switch (formula) {
        case Formula::value:
            return Knob::worth;
        case Formula::shadow:
            return Knob::shadow;
        case Formula::discount:
            return Knob::discount;
        default:
            return Knob::weight;
    }
}

Result<Study> study(const Tender& tender, const Market& market, const Run& run) {
    if (Problems problems = problems_of(tender, market, run); !problems.empty()) return problems;
    const Field field = field_of(tender, market, run.seed);
    Result<Study> found = look(tender, field, market.price, run);
    if (!found) return found;
    for (std::size_t bidder = 1; bidder <= field.most; ++bidder)
        found->bidders.push_back(std::to_string(bidder));
    return found;
}

Result<Study> study(const Tender& tender, const Given& given, const Run& run) {
    if (Problems problems = problems_of(tender, given, run); !problems.empty()) return problems;
    Cents usual_price = 0;
    for (const Bid& bid : given.bids) usual_price = std::max(usual_price, bid.price);
    Result<Study> found = look(tender, field_of(tender, given, run.seed), usual_price, run);
    if (!found) return found;
    for (const Bid& bid : given.bids) found->bidders.push_back(bid.id);
    return found;
}

std::vector<Method> usual_methods(const Tender& tender, Cents lowest_expected, Cents highest_expected) {
    std::vector<Method> methods;
    const auto add = [&tender, &methods](const Method& method) {
        if (problems_of(with(tender, method)).empty()) methods.push_back(method);
    };
    Method method;
    method.price_low = lowest_expected;
    method.price_high = highest_expected;
    for (const Formula formula : {Formula::lowest, Formula::bounds, Formula::excess, Formula::range}) {
        method.formula = formula;
        add(method);
    }
    method.formula = Formula::logarithm;
    for (const Exact& base : {Exact(3, 2), Exact(2), Exact(3)}) {
        method.base = base;
        add(method);
    }
    for (const Formula formula : {Formula::value, Formula::per_euro, Formula::utility, Formula::discount}) {
        method.formula = formula;
        add(method);
    }
    method.formula = Formula::value;
    const std::vector<Exact> worths = worths_of(with(tender, method));
    for (std::size_t at = 0; at < tender.criteria.size(); ++at) {
        const Criterion& one = tender.criteria[at];
        if (one.id != tender.green || one.kind != Kind::effect || one.none <= one.full) continue;
        method.formula = Formula::shadow;
        method.shadow_price = worths[at] / (one.none - one.full);
        add(method);
    }
    return methods;
}

}  // namespace kring::award
