// SPDX-License-Identifier: EUPL-1.2
// docs/assess-format.md, "Mode boaviztapi".
#include <array>

#include "domain/exchange/questions.hpp"

namespace kring::exchange {

namespace {

using json::Array;
using json::Object;
using json::Value;

std::optional<double> number_in(Form& form, std::string_view name) {
    if (!form.take(name)) return std::nullopt;
    return form.number(name, 0);
}

std::optional<std::string> text_in(Form& form, std::string_view name) {
    if (!form.take(name)) return std::nullopt;
    return form.text(name);
}

/// An object of numbers by name.
template <class Numbers>
void read_numbers(Form& form, std::string_view name, Numbers& numbers) {
    const Value* value = form.take(name);
    if (!value) return;
    Form inner(*value, form.at(name), form.problems());
    if (!inner.is_object()) return;
    for (const auto& [key, number] : *value->object()) {
        if (const auto found = number_in(inner, key)) numbers[key] = *found;
    }
}

compatibility::Request read_request(Form& form) {
    compatibility::Request request;
    request.device = form.text("device", Need::needed);
    request.archetype = text_in(form, "archetype");
    request.type = text_in(form, "type");
    request.duration_hours = number_in(form, "duration");
    if (form.take("criteria")) {
        request.criteria.clear();
        for (const Value& one : form.list("criteria")) {
            if (one.text()) request.criteria.push_back(*one.text());
            if (!one.text()) form.wrong("text", "criteria");
        }
    }
    const Value* usage = form.take("usage");
    if (!usage) return request;
    Form inner(*usage, form.at("usage"), form.problems());
    request.usage.location = text_in(inner, "usage_location");
    request.usage.life_hours = number_in(inner, "hours_life_time");
    request.usage.use_time_ratio = number_in(inner, "use_time_ratio");
    request.usage.power_watt = number_in(inner, "avg_power");
    read_numbers(inner, "elec_factors", request.usage.electricity);
    inner.finish();
    return request;
}

void read_factors(Form& form, compatibility::Figures& figures) {
    const Value* factors = form.take("factors");
    if (!factors) return;
    Form inner(*factors, form.at("factors"), form.problems());
    const Value* electricity = inner.take("electricity", Need::needed);
    inner.finish();
    if (!electricity) return;
    Form criteria(*electricity, inner.at("electricity"), form.problems());
    if (!criteria.is_object()) return;
    for (const auto& [criterion, areas] : *electricity->object()) {
        read_numbers(criteria, criterion, figures.electricity[criterion]);
    }
}

std::string_view place_of(compatibility::Fault fault) {
    using enum compatibility::Fault;
    switch (fault) {
        case unknown_device:
            return "/request/device";
        case unknown_archetype:
        case archetype_of_other_device:
            return "/request/archetype";
        case unknown_type:
            return "/request/type";
        case unknown_criterion:
            return "/request/criteria";
        case life_not_positive:
        case no_life:
            return "/request/usage/hours_life_time";
        case duration_negative:
            return "/request/duration";
        case power_negative:
        case no_power:
            return "/request/usage/avg_power";
        case ratio_outside:
            return "/request/usage/use_time_ratio";
    }
    return "/request";
}

Value written(const compatibility::Interval& one) {
    return Object{{"value", one.value}, {"min", one.min}, {"max", one.max}};
}

Value written(const std::optional<compatibility::Interval>& one) {
    if (!one) return {};
    return Object{{"unrounded", written(*one)}, {"rounded", written(compatibility::rounded(*one))}};
}

Value written(const compatibility::Answer& answer) {
    Array impacts;
    for (const compatibility::Impact& one : answer.impacts) {
        impacts.push_back(Object{{"criterion", one.criterion},
                                 {"unit", one.unit},
                                 {"embedded", written(one.embedded)},
                                 {"use", written(one.use)}});
    }
    Array warnings;
    for (const compatibility::Warning one : answer.warnings) warnings.emplace_back(compatibility::name(one));
    return Object{{"format", assessed_format},         {"mode", "boaviztapi"},
                  {"archetype", answer.archetype},     {"hours_life_time", answer.life_hours},
                  {"duration", answer.duration_hours}, {"impacts", std::move(impacts)},
                  {"warnings", std::move(warnings)}};
}

}  // namespace

Result<json::Value> assess_compatibly(Form& form, const Terms& terms) {
    compatibility::Request request;
    if (const Value* value = form.take("request", Need::needed)) {
        Form inner(*value, form.at("request"), form.problems());
        request = read_request(inner);
        inner.finish();
    }
    compatibility::Figures figures = terms.figures ? *terms.figures : compatibility::built_in();
    read_factors(form, figures);
    form.finish();
    if (!form.problems().empty()) return form.problems();
    const compatibility::Answer answer = compatibility::assess(figures, request);
    for (const compatibility::Fault fault : answer.faults) {
        add(form.problems(), problem_at("boaviztapi_" + std::string(compatibility::name(fault)),
                                        std::string(place_of(fault))));
    }
    if (!form.problems().empty()) return form.problems();
    return written(answer);
}

}  // namespace kring::exchange
