// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/impact/questions.hpp"

namespace kring::impact::example {

namespace {

SourceId add_source(Sources& sources) {
    return sources.add({"made up for a test", "1", "", 2026, "CC0-1.0", Certainty::chosen, "test"});
}

}  // namespace

Builder::Builder() : source(add_source(question.sources)) {
    question.horizon = 1;
    question.grids.push_back({"nl", known<KgCo2ePerKwh>(0.2527), std::nullopt});
    question.fleet.push_back({"laptops", 1, 0, std::nullopt});
}

Device Builder::device(const std::string& id, double embodied, double energy) const {
    return {id, known<KgCo2e>(embodied), known<KwhPerYear>(energy), std::nullopt, {}, ""};
}

Route Builder::route(RouteKind kind, double life) const {
    return {kind, known<Year>(life), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
}

Option& Builder::add(const std::string& id, const Route& route) {
    question.options.push_back({id, {{0, 0, 1, route}}});
    return question.options.back();
}

Builder golden() {
    Builder b;
    b.question.horizon = 8;
    b.question.fleet[0].seats = 1000;
    b.question.devices.push_back(b.device("laptop", 250, 20));
    b.question.economy.discount = b.known<Ratio>(0.03);
    b.question.economy.electricity = b.known<EuroPerKwh>(0.25);
    b.question.economy.shadow_price = b.known<EuroPerKgCo2e>(0.05);
    b.question.wanted = {Output::embodied, Output::use,       Output::total,
                         Output::bought,   Output::ownership, Output::life_cycle};

    Route fresh = b.route(RouteKind::bought_new, 4);
    fresh.costs.price = b.known<Euro>(900);
    fresh.costs.maintenance = b.known<EuroPerYear>(30);
    fresh.costs.residual = b.known<Euro>(90);
    b.add("S1", fresh);

    Route longer = b.route(RouteKind::extended, 6);
    longer.parts = b.known<KgCo2e>(10);
    longer.costs = fresh.costs;
    longer.costs.ageing = Ageing{5, b.known<EuroPerYear>(55)};
    longer.costs.residual = b.known<Euro>(450);
    b.add("S2", longer);

    Route refurbished = b.route(RouteKind::refurbished, 4);
    refurbished.process = b.known<KgCo2e>(25);
    refurbished.first_life = b.known<Year>(4);
    refurbished.energy = b.known<KwhPerYear>(24);
    refurbished.costs.price = b.known<Euro>(450);
    refurbished.costs.maintenance = b.known<EuroPerYear>(45);
    refurbished.costs.residual = b.known<Euro>(30);
    b.add("S3", refurbished);

    Route remade = b.route(RouteKind::remanufactured, 5);
    remade.remade = b.known<Ratio>(0.0634);
    remade.energy = b.known<KwhPerYear>(22);
    b.add("S4", remade);

    Route leased = b.route(RouteKind::leased, 4);
    leased.costs.lease = b.known<EuroPerYear>(24 * 12);
    leased.take_back = TakeBack{b.known<Ratio>(0.7), b.known<Ratio>(0.5), b.known<Year>(3), b.known<Year>(4),
                                b.known<KgCo2e>(25)};
    b.add("S5", leased);
    return b;
}

Builder triangular_fleet() {
    Builder b;
    Question& q = b.question;
    q.fleet.clear();
    q.grids.clear();
    Option all{"all", {}};
    for (int type = 0; type < 20; ++type) {
        const std::string id = std::to_string(type);
        const double embodied = 50 + 22.5 * type;
        const double energy = 5 + 5.75 * type;
        const double life = 3 + 0.25 * type;
        const auto index = static_cast<std::size_t>(type);
        Device device = b.device(id, 0, 0);
        device.embodied = b.about<KgCo2e>(Distribution::triangular(0.5 * embodied, embodied, 2 * embodied));
        device.energy = b.about<KwhPerYear>(Distribution::triangular(0.5 * energy, energy, 2 * energy));
        q.devices.push_back(device);
        q.grids.push_back(
            {id, b.about<KgCo2ePerKwh>(Distribution::triangular(0.20, 0.253, 0.33)), std::nullopt});
        q.uses.push_back({id, b.about<Ratio>(Distribution::triangular(0.7, 1.0, 1.5))});
        q.fleet.push_back({id, 100.0 * (type + 1), index, index});
        Route route = b.route(RouteKind::remanufactured, life);
        route.life = b.about<Year>(Distribution::triangular(0.6 * life, life, 1.6 * life));
        route.remade = b.about<Ratio>(Distribution::triangular(0.7, 0.9, 1.0));
        route.spare = b.known<Ratio>(0.02);
        all.parts.push_back({index, index, 1, route});
    }
    q.options.push_back(all);
    q.wanted = {Output::total};
    return b;
}

Builder mixed_fleet() {
    Builder b = triangular_fleet();
    for (std::size_t type = 0; type < b.question.devices.size(); ++type) {
        Device& device = b.question.devices[type];
        Route& route = b.question.options[0].parts[type].route;
        const double life = route.life.distribution().given[1];
        device.embodied = b.about<KgCo2e>(
            Distribution::lognormal(device.embodied.distribution().given[1], chance::exponential(0.34)));
        device.energy = b.about<KwhPerYear>(
            Distribution::lognormal(device.energy.distribution().given[1], chance::exponential(0.30)));
        route.life = b.about<Year>(Distribution::pert(0.6 * life, life, 1.6 * life));
        route.remade = b.about<Ratio>(Distribution::uniform(0.7, 1.0));
    }
    return b;
}

Builder mixed() {
    Builder b;
    Question& q = b.question;
    q.horizon = 6;
    q.grids[0] = {"nl", b.about<KgCo2ePerKwh>(Distribution::triangular(0.2, 0.253, 0.33)),
                  b.known<Ratio>(0.04)};
    q.uses.push_back({"office", b.about<Ratio>(Distribution::uniform(0.8, 1.3))});
    q.economy.discount = b.about<Ratio>(Distribution::uniform(0.01, 0.04));
    q.economy.electricity = b.about<EuroPerKwh>(Distribution::pert(0.2, 0.25, 0.4));
    q.economy.shadow_price = b.known<EuroPerKgCo2e>(0.13);
    q.fleet = {{"laptops", 800, 0, 0}, {"monitors", 1200, 0, std::nullopt}, {"phones", 500, 0, 0}};
    const std::vector<double> embodied{241, 357, 56};
    for (std::size_t at = 0; at < 3; ++at) {
        Device device = b.device(q.fleet[at].id, 0, 0);
        device.embodied = b.about<KgCo2e>(Distribution::lognormal(embodied[at], 1.4));
        device.energy = b.about<KwhPerYear>(Distribution::pert(10, 20, 45));
        device.mass = b.about<Kilogram>(Distribution::uniform(1, 2));
        device.materials.push_back({"Co", b.known<Gram>(6.3), b.known<Ratio>(0.1)});
        device.method = at < 2 ? "one maker" : "another";
        q.devices.push_back(device);
    }
    const std::vector<std::pair<std::string, RouteKind>> options{{"new", RouteKind::bought_new},
                                                                 {"longer", RouteKind::extended},
                                                                 {"refurbished", RouteKind::refurbished}};
    for (const auto& [id, kind] : options) {
        Option option{id, {}};
        for (std::size_t line = 0; line < 3; ++line) {
            Route route = b.route(kind, 4);
            const double more = kind == RouteKind::extended ? 1.5 : 1;
            route.life = b.about<Year>(Distribution::triangular(3 * more, 4 * more, 6 * more));
            route.spare = b.known<Ratio>(0.02);
            if (kind == RouteKind::extended) route.parts = b.known<KgCo2e>(10);
            if (kind == RouteKind::refurbished) {
                route.process = b.about<KgCo2e>(Distribution::empirical({{0, 10}, {0.5, 20}, {1, 60}}));
                route.first_life = b.known<Year>(3);
                route.new_material = b.known<Ratio>(0.1);
            }
            option.parts.push_back({line, line, 1, route});
        }
        q.options.push_back(option);
    }
    q.options[2].parts[0].share = 0.25;
    q.options[2].parts.push_back(q.options[0].parts[0]);
    q.options[2].parts.back().share = 0.75;
    for (Option& option : q.options) {
        for (Part& part : option.parts)
            part.route.costs.price = b.about<Euro>(Distribution::uniform(400, 600));
    }
    q.burden = Burden::drawn;
    q.wanted.clear();
    for (std::size_t output = 0; output < output_count; ++output)
        q.wanted.push_back(static_cast<Output>(output));
    q.with_materials = true;
    return b;
}

double central(const Assessment& assessment, std::size_t option, Output output) {
    return figure(assessment, option, output).central;
}

const Figure& figure(const Assessment& assessment, std::size_t option, Output output) {
    const Figure* const found = assessment.options.at(option).find(output);
    KRING_ASSERT(found != nullptr);
    return *found;
}

std::vector<double> numbers_of(const Assessment& assessment) {
    std::vector<double> numbers;
    const auto take = [&](const Figure& f) {
        for (const double number :
             {f.central, f.low, f.high, f.p5, f.p50, f.p95, f.mean, f.sd, f.standard_error}) {
            numbers.push_back(number);
        }
    };
    const auto take_drivers = [&](const Sensitivity& sensitivity) {
        for (const Driver& driver : sensitivity.drivers) numbers.push_back(driver.share);
        numbers.push_back(sensitivity.interactions);
    };
    for (const OptionResult& option : assessment.options) {
        for (const Outcome& outcome : option.outcomes) take(outcome.figure);
        for (const MaterialOutcome& outcome : option.materials) take(outcome.figure);
        take_drivers(option.sensitivity);
    }
    for (const Comparison& comparison : assessment.comparisons) {
        take(comparison.difference);
        numbers.push_back(comparison.chance_less);
        numbers.push_back(comparison.chance_equal);
        take_drivers(comparison.sensitivity);
    }
    for (const Finding& finding : assessment.findings) {
        for (const auto& [name, number] : finding.numbers) numbers.push_back(number);
    }
    return numbers;
}

}  // namespace kring::impact::example
