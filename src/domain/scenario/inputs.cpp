// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/inputs.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "platform/base/text.hpp"

namespace kring::scenario {

namespace {

constexpr std::array<std::string_view, 5> way_words = {"new", "extend", "refurbished", "remanufactured",
                                                       "lease"};
constexpr std::array<std::string_view, 15> device_words = {
    "laptop",  "desktop", "workstation", "thin_client", "monitor",    "smartphone", "tablet",    "server",
    "storage", "network", "printer",     "dock",        "television", "phone",      "peripheral"};
constexpr std::array<std::string_view, 2> burden_words = {"first_user", "by_years"};
constexpr std::string_view first_line = "kring-scenario 1";

Problem wrong(std::string_view phrase, std::string field,
              std::vector<std::pair<std::string, std::string>> values = {}) {
    return {Trouble::invalid, std::string(phrase), std::move(field), std::move(values)};
}

bool is_within(double value, double low, double high) { return value >= low && value <= high; }

void check_fleet(const Inputs& inputs, Problems& problems) {
    if (inputs.fleet.empty()) problems.push_back(wrong("scenario.problem.no_devices", "count_1"));
    if (inputs.fleet.size() > fleet_most)
        problems.push_back(wrong("scenario.problem.many_devices", "count_1"));
    for (std::size_t at = 0; at < inputs.fleet.size(); ++at) {
        const std::string number = std::to_string(at + 1);
        if (!is_device(inputs.fleet[at].device))
            problems.push_back(wrong("scenario.problem.device", "device_" + number));
        if (inputs.fleet[at].count < 1 || inputs.fleet[at].count > count_most)
            problems.push_back(wrong("scenario.problem.count", "count_" + number));
    }
}

void check_routes(const Inputs& inputs, Problems& problems) {
    const std::size_t routes = inputs.routes.size();
    if (routes < routes_least || routes > routes_most)
        problems.push_back(wrong("scenario.problem.routes", "way_" + std::to_string(routes + 1)));
    for (std::size_t at = 0; at < routes; ++at) {
        const std::string number = std::to_string(at + 1);
        const Route& route = inputs.routes[at];
        if (!is_within(route.years, 1, years_most))
            problems.push_back(wrong("scenario.problem.years", "years_" + number));
        if (!route.instead.empty() && !is_device(route.instead))
            problems.push_back(wrong("scenario.problem.device", "instead_" + number));
        if (std::find(inputs.routes.begin(), inputs.routes.begin() + static_cast<std::ptrdiff_t>(at),
                      route) != inputs.routes.begin() + static_cast<std::ptrdiff_t>(at))
            problems.push_back(wrong("scenario.problem.route_twice", "years_" + number));
    }
}

void check_settings(const Inputs& inputs, Problems& problems) {
    if (inputs.start < start_least || inputs.start > start_most)
        problems.push_back(wrong("scenario.problem.start", "start"));
    if (inputs.horizon < 1 || inputs.horizon > horizon_most)
        problems.push_back(wrong("scenario.problem.horizon", "horizon"));
    const bool is_area = inputs.area.size() == 3 && std::all_of(inputs.area.begin(), inputs.area.end(),
                                                                [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_area) problems.push_back(wrong("scenario.problem.area", "area"));
    if (!is_within(inputs.decline, 0, 50)) problems.push_back(wrong("scenario.problem.decline", "decline"));
    if (!is_within(inputs.discount, 0, 20))
        problems.push_back(wrong("scenario.problem.discount", "discount"));
    if (!is_within(inputs.correlation, 0, 1))
        problems.push_back(wrong("scenario.problem.correlation", "correlation"));
    if (inputs.draws < draws_least || inputs.draws > draws_most)
        problems.push_back(wrong("scenario.problem.draws", "draws"));
    if (inputs.seed < 0 || inputs.seed > seed_most)
        problems.push_back(wrong("scenario.problem.seed", "seed"));
}

// What stands behind a word, up to the next space; the rest stays.
std::string_view take_word(std::string_view& line) {
    const auto space = line.find(' ');
    const std::string_view taken = line.substr(0, space);
    line.remove_prefix(space == std::string_view::npos ? line.size() : space + 1);
    return taken;
}

bool take_double(std::string_view& line, double& value) {
    const std::string_view text = take_word(line);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

bool take_number(std::string_view& line, std::int64_t& value) {
    return read_number(take_word(line), -1'000'000'000'000, 1'000'000'000'000, value);
}

bool read_devices(std::string_view line, Inputs& inputs) {
    Devices one;
    one.device = take_word(line);
    if (!take_number(line, one.count) || !line.empty()) return false;
    inputs.fleet.push_back(std::move(one));
    return true;
}

bool read_route(std::string_view line, Inputs& inputs) {
    Route one;
    const auto way = way_of(take_word(line));
    if (!way || !take_double(line, one.years)) return false;
    one.way = *way;
    one.instead = take_word(line);
    inputs.routes.push_back(std::move(one));
    return line.empty();
}

bool read_own(std::string_view line, Inputs& inputs) {
    Own one;
    one.figure = take_word(line);
    if (!take_double(line, one.low) || !take_double(line, one.likely) || !take_double(line, one.high))
        return false;
    one.year = take_word(line);
    if (one.year == "-") one.year.clear();
    one.source = line;
    inputs.own.push_back(std::move(one));
    return true;
}

bool read_setting(std::string_view name, std::string_view line, Inputs& inputs) {
    std::int64_t number = 0;
    if (name == "area") {
        inputs.area = take_word(line);
        return line.empty();
    }
    if (name == "decline") return take_double(line, inputs.decline) && line.empty();
    if (name == "discount") return take_double(line, inputs.discount) && line.empty();
    if (name == "correlation") return take_double(line, inputs.correlation) && line.empty();
    if (name == "draws") return take_number(line, inputs.draws) && line.empty();
    if (name == "seed") return take_number(line, inputs.seed) && line.empty();
    if (name == "burden") {
        const auto burden = burden_of(take_word(line));
        if (burden) inputs.burden = *burden;
        return burden && line.empty();
    }
    if (name == "start") {
        if (!take_number(line, number) || number < 0 || number > 9999) return false;
        inputs.start = static_cast<int>(number);
        return line.empty();
    }
    if (name != "horizon" || !take_number(line, number) || number < 0 || number > 1000) return false;
    inputs.horizon = static_cast<int>(number);
    return line.empty();
}

bool read_line(std::string_view line, Inputs& inputs) {
    const std::string_view name = take_word(line);
    if (name == "devices") return read_devices(line, inputs);
    if (name == "route") return read_route(line, inputs);
    if (name == "own") return read_own(line, inputs);
    return read_setting(name, line, inputs);
}

std::size_t place_of(std::string_view device) {
    const auto found = std::find(device_words.begin(), device_words.end(), device);
    return static_cast<std::size_t>(found - device_words.begin());
}

std::string one_line(std::string_view text) {
    std::vector<std::string> parts;
    for (const std::string_view part : words(text)) parts.emplace_back(part);
    return join(parts, " ");
}

// The group separators of one who writes thousands: only behind one to three digits, then each three.
bool is_grouped(std::string_view whole, char separator) {
    const auto parts = split(whole, separator);
    if (parts.size() < 2 || parts.front().empty() || parts.front().size() > 3) return false;
    return std::all_of(parts.begin() + 1, parts.end(), [](std::string_view p) { return p.size() == 3; });
}

}  // namespace

std::string_view word(Way way) { return way_words[static_cast<std::size_t>(way)]; }

std::optional<Way> way_of(std::string_view text) {
    for (const Way way : ways) {
        if (word(way) == text) return way;
    }
    return std::nullopt;
}

std::string_view word(Burden burden) { return burden_words[static_cast<std::size_t>(burden)]; }

std::optional<Burden> burden_of(std::string_view text) {
    for (const Burden burden : {Burden::first_user, Burden::by_years}) {
        if (word(burden) == text) return burden;
    }
    return std::nullopt;
}

std::vector<Route> first_routes() {
    return {{Way::fresh, 4, ""}, {Way::extend, 6, ""}, {Way::refurbished, 4, ""}};
}

bool is_device(std::string_view text) { return place_of(text) < device_words.size(); }

std::vector<std::string> all_devices() { return {device_words.begin(), device_words.end()}; }

Problems problems_of(const Inputs& inputs, const std::vector<std::string>& known) {
    Problems problems;
    check_fleet(inputs, problems);
    check_routes(inputs, problems);
    check_settings(inputs, problems);
    for (const Own& own : inputs.own) {
        for (Problem& problem : problems_of_own(own)) problems.push_back(std::move(problem));
        if (!known.empty() && std::find(known.begin(), known.end(), own.figure) == known.end())
            problems.push_back(wrong("scenario.problem.figure", "own"));
    }
    return problems;
}

Problems problems_of_own(const Own& own) {
    Problems problems;
    const bool is_number = std::isfinite(own.low) && std::isfinite(own.likely) && std::isfinite(own.high);
    if (!is_number || own.low < 0 || own.high > 1e9)
        problems.push_back(wrong("scenario.problem.own_range", "likely"));
    else if (own.low > own.likely || own.likely > own.high)
        problems.push_back(wrong("scenario.problem.own_order", "low"));
    if (own.source.empty()) problems.push_back(wrong("scenario.problem.own_source", "source"));
    if (length(own.source) > source_length_max)
        problems.push_back(wrong(
            "problem.too_long", "source",
            {{"most", std::to_string(source_length_max)}, {"length", std::to_string(length(own.source))}}));
    std::int64_t year = 0;
    if (!own.year.empty() && !read_number(own.year, 1990, 2100, year))
        problems.push_back(wrong("scenario.problem.own_year", "year"));
    return problems;
}

Inputs in_order(Inputs inputs) {
    std::map<std::size_t, Devices> together;
    for (Devices& one : inputs.fleet) {
        Devices& kind = together[place_of(one.device)];
        kind.device = one.device;
        kind.count += one.count;
    }
    inputs.fleet.clear();
    for (auto& [place, one] : together) inputs.fleet.push_back(std::move(one));
    for (Own& own : inputs.own) own.source = one_line(own.source);
    std::sort(inputs.own.begin(), inputs.own.end(),
              [](const Own& a, const Own& b) { return a.figure < b.figure; });
    return inputs;
}

std::string amount_text(double amount) {
    std::array<char, 40> space{};
    const auto end = std::to_chars(space.data(), space.data() + space.size(), amount).ptr;
    return {space.data(), end};
}

std::optional<double> read_amount(std::string_view text) {
    std::string typed(trim(text));
    const auto point = typed.rfind('.');
    const auto comma = typed.rfind(',');
    const bool has_both = point != std::string::npos && comma != std::string::npos;
    if (has_both) {
        const char group = point < comma ? '.' : ',';
        if (!is_grouped(typed.substr(0, std::max(point, comma)), group)) return std::nullopt;
        std::erase(typed, group);
    } else if (is_grouped(typed, '.') && std::count(typed.begin(), typed.end(), '.') > 1) {
        std::erase(typed, '.');
    }
    std::replace(typed.begin(), typed.end(), ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (error != std::errc() || end != typed.data() + typed.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string to_text(const Inputs& inputs) {
    std::string out = std::string(first_line) + "\n";
    for (const Devices& one : inputs.fleet)
        out += "devices " + one.device + " " + std::to_string(one.count) + "\n";
    for (const Route& one : inputs.routes) {
        out += "route " + std::string(word(one.way)) + " " + amount_text(one.years);
        out += (one.instead.empty() ? "" : " " + one.instead) + "\n";
    }
    out += "start " + std::to_string(inputs.start) + "\n";
    out += "horizon " + std::to_string(inputs.horizon) + "\n";
    out += "area " + inputs.area + "\n";
    out += "decline " + amount_text(inputs.decline) + "\n";
    out += "discount " + amount_text(inputs.discount) + "\n";
    out += "correlation " + amount_text(inputs.correlation) + "\n";
    out += "burden " + std::string(word(inputs.burden)) + "\n";
    out += "draws " + std::to_string(inputs.draws) + "\n";
    out += "seed " + std::to_string(inputs.seed) + "\n";
    for (const Own& own : inputs.own) {
        out += "own " + own.figure + " " + amount_text(own.low) + " " + amount_text(own.likely) + " " +
               amount_text(own.high) + " " + (own.year.empty() ? "-" : own.year) + " " + own.source + "\n";
    }
    out.pop_back();
    return out;
}

std::optional<Inputs> read_inputs(std::string_view text) {
    Inputs inputs;
    bool is_first = true;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty()) continue;
        if (is_first && line != first_line) return std::nullopt;
        if (!is_first && !read_line(line, inputs)) return std::nullopt;
        is_first = false;
    }
    if (is_first) return std::nullopt;
    return inputs;
}

}  // namespace kring::scenario
