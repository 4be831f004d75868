// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/assumed.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "domain/scenario/defaults.hpp"

namespace kring::scenario {

namespace {

struct Assumption {
    std::string_view key;
    std::string_view unit;
    double low;
    double likely;
    double high;
    std::string_view year = "";
    std::string_view source = "kring";
    Certainty certainty = Certainty::unverified;
};

constexpr std::string_view handbook = "Handboek Milieuprijzen 2023";
constexpr std::string_view seller = "circularcomputing.com (seller)";

// clang-format off: a table reads by its rows
constexpr std::array assumptions = {
    Assumption{"electricity_price", "EUR/kWh", 0.20, 0.25, 0.35},
    Assumption{"carbon_price", "EUR/kgCO2e", 0.130, 0.130, 0.130, "2021", handbook},
    Assumption{"use", "ratio", 0.8, 1, 1.2},
    Assumption{"maintenance", "EUR/yr", 15, 30, 60},
    Assumption{"ageing", "EUR/yr", 30, 55, 100},
    Assumption{"residual", "ratio", 0, 0.1, 0.2},
    Assumption{"extend.parts", "kgCO2e", 2, 10, 30},
    Assumption{"refurbished.processing", "kgCO2e", 10, 25, 60},
    Assumption{"refurbished.first_life", "yr", 3, 4, 6},
    Assumption{"refurbished.price", "ratio", 0.35, 0.5, 0.65},
    Assumption{"refurbished.new_parts", "ratio", 0, 0.05, 0.15},
    Assumption{"remanufactured.emissions", "ratio", 0.05, 0.0634, 0.3},
    Assumption{"remanufactured.price", "ratio", 0.5, 0.6, 0.7, "2021", seller, Certainty::low},
    Assumption{"remanufactured.new_parts", "ratio", 0.05, 0.1, 0.3},
    Assumption{"lease.rate", "ratio/yr", 0.25, 0.32, 0.4},
    Assumption{"lease.reused", "ratio", 0.5, 0.7, 0.9},
    Assumption{"lease.displaced", "ratio", 0.3, 0.5, 0.8},
    Assumption{"lease.second_life", "yr", 2, 3, 4},
    Assumption{"lease.reference_life", "yr", 3, 4, 6},
    Assumption{"lease.processing", "kgCO2e", 10, 25, 60},
    Assumption{"laptop.price", "EUR", 700, 900, 1200},
    Assumption{"desktop.price", "EUR", 500, 700, 1000},
    Assumption{"workstation.price", "EUR", 1300, 1800, 2800},
    Assumption{"thin_client.price", "EUR", 300, 400, 600},
    Assumption{"monitor.price", "EUR", 150, 220, 350},
    Assumption{"smartphone.price", "EUR", 250, 400, 700},
    Assumption{"tablet.price", "EUR", 300, 450, 800},
    Assumption{"server.price", "EUR", 4000, 7000, 12000},
    Assumption{"storage.price", "EUR", 4000, 9000, 20000},
    Assumption{"network.price", "EUR", 300, 600, 1500},
    Assumption{"printer.price", "EUR", 300, 600, 1500},
    Assumption{"dock.price", "EUR", 120, 180, 280},
    Assumption{"television.price", "EUR", 400, 700, 1200},
    Assumption{"phone.price", "EUR", 60, 120, 250},
    Assumption{"peripheral.price", "EUR", 20, 40, 80},
};
// clang-format on

constexpr std::array<std::string_view, 7> settings = {
    "grid", "carbon_price", "electricity_price", "use", "maintenance", "ageing", "residual"};
constexpr std::array<std::string_view, 5> of_device = {".embodied", ".energy", ".kept", ".mass", ".price"};

Figure figure_of(const Assumption& one) {
    Figure figure;
    figure.key = one.key;
    figure.unit = one.unit;
    figure.low = one.low;
    figure.likely = one.likely;
    figure.high = one.high;
    figure.shape = one.low < one.high ? Shape::triangular : Shape::fixed;
    figure.year = one.year;
    figure.source = one.source;
    figure.certainty = one.certainty;
    return figure;
}

}  // namespace

std::optional<Figure> assumed(std::string_view key) {
    for (const Assumption& one : assumptions) {
        if (one.key == key) return figure_of(one);
    }
    return std::nullopt;
}

std::vector<Figure> assumed_for(Way way) {
    std::vector<Figure> found;
    const std::string prefix = std::string(word(way)) + ".";
    for (const Assumption& one : assumptions) {
        if (one.key.starts_with(prefix)) found.push_back(figure_of(one));
    }
    return found;
}

std::vector<std::string> asked_keys(const Inputs& inputs) {
    std::set<std::string> keys(settings.begin(), settings.end());
    for (const Route& route : inputs.routes) {
        for (const Figure& one : assumed_for(route.way)) keys.insert(one.key);
        for (const Devices& devices : inputs.fleet) {
            for (const std::string_view end : of_device)
                keys.insert(device_on(route, devices.device) + std::string(end));
        }
    }
    return {keys.begin(), keys.end()};
}

bool is_asked(const Inputs& inputs, std::string_view key) {
    const auto keys = asked_keys(inputs);
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace kring::scenario
