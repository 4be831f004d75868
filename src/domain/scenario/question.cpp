// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/question.hpp"

#include <cmath>
#include <map>

#include "domain/scenario/defaults.hpp"
#include "platform/base/text.hpp"

namespace kring::scenario {

namespace {

using impact::Estimate;
using impact::Quantity;

constexpr double z95 = 1.6448536269514722;  // the 95th percentile of the standard normal law
constexpr int ageing_from = 5;              // years: golden example of the method

impact::Certainty certainty_in(const Figure& figure) {
    if (figure.is_own) return impact::Certainty::chosen;
    switch (figure.certainty) {
        case Certainty::high:
            return impact::Certainty::high;
        case Certainty::medium:
            return impact::Certainty::medium;
        case Certainty::low:
            return impact::Certainty::low;
        case Certainty::unverified:
            break;
    }
    return impact::Certainty::unverified;
}

chance::Distribution distribution_of(const Figure& figure, double factor) {
    const double low = figure.low * factor;
    const double likely = figure.likely * factor;
    const double high = figure.high * factor;
    if (figure.shape == Shape::fixed || low >= high) return chance::Distribution::fixed(likely);
    if (figure.shape == Shape::triangular) return chance::Distribution::triangular(low, likely, high);
    return chance::Distribution::lognormal(likely, std::exp(std::log(high / low) / (2 * z95)));
}

// Builds one question. A figure that is not there is noted, so that all of them are named at once.
class Builder {
public:
    Builder(const Inputs& inputs, const Figures& figures) : inputs_(inputs), figures_(figures) {}

    Result<impact::Question> build() {
        question_.horizon = inputs_.horizon;
        question_.start_year = inputs_.start;
        question_.method_correlation = inputs_.correlation;
        question_.seed = static_cast<std::uint64_t>(inputs_.seed);
        question_.draws = static_cast<std::size_t>(inputs_.draws);
        question_.burden =
            inputs_.burden == Burden::first_user ? impact::Burden::cut_off : impact::Burden::life_share;
        add_grid();
        add_economy();
        for (const Devices& one : inputs_.fleet) add_line(one);
        for (const Route& route : inputs_.routes) add_option(route);
        if (!problems_.empty()) return problems_;
        return std::move(question_);
    }

private:
    impact::SourceId source_of(const Figure& figure) {
        impact::Provenance from;
        from.source = figure.source.empty() ? figure.key : figure.source;
        from.version = figure.version;
        from.row = figure.key;
        std::int64_t year = 0;
        if (read_number(figure.year, 0, 9999, year)) from.year = static_cast<int>(year);
        from.licence = figure.license;
        from.certainty = certainty_in(figure);
        return question_.sources.add(from);
    }

    impact::SourceId chosen(std::string_view name) {
        impact::Provenance from;
        from.source = "chosen";
        from.row = name;
        from.certainty = impact::Certainty::chosen;
        return question_.sources.add(from);
    }

    template <class U>
    std::optional<Estimate<U>> maybe(const std::string& key, double factor = 1) {
        const Figure* figure = figures_.find(key);
        if (!figure) return std::nullopt;
        return Estimate<U>(distribution_of(*figure, factor), source_of(*figure));
    }

    template <class U>
    Estimate<U> needed(const std::string& key, double factor = 1) {
        auto found = maybe<U>(key, factor);
        if (found) return std::move(*found);
        problems_.push_back({Trouble::invalid, "scenario.problem.no_figure", "", {{"figure", key}}});
        return Estimate<U>(Quantity<U>(1), chosen(key));
    }

    double likely(const std::string& key, double otherwise) const {
        const Figure* figure = figures_.find(key);
        return figure ? figure->likely : otherwise;
    }

    void add_grid() {
        impact::Grid grid{inputs_.area, needed<impact::KgCo2ePerKwh>("grid"), std::nullopt};
        if (inputs_.decline > 0)
            grid.decline =
                Estimate<impact::Ratio>(Quantity<impact::Ratio>(inputs_.decline / 100), chosen("decline"));
        question_.grids.push_back(std::move(grid));
        if (auto use = maybe<impact::Ratio>("use")) question_.uses.push_back({"use", std::move(*use)});
    }

    void add_economy() {
        question_.economy.discount =
            Estimate<impact::Ratio>(Quantity<impact::Ratio>(inputs_.discount / 100), chosen("discount"));
        question_.economy.electricity = maybe<impact::EuroPerKwh>("electricity_price");
        question_.economy.shadow_price = maybe<impact::EuroPerKgCo2e>("carbon_price");
    }

    void add_line(const Devices& devices) {
        impact::Line line;
        line.id = devices.device;
        line.seats = static_cast<double>(devices.count);
        if (!question_.uses.empty()) line.use = 0;
        question_.fleet.push_back(std::move(line));
    }

    std::size_t device_index(const std::string& device) {
        const auto known = devices_.find(device);
        if (known != devices_.end()) return known->second;
        impact::Device one{device,
                           needed<impact::KgCo2e>(device + ".embodied"),
                           needed<impact::KwhPerYear>(device + ".energy"),
                           maybe<impact::Kilogram>(device + ".mass"),
                           {},
                           ""};
        const Figure* embodied = figures_.find(device + ".embodied");
        one.method = embodied ? embodied->method : "";
        question_.devices.push_back(std::move(one));
        devices_[device] = question_.devices.size() - 1;
        return question_.devices.size() - 1;
    }

    void add_option(const Route& route) {
        impact::Option option;
        option.id = std::to_string(question_.options.size());
        for (std::size_t line = 0; line < inputs_.fleet.size(); ++line) {
            const std::string device = device_on(route, inputs_.fleet[line].device);
            impact::Part part{line, device_index(device), 1, route_of(route, device)};
            option.parts.push_back(std::move(part));
        }
        question_.options.push_back(std::move(option));
    }

    impact::Route route_of(const Route& chosen_route, const std::string& device) {
        impact::Route route{
            impact::RouteKind::bought_new,
            Estimate<impact::Year>(Quantity<impact::Year>(chosen_route.years), chosen("years")),
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {}};
        switch (chosen_route.way) {
            case Way::fresh:
                break;
            case Way::extend:
                route.kind = impact::RouteKind::extended;
                route.parts = maybe<impact::KgCo2e>("extend.parts");
                route.energy = maybe<impact::KwhPerYear>(device + ".kept");
                break;
            case Way::refurbished:
                route.kind = impact::RouteKind::refurbished;
                route.process = maybe<impact::KgCo2e>("refurbished.processing");
                route.first_life = needed<impact::Year>("refurbished.first_life");
                route.new_material = maybe<impact::Ratio>("refurbished.new_parts");
                break;
            case Way::remanufactured:
                route.kind = impact::RouteKind::remanufactured;
                route.remade = needed<impact::Ratio>("remanufactured.emissions");
                route.new_material = maybe<impact::Ratio>("remanufactured.new_parts");
                break;
            case Way::lease:
                route.kind = impact::RouteKind::leased;
                route.take_back = take_back();
                break;
        }
        route.costs = costs_of(chosen_route.way, device);
        return route;
    }

    impact::TakeBack take_back() {
        return {needed<impact::Ratio>("lease.reused"), needed<impact::Ratio>("lease.displaced"),
                needed<impact::Year>("lease.second_life"), needed<impact::Year>("lease.reference_life"),
                needed<impact::KgCo2e>("lease.processing")};
    }

    // A price is one figure for all routes, so a dear laptop is dear on each: second-hand prices and rents
    // follow it by their likely ratio.
    impact::Costs costs_of(Way way, const std::string& device) {
        const std::string price = device + ".price";
        impact::Costs costs;
        double ratio = 1;
        if (way == Way::refurbished) ratio = likely("refurbished.price", 1);
        if (way == Way::remanufactured) ratio = likely("remanufactured.price", 1);
        if (way == Way::lease) {
            costs.lease = maybe<impact::EuroPerYear>(price, likely("lease.rate", 0.3));
            return costs;
        }
        costs.price = maybe<impact::Euro>(price, ratio);
        costs.maintenance = maybe<impact::EuroPerYear>("maintenance");
        if (auto ageing = maybe<impact::EuroPerYear>("ageing"))
            costs.ageing = impact::Ageing{ageing_from, std::move(*ageing)};
        const double residual = likely("residual", 0);
        if (residual > 0) costs.residual = maybe<impact::Euro>(price, ratio * residual);
        return costs;
    }

    const Inputs& inputs_;
    const Figures& figures_;
    impact::Question question_;
    std::map<std::string, std::size_t> devices_;
    Problems problems_;
};

}  // namespace

Result<impact::Question> question_of(const Inputs& inputs, const Figures& figures) {
    return Builder(inputs, figures).build();
}

}  // namespace kring::scenario
