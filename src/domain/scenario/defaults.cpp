// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/defaults.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "domain/scenario/assumed.hpp"

namespace kring::scenario {

namespace {

Figure from_set(std::string key, std::string_view unit, const factor::Figure& given) {
    Figure one;
    one.key = std::move(key);
    one.unit = unit;
    one.low = given.low;
    one.likely = given.value;
    one.high = given.high;
    const bool has_range = given.low < given.value && given.value < given.high && given.low > 0;
    one.shape = has_range ? Shape::lognormal : Shape::fixed;
    if (!has_range) one.low = one.high = one.likely;
    one.source = given.from.source.empty() ? given.from.set_name : given.from.source;
    one.url = given.from.url;
    one.year = given.from.year;
    one.license = factor::word(given.from.licence);
    one.certainty = given.from.certainty;
    one.method = given.from.set;
    one.version = given.from.set + "@" + std::to_string(given.from.version);
    one.origin = given.id;
    one.derivation = given.from.derivation;
    one.sample = given.count;
    return one;
}

// What one more kWh emits is another question than what an average one does: the two are never mixed.
bool is_average(const factor::GridFigure& one) { return one.method != "operating_margin"; }

// Own figures first, then Ember's, which is the advice; else the newest year of another list.
const factor::GridFigure& preferred(const std::vector<factor::GridFigure>& known) {
    const auto where = [&](auto&& is_wanted) { return std::find_if(known.begin(), known.end(), is_wanted); };
    auto found = where([](const auto& one) { return one.figure.from.set.starts_with("own"); });
    if (found == known.end())
        found = where([](const auto& one) { return one.method == "generation_average"; });
    if (found == known.end()) found = where(is_average);
    return found == known.end() ? known.front() : *found;
}

// The range is that of all averages and years we know, since they differ more by method than by chance; of
// the standard area it is told with the figure itself.
std::optional<Figure> grid_figure(db::Connection& in, const factor::Versions& versions,
                                  const std::string& area) {
    const auto known = factor::grid(in, versions, area);
    if (known.empty()) return std::nullopt;
    const auto standard = factor::default_grid(in, versions);
    const bool is_standard = standard.area == area;
    Figure one = from_set("grid", "kgCO2e/kWh", is_standard ? standard.figure : preferred(known).figure);
    for (const factor::GridFigure& other : known) {
        if (is_standard || !is_average(other)) continue;
        one.low = std::min({one.low, other.figure.low, one.likely});
        one.high = std::max({one.high, other.figure.high, one.likely});
    }
    one.shape = one.low < one.high ? Shape::triangular : Shape::fixed;
    return one;
}

std::optional<Figure> carbon_figure(db::Connection& in, const factor::Versions& versions) {
    const auto known = factor::carbon_prices(in, versions);
    if (known.empty()) return std::nullopt;
    const auto dearest = std::max_element(known.begin(), known.end(),
                                          [](const auto& a, const auto& b) { return a.value < b.value; });
    const bool has_own = known.front().from.set == "own";
    return from_set("carbon_price", "EUR/kgCO2e", has_own ? known.front() : *dearest);
}

class Gathering {
public:
    Gathering(db::Connection& in, const factor::Versions& versions, const Inputs& inputs)
        : in_(in), versions_(versions), inputs_(inputs) {}

    Result<Figures> all() {
        gather_settings();
        for (std::size_t at = 0; at < inputs_.fleet.size(); ++at) {
            for (const Route& route : inputs_.routes) gather_device(at, route);
        }
        for (const Route& route : inputs_.routes) gather_way(route.way);
        if (!problems_.empty()) return problems_;
        return Figures(std::move(figures_));
    }

private:
    void add(std::optional<Figure> figure) {
        if (figure && keys_.insert(figure->key).second) figures_.push_back(std::move(*figure));
    }

    void gather_settings() {
        auto grid = grid_figure(in_, versions_, inputs_.area);
        if (!grid) problems_.push_back({Trouble::invalid, "scenario.problem.area", "area", {}});
        add(std::move(grid));
        auto carbon = carbon_figure(in_, versions_);
        add(carbon ? std::move(carbon) : assumed("carbon_price"));
        for (const std::string_view key : {"electricity_price", "use", "maintenance", "ageing", "residual"})
            add(assumed(key));
    }

    void gather_device(std::size_t at, const Route& route) {
        const std::string device = device_on(route, inputs_.fleet[at].device);
        if (keys_.contains(device + ".embodied")) return;
        const auto known = factor::device_class(in_, versions_, device);
        const bool is_known = known && known->embodied && known->energy;
        if (!is_known && !has_own(device)) {
            problems_.push_back({Trouble::invalid,
                                 "scenario.problem.no_figures",
                                 "device_" + std::to_string(at + 1),
                                 {{"device", device}}});
            return;
        }
        if (known && known->embodied) add(from_set(device + ".embodied", "kgCO2e", *known->embodied));
        if (known && known->energy) add(from_set(device + ".energy", "kWh/yr", *known->energy));
        if (known && known->mass) add(from_set(device + ".mass", "kg", *known->mass));
        add(assumed(device + ".price"));
    }

    bool has_own(const std::string& device) const {
        const auto has = [&](const std::string& key) {
            return std::any_of(inputs_.own.begin(), inputs_.own.end(),
                               [&](const Own& own) { return own.figure == key; });
        };
        return has(device + ".embodied") && has(device + ".energy");
    }

    void gather_way(Way way) {
        for (Figure& one : assumed_for(way)) add(std::move(one));
    }

    db::Connection& in_;
    const factor::Versions& versions_;
    const Inputs& inputs_;
    std::vector<Figure> figures_;
    std::set<std::string, std::less<>> keys_;
    Problems problems_;
};

// What figures that only count when one gives them are in: the yearly energy of devices that are kept.
std::string unit_of_key(std::string_view key) {
    if (key.ends_with(".embodied")) return "kgCO2e";
    if (key.ends_with(".mass")) return "kg";
    return "kWh/yr";
}

Figure put_in(const Own& own, const Figure* offered) {
    Figure one;
    one.key = own.figure;
    one.unit = offered ? offered->unit : unit_of_key(own.figure);
    one.shape = own.low < own.high ? Shape::triangular : Shape::fixed;
    one.low = own.low;
    one.likely = own.likely;
    one.high = own.high;
    one.source = own.source;
    one.year = own.year;
    one.method = "own";
    one.certainty = Certainty::unverified;
    one.is_own = true;
    return one;
}

}  // namespace

std::string device_on(const Route& route, const std::string& device) {
    const bool is_replaced = device == "desktop" || device == "workstation";
    return is_replaced && !route.instead.empty() ? route.instead : device;
}

Result<Figures> offered(db::Connection& in, const factor::Versions& versions, const Inputs& inputs) {
    return Gathering(in, versions, inputs).all();
}

Result<Figures> resolve(db::Connection& in, const factor::Versions& versions, const Inputs& inputs) {
    TRY(known, offered(in, versions, inputs));
    std::vector<Figure> all;
    for (const Figure& one : known.all()) {
        const bool is_replaced = std::any_of(inputs.own.begin(), inputs.own.end(),
                                             [&](const Own& own) { return own.figure == one.key; });
        if (!is_replaced) all.push_back(one);
    }
    for (const Own& own : inputs.own) {
        if (is_asked(inputs, own.figure)) all.push_back(put_in(own, known.find(own.figure)));
    }
    return Figures(std::move(all));
}

std::vector<std::string> known_devices(db::Connection& in, const factor::Versions& versions) {
    std::set<std::string, std::less<>> known;
    for (const factor::DeviceFigures& one : factor::device_classes(in, versions)) {
        if (one.embodied && one.energy) known.insert(one.device_class);
    }
    std::vector<std::string> in_order;
    for (const std::string& device : all_devices()) {
        if (known.contains(device)) in_order.push_back(device);
    }
    return in_order;
}

std::string versions_of(const Figures& figures) {
    std::set<std::string> versions;
    for (const Figure& one : figures.all()) {
        if (!one.version.empty()) versions.insert(one.version);
    }
    std::string text;
    for (const std::string& one : versions) text += (text.empty() ? "" : " ") + one;
    return text;
}

}  // namespace kring::scenario
