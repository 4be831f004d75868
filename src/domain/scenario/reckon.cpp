// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/reckon.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "domain/scenario/question.hpp"

namespace kring::scenario {

namespace {

constexpr std::string_view method_version = "1";

struct Pair {
    Measure measure;
    impact::Output output;
};

// Two runs over the same draws: what emissions are compared by, and what money is.
constexpr std::array carbon_outputs = {
    Pair{Measure::total, impact::Output::total}, Pair{Measure::embodied, impact::Output::embodied},
    Pair{Measure::use, impact::Output::use}, Pair{Measure::other_rule, impact::Output::other_rule},
    Pair{Measure::credit, impact::Output::credit}};
constexpr std::array other_outputs = {
    Pair{Measure::energy, impact::Output::energy},  Pair{Measure::material, impact::Output::material},
    Pair{Measure::reused, impact::Output::reused},  Pair{Measure::waste, impact::Output::waste},
    Pair{Measure::cost, impact::Output::ownership}, Pair{Measure::cost_carbon, impact::Output::life_cycle}};

Spread spread_of(const impact::Figure& figure) { return {figure.p5, figure.p50, figure.p95, figure.mean}; }

template <std::size_t N>
void take_measures(const std::array<Pair, N>& pairs, const impact::Assessment& from, Outcome& outcome) {
    for (std::size_t at = 0; at < outcome.routes.size(); ++at) {
        for (const Pair& pair : pairs) {
            if (const impact::Figure* figure = from.options.at(at).find(pair.output))
                outcome.routes[at].spreads[static_cast<std::size_t>(pair.measure)] = spread_of(*figure);
        }
    }
}

std::vector<Share> drivers_of(const impact::Sensitivity& sensitivity, const impact::Sources& sources) {
    std::map<std::string, double> by_figure;
    for (const impact::Driver& driver : sensitivity.drivers) {
        const std::string figure = driver.source ? sources[*driver.source].row : driver.input;
        if (driver.share > 0) by_figure[figure] += driver.share;
    }
    std::vector<Share> shares;
    for (const auto& [figure, share] : by_figure) shares.push_back({figure, share});
    std::sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) {
        return a.share != b.share ? a.share > b.share : a.figure < b.figure;
    });
    return shares;
}

// Pairs come with the lesser index first, so the first route is always `one`: one - other is what the
// other saves.
void take_comparisons(const impact::Assessment& from, Outcome& outcome) {
    for (const impact::Comparison& pair : from.comparisons) {
        if (pair.one != 0) continue;
        Comparison one;
        one.other = pair.other;
        one.chance = std::max(0.0, 1 - pair.chance_less - pair.chance_equal);
        one.saved = spread_of(pair.difference);
        one.drivers = drivers_of(pair.sensitivity, from.sources);
        outcome.comparisons.push_back(std::move(one));
    }
}

void take_costs(const impact::Assessment& from, Outcome& outcome) {
    for (const impact::Comparison& pair : from.comparisons) {
        for (Comparison& one : outcome.comparisons) {
            if (pair.one != 0 || one.other != pair.other) continue;
            one.cost_chance = std::max(0.0, 1 - pair.chance_less - pair.chance_equal);
            one.cost_saved = spread_of(pair.difference);
        }
    }
}

std::string_view word_of(impact::Notice notice) {
    switch (notice) {
        case impact::Notice::mixed_methods:
            return "mixed_methods";
        case impact::Notice::unknown_method:
            return "unknown_method";
        case impact::Notice::burden_matters:
            return "burden_matters";
        case impact::Notice::credit_beside_cut_off:
            return "credit_beside_cut_off";
        case impact::Notice::longer_is_worse:
            return "longer_is_worse";
        case impact::Notice::longer_is_unsure:
            return "longer_is_unsure";
        case impact::Notice::incomplete_costs:
            return "incomplete_costs";
        case impact::Notice::new_material_unknown:
            return "new_material_unknown";
        case impact::Notice::unverified_input:
            return "unverified_input";
        case impact::Notice::heavy_tail:
            return "heavy_tail";
    }
    return "";
}

// What figures are unverified stands with the figures themselves; costs and tails are told by the second run.
void take_findings(const impact::Assessment& from, bool is_first, Outcome& outcome) {
    for (const impact::Finding& finding : from.findings) {
        const bool is_costs = finding.notice == impact::Notice::incomplete_costs;
        if (finding.notice == impact::Notice::unverified_input || is_first == is_costs) continue;
        Finding one;
        one.word = word_of(finding.notice);
        one.texts = finding.texts;
        one.numbers = finding.numbers;
        const bool is_known =
            std::find(outcome.findings.begin(), outcome.findings.end(), one) != outcome.findings.end();
        if (!is_known && (is_first || is_costs)) outcome.findings.push_back(std::move(one));
    }
}

template <std::size_t N>
std::vector<impact::Output> outputs_of(const std::array<Pair, N>& pairs) {
    std::vector<impact::Output> outputs;
    for (const Pair& pair : pairs) outputs.push_back(pair.output);
    return outputs;
}

bool is_of_mass(impact::Output output) {
    return output == impact::Output::material || output == impact::Output::reused ||
           output == impact::Output::waste;
}

// The engine counts no mass when one device has none: then all of it is left out, and told.
void leave_out_mass(impact::Question& question, Outcome& outcome) {
    std::string devices;
    for (const impact::Device& one : question.devices) {
        if (!one.mass) devices += (devices.empty() ? "" : ", ") + one.id;
    }
    if (devices.empty()) return;
    std::erase_if(question.wanted, is_of_mass);
    outcome.findings.push_back({"mass_unknown", {{"devices", devices}}, {}});
}

}  // namespace

std::string engine_now() { return std::string(method_version) + "." + std::string(impact::engine_version); }

std::int64_t work_of(const Inputs& inputs) {
    return inputs.draws * static_cast<std::int64_t>(inputs.fleet.size() * inputs.routes.size());
}

std::string formula_of(Measure measure) {
    for (const Pair& pair : carbon_outputs) {
        if (pair.measure == measure) return std::string(impact::formula_of(pair.output));
    }
    for (const Pair& pair : other_outputs) {
        if (pair.measure == measure) return std::string(impact::formula_of(pair.output));
    }
    return "";
}

Result<Outcome> reckon(const Inputs& inputs, const Figures& figures, unsigned threads,
                       const Progress& progress) {
    TRY(question, question_of(inputs, figures));
    question.threads = threads;
    question.with_sensitivity = true;
    const auto half = [&](std::int64_t done_before) -> chance::Progress {
        if (!progress) return nullptr;
        return [&, done_before](std::size_t done, std::size_t of) {
            const double share = of == 0 ? 1 : static_cast<double>(done) / static_cast<double>(of);
            return progress(done_before +
                            static_cast<std::int64_t>(share * static_cast<double>(inputs.draws) / 2));
        };
    };
    question.wanted = outputs_of(carbon_outputs);
    question.compared = impact::Output::total;
    TRY(carbon, impact::assess(question, half(0)));
    question.wanted = outputs_of(other_outputs);
    question.compared = impact::Output::ownership;
    question.with_sensitivity = false;
    Outcome outcome;
    leave_out_mass(question, outcome);
    TRY(rest, impact::assess(question, half(inputs.draws / 2)));
    outcome.engine = engine_now();
    outcome.draws = inputs.draws;
    outcome.seed = inputs.seed;
    for (const Route& route : inputs.routes) outcome.routes.push_back({route, {}});
    take_measures(carbon_outputs, carbon, outcome);
    take_measures(other_outputs, rest, outcome);
    if (const auto* total = carbon.options.front().find(impact::Output::total))
        outcome.standard_error = total->standard_error;
    take_comparisons(carbon, outcome);
    take_costs(rest, outcome);
    take_findings(carbon, true, outcome);
    take_findings(rest, false, outcome);
    return outcome;
}

}  // namespace kring::scenario
