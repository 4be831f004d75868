// SPDX-License-Identifier: EUPL-1.2
// From a question to its answer.
#include <algorithm>
#include <cmath>
#include <set>

#include "engine/impact/central.hpp"
#include "engine/impact/findings.hpp"
#include "engine/impact/sensitivity.hpp"
#include "engine/impact/series.hpp"

namespace kring::impact {

namespace {

/// Of the larger: what is added up in another order differs by rounding alone.
constexpr double equal_within = 1e-12;

Problem stopped() { return {Trouble::conflict, "impact.problem.stopped", "", {}}; }

double seats_of(const Question& question) {
    double seats = 0;
    for (const Line& line : question.fleet) seats += line.seats;
    return seats;
}

/// What each option is made of, without draws.
void write_central(const Plan& plan, const Central& central, Assessment& assessment) {
    const Question& question = *plan.question;
    const double seats = seats_of(question);
    assessment.options.resize(question.options.size());
    for (std::size_t option = 0; option < question.options.size(); ++option) {
        OptionResult& result = assessment.options[option];
        result.id = question.options[option].id;
        result.seats = seats;
        result.outcomes.reserve(question.wanted.size());
        for (const Output output : question.wanted) {
            Figure figure = central.totals[option][static_cast<std::size_t>(output)];
            if (output == Output::reused_share) figure = scaled(figure, 1 / seats);
            result.outcomes.push_back({output, figure});
        }
        for (std::size_t element = 0; element < plan.elements.size(); ++element) {
            result.materials.push_back(
                {plan.elements[element], central.elements[option * central.element_count + element], {}});
        }
    }
}

/// Which sources an option's figures rest on: its routes, its devices, its grids, and what all share.
void write_sources(const Plan& plan, Assessment& assessment) {
    const Question& question = *plan.question;
    for (std::size_t option = 0; option < question.options.size(); ++option) {
        std::vector<char> is_used(question.sources.list().size(), 0);
        std::vector<char> has_device(question.devices.size(), 0);
        std::vector<char> has_line(question.fleet.size(), 0);
        for (const Part& part : question.options[option].parts) {
            if (part.share <= 0) continue;
            has_device[part.device] = 1;
            has_line[part.line] = 1;
        }
        const auto is_of_option = [&](const Input& input) {
            if (input.parameter <= Parameter::recycled) return has_device[input.owner] != 0;
            if (input.parameter >= Parameter::discount) return plan.counts_money;
            if (input.parameter >= Parameter::life) return input.option == option;
            bool is_there = false;
            for (std::size_t line = 0; line < has_line.size(); ++line) {
                const Line& one = question.fleet[line];
                const bool is_its = input.parameter == Parameter::intensity ? one.use == input.owner
                                                                            : one.grid == input.owner;
                is_there = is_there || (has_line[line] != 0 && is_its);
            }
            return is_there;
        };
        for (const Input& input : plan.inputs) {
            if (is_of_option(input)) is_used[input.source->index()] = 1;
        }
        for (const Input& input : plan.inputs) {
            if (std::exchange(is_used[input.source->index()], 0) == 0) continue;
            assessment.options[option].sources.push_back(*input.source);
        }
    }
}

void write_material_sources(const Plan& plan, Assessment& assessment) {
    std::vector<std::vector<SourceId>> sources(plan.elements.size());
    for (const DeviceInputs& device : plan.devices) {
        for (const MaterialInputs& material : device.materials) {
            const SourceId source = *plan.inputs[static_cast<std::size_t>(material.content)].source;
            std::vector<SourceId>& known = sources[material.element];
            if (std::find(known.begin(), known.end(), source) == known.end()) known.push_back(source);
        }
    }
    for (OptionResult& option : assessment.options) {
        for (std::size_t at = 0; at < sources.size(); ++at) option.materials[at].sources = sources[at];
    }
}

void compare(const Question& question, const Series& series, Comparison& comparison) {
    const std::span<const double> one = series.draws(series.place(comparison.one, question.compared));
    const std::span<const double> other = series.draws(series.place(comparison.other, question.compared));
    std::vector<double> apart(one.begin(), one.end());
    chance::blend(1, apart, -1, other);
    std::size_t less = 0;
    std::size_t equal = 0;
    for (std::size_t draw = 0; draw < apart.size(); ++draw) {
        const double size = std::max(std::abs(one[draw]), std::abs(other[draw]));
        const bool is_equal = std::abs(apart[draw]) <= equal_within * size;
        less += !is_equal && apart[draw] < 0 ? 1 : 0;
        equal += is_equal ? 1 : 0;
    }
    const auto draws = static_cast<double>(apart.size());
    comparison.chance_less = static_cast<double>(less) / draws;
    comparison.chance_equal = static_cast<double>(equal) / draws;
    describe(apart, comparison.difference);
}

void write_comparisons(const Plan& plan, const Central& central, const Series* series,
                       Assessment& assessment) {
    const auto compared = static_cast<std::size_t>(plan.question->compared);
    for (std::size_t one = 0; one < central.totals.size(); ++one) {
        for (std::size_t other = one + 1; other < central.totals.size(); ++other) {
            Comparison& comparison = assessment.comparisons.emplace_back();
            comparison.one = one;
            comparison.other = other;
            const Figure& first = central.totals[one][compared];
            const Figure& second = central.totals[other][compared];
            comparison.difference.central = first.central - second.central;
            comparison.difference.low = first.low - second.high;
            comparison.difference.high = first.high - second.low;
        }
    }
    if (series == nullptr) return;
    chance::for_each_part(assessment.comparisons.size(), plan.question->threads, [&](std::size_t pair) {
        compare(*plan.question, *series, assessment.comparisons[pair]);
    });
}

/// The figures by their draws, which are ordered anew.
void write_draws(const Plan& plan, Series& series, Assessment& assessment) {
    std::vector<std::pair<std::size_t, Figure*>> figures;
    for (std::size_t option = 0; option < assessment.options.size(); ++option) {
        OptionResult& result = assessment.options[option];
        for (Outcome& outcome : result.outcomes) {
            const std::size_t place = series.place(option, outcome.output);
            if (place != no_slot) figures.emplace_back(place, &outcome.figure);
            if (place != no_slot) continue;
            Figure& certain = outcome.figure;
            certain.p5 = certain.p50 = certain.p95 = certain.mean = certain.central;
        }
        for (std::size_t element = 0; element < result.materials.size(); ++element) {
            figures.emplace_back(series.place_of_element(option, element), &result.materials[element].figure);
        }
    }
    chance::for_each_part(figures.size(), plan.question->threads, [&](std::size_t at) {
        describe(series.draws(figures[at].first), *figures[at].second);
    });
}

Result<Done> draw(const Plan& plan, const Lots& lots, const Central& central,
                  const chance::Progress& progress, Assessment& assessment) {
    const std::size_t later = plan.question->with_sensitivity ? sensitivity_parts : 0;
    std::size_t before = 0;
    const auto drawing = [&](std::size_t done, std::size_t of) {
        before = of;
        return !progress || progress(done, of + later);
    };
    Series series(lots, drawing);
    if (!series.is_complete()) return stopped();
    write_comparisons(plan, central, &series, assessment);
    write_draws(plan, series, assessment);
    find_heavy_tails(assessment);
    if (!plan.question->with_sensitivity) return Done{};
    const auto seeking = [&](std::size_t done, std::size_t of) {
        return !progress || progress(before + done, before + of);
    };
    const Drivers drivers(lots, seeking);
    if (!drivers.is_complete()) return stopped();
    for (std::size_t option = 0; option < assessment.options.size(); ++option) {
        assessment.options[option].sensitivity = drivers.of(option);
    }
    for (Comparison& comparison : assessment.comparisons) {
        comparison.sensitivity = drivers.of_difference(comparison.one, comparison.other);
    }
    return Done{};
}

}  // namespace

Figure scaled(const Figure& figure, double factor) {
    return {figure.central * factor, figure.low * factor, figure.high * factor,
            figure.p5 * factor,      figure.p50 * factor, figure.p95 * factor,
            figure.mean * factor,    figure.sd * factor,  figure.standard_error * factor};
}

const Figure* OptionResult::find(Output output) const {
    const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                    [=](const Outcome& outcome) { return outcome.output == output; });
    return found == outcomes.end() ? nullptr : &found->figure;
}

Result<Assessment> assess(const Question& question, const chance::Progress& progress) {
    Problems problems = check(question);
    if (!problems.empty()) return problems;
    const Plan plan(question);
    const Central central = count_central(plan);
    Assessment assessment;
    assessment.seed = question.seed;
    assessment.draws = question.draws;
    assessment.horizon = question.horizon;
    assessment.sources = question.sources;
    write_central(plan, central, assessment);
    write_sources(plan, assessment);
    if (!plan.elements.empty()) write_material_sources(plan, assessment);
    if (question.draws == 0) {
        write_comparisons(plan, central, nullptr, assessment);
        assessment.findings = find_notices(plan, central, nullptr);
        return assessment;
    }
    const Lots lots(plan);
    assessment.findings = find_notices(plan, central, &lots);
    TRY_DONE(draw(plan, lots, central, progress, assessment));
    return assessment;
}

}  // namespace kring::impact
