// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <string_view>

#include "engine/award/study.hpp"

namespace kring::award {

namespace {

constexpr double kg_max = 1e9;
constexpr double spread_max = 2;
constexpr double worth_max = 1e9;
constexpr double shadow_max = 10;

class Finder {
public:
    void unless(bool holds, std::string_view what, std::string field, std::string value = "") {
        if (holds) return;
        problems.push_back({Trouble::invalid, "award.problem." + std::string(what), std::move(field), {}});
        if (!value.empty()) problems.back().values.emplace_back("value", std::move(value));
    }
    void within(double number, double low, double high, std::string field) {
        const bool holds = number >= low && number <= high;
        unless(holds, "range", std::move(field),
               Exact::of_double(low).shortest() + " – " + Exact::of_double(high).shortest());
    }
    /// Those of a part, told as standing within it.
    void take(const Problems& found, const std::string& within) {
        for (Problem problem : found) {
            problem.field = within + problem.field;
            problems.push_back(std::move(problem));
        }
    }

    Problems problems;
};

void check_tender(const Tender& tender, Finder& finder) {
    finder.take(problems_of(tender), "");
    finder.unless(!tender.green.empty(), "no_green", "green");
}

void check_run(const Tender& tender, const Run& run, Finder& finder) {
    finder.unless(run.draws >= 1 && run.draws <= draws_max, "draws", "run.draws", std::to_string(draws_max));
    finder.unless(run.threads >= 1, "threads", "run.threads");
    const Formula formula = tender.method.formula;
    const double most = formula == Formula::discount ? 1
                        : formula == Formula::shadow ? shadow_max
                                                     : worth_max;
    finder.within(run.knob_most, 0, most, "run.knob_most");
    if (formula == Formula::shadow) {
        finder.within(tender.method.shadow_price.approximate(), 0, shadow_max, "method.shadow_price");
    }
    for (std::size_t at = 0; at < run.compare.size(); ++at) {
        Tender other = tender;
        other.method = run.compare[at];
        finder.take(problems_of(other), "run.compare[" + std::to_string(at) + "].");
    }
}

void check_kg(double none, double full, double uncertainty, const std::string& where, Finder& finder) {
    finder.within(none, -kg_max, kg_max, where + "kg_none");
    finder.within(full, -kg_max, kg_max, where + "kg_full");
    finder.within(uncertainty, 0, spread_max, where + "kg_uncertainty");
}

void check_law(const chance::Distribution& law, const std::string& place, Finder& finder) {
    const Problems problems = chance::check(law, place);
    finder.take(problems, "");
    if (problems.empty()) finder.within(chance::mean(law), 0, 1, place);
}

bool has_criterion(const Tender& tender, const std::string& id) {
    return std::any_of(tender.criteria.begin(), tender.criteria.end(),
                       [&id](const Criterion& one) { return one.id == id && one.kind != Kind::price; });
}

void check_qualities(const Tender& tender, const Market& market, Finder& finder) {
    for (const Criterion& one : tender.criteria) {
        if (one.kind == Kind::price) continue;
        const auto found = market.qualities.find(one.id);
        const std::string place = "market.qualities." + one.id;
        finder.unless(found != market.qualities.end(), "no_quality", place, one.id);
        if (found == market.qualities.end()) continue;
        check_law(found->second.share, place + ".share", finder);
        finder.within(found->second.noise, 0, 1, place + ".noise");
    }
    for (const auto& [id, quality] : market.qualities) {
        finder.unless(has_criterion(tender, id), "unknown_criterion", "market.qualities." + id, id);
    }
    if (!market.pioneer) return;
    check_law(market.pioneer->green, "market.pioneer.green", finder);
    finder.within(market.pioneer->premium, -spread_max, spread_max, "market.pioneer.premium");
}

}  // namespace

Problems problems_of(const Tender& tender, const Market& market, const Run& run) {
    Finder finder;
    check_tender(tender, finder);
    check_run(tender, run, finder);
    finder.unless(market.bidders_least >= 2 && market.bidders_least <= market.bidders_most, "bidders",
                  "market.bidders_least", std::to_string(bidders_max));
    finder.unless(market.bidders_most <= bidders_max, "bidders", "market.bidders_most",
                  std::to_string(bidders_max));
    finder.unless(market.price > 0 && market.price <= price_max, "price", "market.price",
                  Exact(market.price, 100).decimal(2));
    finder.within(market.level_spread, 0, spread_max, "market.level_spread");
    finder.within(market.price_spread, 0, spread_max, "market.price_spread");
    finder.within(market.premium, -spread_max, spread_max, "market.premium");
    finder.within(market.correlation, -1, 1, "market.correlation");
    check_kg(market.kg_none, market.kg_full, market.kg_uncertainty, "market.", finder);
    check_qualities(tender, market, finder);
    return finder.problems;
}

Problems problems_of(const Tender& tender, const Given& given, const Run& run) {
    Finder finder;
    check_tender(tender, finder);
    check_run(tender, run, finder);
    const std::size_t count = given.bids.size();
    finder.unless(count >= 2 && count <= bidders_max, "bidders", "given.bids", std::to_string(bidders_max));
    if (finder.problems.empty()) finder.take(problems_of(tender, given.bids, given.lots), "given.");
    for (std::size_t at = 0; at < count; ++at) {
        finder.unless(given.bids[at].price <= price_max, "price",
                      "given.bids[" + std::to_string(at) + "].price",
                      Exact(given.bids[at].price, 100).decimal(2));
    }
    finder.within(given.price_spread, 0, spread_max, "given.price_spread");
    for (const auto& [id, noise] : given.noise) {
        finder.unless(has_criterion(tender, id), "unknown_criterion", "given.noise." + id, id);
        finder.within(noise, 0, 1, "given.noise." + id);
    }
    check_kg(given.kg_none, given.kg_full, given.kg_uncertainty, "given.", finder);
    return finder.problems;
}

}  // namespace kring::award
