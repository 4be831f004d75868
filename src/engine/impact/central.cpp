// SPDX-License-Identifier: EUPL-1.2
// The figures without lots: with every estimate at its central value, and the range when each may lie
// anywhere in its own.
#include "engine/impact/central.hpp"

#include "engine/impact/equations.hpp"

namespace kring::impact {

namespace {

using chance::Distribution;
using chance::Family;

constexpr double tail = 0.001;

Range ends_of(const Distribution& d) {
    switch (d.family) {
        case Family::lognormal:
        case Family::lognormal_mean:
        case Family::normal:
            return {chance::quantile(d, tail), chance::quantile(d, 1 - tail)};
        default:
            return {chance::low(d), chance::high(d)};
    }
}

template <class Number>
struct Values {
    const Number& at(Ref ref) const { return numbers[static_cast<std::size_t>(ref)]; }
    const Number& life_share() const { return share; }

    std::vector<Number> numbers;
    Number share = 0;
};

template <class Number>
struct Sums {
    void add(std::size_t option, Output output, const Number& number) {
        Number& sum = totals[option][static_cast<std::size_t>(output)];
        sum = sum + number;
    }
    void add_material(std::size_t option, std::size_t element, const Number& number) {
        Number& sum = elements[option * element_count + element];
        sum = sum + number;
    }

    std::size_t element_count = 0;
    std::vector<std::array<Number, output_count>> totals;
    std::vector<Number> elements;
};

template <class Number>
Sums<Number> count(const Plan& plan, Values<Number>& values) {
    const std::size_t options = plan.question->options.size();
    Sums<Number> sums{plan.elements.size(), {}, {}};
    sums.totals.resize(options);
    sums.elements.resize(options * plan.elements.size());
    Equations<Number, Values<Number>, Sums<Number>> equations(plan, values, sums);
    for (const PartInputs& part : plan.parts) equations.count(part);
    return sums;
}

}  // namespace

double central_value(const Distribution& d) {
    switch (d.family) {
        case Family::triangular:
        case Family::pert:
            return d.given[1];
        case Family::uniform:
            return chance::mean(d);
        case Family::empirical:
            return chance::quantile(d, 0.5);
        default:
            return d.given[0];
    }
}

Central count_central(const Plan& plan) {
    Values<double> middle;
    Values<Range> ends;
    middle.numbers.reserve(plan.inputs.size());
    ends.numbers.reserve(plan.inputs.size());
    bool is_certain = plan.question->burden != Burden::drawn;
    for (const Input& input : plan.inputs) {
        middle.numbers.push_back(central_value(*input.distribution));
        is_certain = is_certain && input.distribution->is_fixed();
    }
    middle.share = plan.question->life_share_chance;
    const Sums<double> exact = count(plan, middle);
    Central central;
    central.element_count = plan.elements.size();
    const auto keep = [](double value, const Range& range) {
        Figure figure;
        figure.central = value;
        figure.low = range.low;
        figure.high = range.high;
        return figure;
    };
    Sums<Range> ranges;
    if (!is_certain) {
        for (const Input& input : plan.inputs) ends.numbers.push_back(ends_of(*input.distribution));
        ends.share = {0, 1};
        ranges = count(plan, ends);
    }
    for (std::size_t option = 0; option < exact.totals.size(); ++option) {
        std::array<Figure, output_count>& figures = central.totals.emplace_back();
        for (std::size_t output = 0; output < output_count; ++output) {
            const double value = exact.totals[option][output];
            figures[output] = keep(value, is_certain ? Range(value) : ranges.totals[option][output]);
        }
    }
    for (std::size_t element = 0; element < exact.elements.size(); ++element) {
        const double value = exact.elements[element];
        central.elements.push_back(keep(value, is_certain ? Range(value) : ranges.elements[element]));
    }
    return central;
}

}  // namespace kring::impact
