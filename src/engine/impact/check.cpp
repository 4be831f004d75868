// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a question: everything at once, each with its place.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <set>

#include "engine/impact/impact.hpp"

namespace kring::impact {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Where something stands; its text is made only when something is wrong there.
struct Place {
    const Place* in = nullptr;
    std::string_view name;
    std::size_t index = no_index;
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

    Place operator()(std::string_view inner) const { return {this, inner, no_index}; }
    Place operator()(std::string_view inner, std::size_t at) const { return {this, inner, at}; }
    std::string text() const {
        std::string path = in != nullptr ? in->text() : "";
        if (!path.empty()) path += ".";
        path += name;
        return index == no_index ? path : path + "[" + std::to_string(index) + "]";
    }
};

/// What values make sense.
struct Bounds {
    double low = 0;
    double high = infinite;
    bool is_low_allowed = true;
    bool takes_tails = false;  ///< lognormal laws, by their quantiles at `tail` and 1 - `tail`
};

constexpr double tail = 0.001;
constexpr double least_in_tail = 0.001;  ///< nearer to 0 a reciprocal has no mean worth telling

constexpr Bounds amount{};
constexpr Bounds years{0, 100, false, true};
constexpr Bounds share{0, 1};
constexpr Bounds below_one{0, 0.99};
constexpr Bounds intensity{0, 10, true, true};
constexpr Bounds rate{0, 1};
constexpr Bounds any{-infinite, infinite};

template <class Enum>
bool is_known(Enum value, Enum last) {
    const auto number = static_cast<int>(value);
    return number >= 0 && number <= static_cast<int>(last);
}

class Checker {
public:
    explicit Checker(const Question& question) : question_(question) {}

    Problems run() {
        check_numbers();
        check_sources();
        const Place top;
        for (std::size_t at = 0; at < question_.devices.size(); ++at) check_device(top("devices", at), at);
        for (std::size_t at = 0; at < question_.grids.size(); ++at) {
            const Place place = top("grids", at);
            check(question_.grids[at].factor, place("factor"), amount);
            check(question_.grids[at].decline, place("decline"), below_one);
        }
        for (std::size_t at = 0; at < question_.uses.size(); ++at) {
            check(question_.uses[at].intensity, top("uses", at)("intensity"), intensity);
        }
        check_fleet();
        check_ids("devices", question_.devices);
        check_ids("grids", question_.grids);
        check_ids("uses", question_.uses);
        check_ids("fleet", question_.fleet);
        check_ids("options", question_.options);
        for (std::size_t at = 0; at < question_.options.size(); ++at) check_option(top("options", at), at);
        const Place economy = top("economy");
        check(question_.economy.discount, economy("discount"), rate);
        check(question_.economy.electricity, economy("electricity"), amount);
        check(question_.economy.shadow_price, economy("shadow_price"), amount);
        return std::move(problems_);
    }

private:
    void wrong(const Place& place, std::string_view phrase, const std::string& value = "") {
        Problem problem{Trouble::invalid, std::string(phrase), place.text(), {}};
        if (!value.empty()) problem.values.emplace_back("value", value);
        problems_.push_back(std::move(problem));
    }

    void require(bool holds, std::string_view field, std::string_view phrase, const std::string& value = "") {
        const Place top;
        if (!holds) wrong(top(field), phrase, value);
    }

    template <class U>
    void check(const Estimate<U>& estimate, const Place& place, const Bounds& bounds) {
        const chance::Distribution& distribution = estimate.distribution();
        if (!question_.sources.has(estimate.source())) wrong(place, "impact.problem.source");
        if (distribution.is_fixed() && std::isfinite(distribution.given[0])) {
            check_bounds(distribution.given[0], distribution.given[0], place, bounds);
            return;
        }
        const Problems found = chance::check(distribution, "");
        for (Problem problem : found) {
            problem.field = place.text();
            problems_.push_back(std::move(problem));
        }
        if (!found.empty()) return;
        const bool is_lognormal = distribution.family == chance::Family::lognormal ||
                                  distribution.family == chance::Family::lognormal_mean;
        if (!bounds.takes_tails || !is_lognormal) {
            check_bounds(chance::low(distribution), chance::high(distribution), place, bounds);
            return;
        }
        const double least = chance::quantile(distribution, tail);
        check_bounds(least < least_in_tail ? 0 : least, chance::quantile(distribution, 1 - tail), place,
                     bounds);
    }

    template <class U>
    void check(const std::optional<Estimate<U>>& estimate, const Place& place, const Bounds& bounds) {
        if (estimate) check(*estimate, place, bounds);
    }

    void check_bounds(double low, double high, const Place& place, const Bounds& bounds) {
        const bool is_low_enough = high <= bounds.high;
        if (!bounds.is_low_allowed && low <= bounds.low) {
            wrong(place, "impact.problem.positive");
        } else if (low < bounds.low) {
            wrong(place, "impact.problem.negative");
        } else if (!is_low_enough) {
            wrong(place, "impact.problem.too_high",
                  bounds.high < 1 ? "0.99" : std::to_string(std::lround(bounds.high)));
        }
    }

    void check_numbers() {
        const Question& q = question_;
        require(q.horizon >= 1 && q.horizon <= horizon_max, "horizon", "impact.problem.horizon",
                std::to_string(horizon_max));
        require(q.start_year == 0 || (q.start_year >= 1990 && q.start_year <= 2100), "start_year",
                "impact.problem.start_year");
        require(!q.devices.empty(), "devices", "impact.problem.needed");
        require(!q.grids.empty(), "grids", "impact.problem.needed");
        require(!q.fleet.empty(), "fleet", "impact.problem.no_seats");
        require(q.fleet.size() <= lines_max, "fleet", "impact.problem.many", std::to_string(lines_max));
        require(!q.options.empty(), "options", "impact.problem.no_options");
        require(q.options.size() <= options_max, "options", "impact.problem.many",
                std::to_string(options_max));
        require(q.draws <= draws_max, "draws", "impact.problem.many", std::to_string(draws_max));
        require(q.draws == 0 || q.draws >= 100, "draws", "impact.problem.few_draws", "100");
        require(q.draws > 0 || !q.with_sensitivity, "draws", "impact.problem.draws_needed");
        const std::size_t rows = q.options.size() * (q.wanted.size() + 1 + elements());
        require(q.draws > draws_max || q.draws * rows <= kept_max, "draws", "impact.problem.too_much");
        require(q.threads >= 1 && q.threads <= 256, "threads", "impact.problem.threads");
        require(is_share(q.method_correlation), "method_correlation", "impact.problem.share");
        require(is_share(q.life_share_chance), "life_share_chance", "impact.problem.share");
        require(is_known(q.burden, Burden::drawn), "burden", "impact.problem.unknown");
        require(is_known(q.acquisition, Acquisition::discrete), "acquisition", "impact.problem.unknown");
        require(is_known(q.compared, Output::life_cycle), "compared", "impact.problem.unknown");
        require(q.compared != Output::reused_share, "compared", "impact.problem.not_compared");
        const auto known = [](Output output) { return is_known(output, Output::life_cycle); };
        require(std::all_of(q.wanted.begin(), q.wanted.end(), known), "wanted", "impact.problem.unknown");
        const std::set<Output> once(q.wanted.begin(), q.wanted.end());
        require(!q.wanted.empty() && once.size() == q.wanted.size(), "wanted", "impact.problem.wanted");
    }

    static bool is_share(double number) { return number >= 0 && number <= 1; }

    std::size_t elements() const {
        if (!question_.with_materials) return 0;
        std::set<std::string_view> names;
        for (const Device& device : question_.devices) {
            for (const Material& material : device.materials) names.insert(material.element);
        }
        return names.size();
    }

    void check_sources() {
        const Place top;
        const auto& list = question_.sources.list();
        for (std::size_t at = 0; at < list.size(); ++at) {
            if (list[at].source.empty()) wrong(top("sources", at)("source"), "impact.problem.empty");
            if (!is_known(list[at].certainty, Certainty::chosen)) {
                wrong(top("sources", at)("certainty"), "impact.problem.unknown");
            }
        }
    }

    template <class Thing>
    void check_ids(std::string_view name, const std::vector<Thing>& things) {
        const Place top;
        std::set<std::string_view> seen;
        for (std::size_t at = 0; at < things.size(); ++at) {
            const Place place = top(name, at);
            if (things[at].id.empty()) wrong(place("id"), "impact.problem.empty");
            if (!seen.insert(things[at].id).second) wrong(place("id"), "impact.problem.twice", things[at].id);
        }
    }

    bool wants(Output output) const {
        return question_.compared == output ||
               std::find(question_.wanted.begin(), question_.wanted.end(), output) != question_.wanted.end();
    }

    void check_device(const Place& place, std::size_t at) {
        const Device& device = question_.devices[at];
        check(device.embodied, place("embodied"), amount);
        check(device.energy, place("energy"), amount);
        check(device.mass, place("mass"), amount);
        const bool needs_mass = wants(Output::material) || wants(Output::reused) || wants(Output::waste);
        if (needs_mass && !device.mass) wrong(place("mass"), "impact.problem.needed");
        std::set<std::string_view> seen;
        for (std::size_t material = 0; material < device.materials.size(); ++material) {
            const Material& one = device.materials[material];
            const Place inner = place("materials", material);
            if (one.element.empty()) wrong(inner("element"), "impact.problem.empty");
            if (!seen.insert(one.element).second)
                wrong(inner("element"), "impact.problem.twice", one.element);
            check(one.content, inner("content"), amount);
            check(one.recycled, inner("recycled"), share);
        }
    }

    void check_fleet() {
        const Place top;
        for (std::size_t at = 0; at < question_.fleet.size(); ++at) {
            const Line& line = question_.fleet[at];
            const Place place = top("fleet", at);
            if (!(line.seats > 0 && line.seats <= 1e9)) wrong(place("seats"), "impact.problem.seats");
            if (line.grid >= question_.grids.size()) wrong(place("grid"), "impact.problem.not_there");
            if (line.use && *line.use >= question_.uses.size())
                wrong(place("use"), "impact.problem.not_there");
        }
    }

    void check_option(const Place& place, std::size_t at) {
        const Option& option = question_.options[at];
        std::vector<double> shares(question_.fleet.size(), 0);
        bool has_credit = false;
        bool has_cut_off = false;
        for (std::size_t part = 0; part < option.parts.size(); ++part) {
            const Part& one = option.parts[part];
            const Place inner = place("parts", part);
            if (one.device >= question_.devices.size()) wrong(inner("device"), "impact.problem.not_there");
            if (!is_share(one.share)) wrong(inner("share"), "impact.problem.share");
            if (one.line < shares.size()) {
                shares[one.line] += one.share;
            } else {
                wrong(inner("line"), "impact.problem.not_there");
            }
            check_route(inner("route"), one.route);
            has_credit = has_credit || one.route.take_back;
            has_cut_off = has_cut_off || one.route.kind == RouteKind::refurbished;
        }
        const auto is_whole = [](double sum) { return std::abs(sum - 1) < 1e-9; };
        if (!std::all_of(shares.begin(), shares.end(), is_whole))
            wrong(place("parts"), "impact.problem.shares");
        if (has_credit && has_cut_off && question_.burden != Burden::life_share) {
            wrong(place("parts"), "impact.problem.credit_and_cut_off");
        }
    }

    void check_route(const Place& place, const Route& route) {
        if (!is_known(route.kind, RouteKind::leased)) wrong(place("kind"), "impact.problem.unknown");
        check(route.life, place("life"), years);
        check(route.spare, place("spare"), share);
        check(route.parts, place("parts"), amount);
        check(route.process, place("process"), amount);
        check(route.transport, place("transport"), amount);
        check(route.first_life, place("first_life"), years);
        check(route.remade, place("remade"), share);
        check(route.new_material, place("new_material"), share);
        check(route.energy, place("energy"), amount);
        check_belonging(place, route);
        if (route.take_back) {
            const Place inner = place("take_back");
            check(route.take_back->reused, inner("reused"), share);
            check(route.take_back->displaced, inner("displaced"), share);
            check(route.take_back->second_life, inner("second_life"), years);
            check(route.take_back->reference_life, inner("reference_life"), years);
            check(route.take_back->process, inner("process"), amount);
        }
        const Place costs = place("costs");
        check(route.costs.price, costs("price"), amount);
        check(route.costs.lease, costs("lease"), amount);
        check(route.costs.maintenance, costs("maintenance"), amount);
        check(route.costs.residual, costs("residual"), any);
        if (!route.costs.ageing) return;
        const Place ageing = costs("ageing");
        check(route.costs.ageing->maintenance, ageing("maintenance"), amount);
        const int from_age = route.costs.ageing->from_age;
        if (from_age < 1) wrong(ageing("from_age"), "impact.problem.positive");
        if (from_age > 100) wrong(ageing("from_age"), "impact.problem.too_high", "100");
    }

    /// What a route needs, and what would have no effect on it.
    void check_belonging(const Place& place, const Route& route) {
        const bool is_refurbished = route.kind == RouteKind::refurbished;
        const bool is_remade = route.kind == RouteKind::remanufactured;
        const auto needed = [&](bool is_there, bool is_needed, std::string_view name) {
            if (is_needed && !is_there) wrong(place(name), "impact.problem.needed");
        };
        const auto belongs = [&](bool is_there, bool does, std::string_view name) {
            if (is_there && !does) wrong(place(name), "impact.problem.no_effect");
        };
        needed(route.process.has_value(), is_refurbished, "process");
        needed(route.remade.has_value(), is_remade, "remade");
        const bool shares = question_.burden != Burden::cut_off || wants(Output::other_rule);
        needed(route.first_life.has_value(), is_refurbished && shares, "first_life");
        belongs(route.parts.has_value(), is_refurbished || route.kind == RouteKind::extended, "parts");
        belongs(route.process.has_value(), is_refurbished, "process");
        belongs(route.transport.has_value(), is_refurbished, "transport");
        belongs(route.first_life.has_value(), is_refurbished, "first_life");
        belongs(route.remade.has_value(), is_remade, "remade");
        belongs(route.new_material.has_value(), is_refurbished || is_remade, "new_material");
    }

    const Question& question_;
    Problems problems_;
};

}  // namespace

Problems check(const Question& question) { return Checker(question).run(); }

}  // namespace kring::impact
