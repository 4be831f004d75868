// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <cstdio>

#include "tests/bench/rows.hpp"
#include "tests/engine/impact/questions.hpp"

namespace kring::bench {

namespace {

using namespace impact;

std::string assessed(Question question, const Load& load) {
    question.draws = load.size;
    question.threads = load.threads;
    const Result<Assessment> found = assess(question);
    if (!found) return found.problems()[0].phrase + " " + found.problems()[0].field;
    const Figure& total = example::figure(*found, 0, Output::total);
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), "mean %.0f, standard error %.0f, P5 %.0f, P50 %.0f, P95 %.0f",
                  total.mean, total.standard_error, total.p5, total.p50, total.p95);
    return text.data();
}

}  // namespace

std::string fleet_tri(const Load& load) { return assessed(example::triangular_fleet().question, load); }

std::string fleet_mix(const Load& load) { return assessed(example::mixed_fleet().question, load); }

std::string one_device(const Load& load) {
    example::Builder builder;
    builder.question.devices.push_back(builder.device("laptop", 241, 18.8));
    builder.add("new", builder.route(RouteKind::bought_new, 4));
    double sum = 0;
    for (std::size_t at = 0; at < load.size; ++at) {
        builder.question.fleet[0].seats = static_cast<double>(at % 1000 + 1);
        const Result<Assessment> found = assess(builder.question);
        sum += found->options[0].outcomes[2].figure.central +
               static_cast<double>(found->options[0].sources.size());
    }
    return "sum " + std::to_string(sum);
}

}  // namespace kring::bench
