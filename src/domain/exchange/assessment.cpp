// SPDX-License-Identifier: EUPL-1.2
// docs/assess-format.md, "The answer".
#include <array>

#include "domain/exchange/questions.hpp"

namespace kring::exchange {

namespace {

using json::Array;
using json::Object;
using json::Value;

constexpr std::array<std::string_view, 10> notices = {
    "mixed_methods",    "unknown_method",   "burden_matters",   "credit_beside_cut_off",
    "longer_is_worse",  "longer_is_unsure", "incomplete_costs", "new_material_unknown",
    "unverified_input", "heavy_tail"};

class Writer {
public:
    explicit Writer(const impact::Assessment& assessment)
        : assessment_(assessment), has_draws_(assessment.draws > 0) {}

    Value write() const {
        Object out{{"format", assessed_format},
                   {"engine", assessment_.engine},
                   {"mode", has_draws_ ? "draws" : "deterministic"},
                   {"seed", assessment_.seed},
                   {"draws", assessment_.draws},
                   {"horizon", assessment_.horizon}};
        Array options;
        for (const impact::OptionResult& option : assessment_.options) options.push_back(written(option));
        out.emplace_back("options", std::move(options));
        Array comparisons;
        for (const impact::Comparison& one : assessment_.comparisons) comparisons.push_back(written(one));
        out.emplace_back("comparisons", std::move(comparisons));
        Array findings;
        for (const impact::Finding& one : assessment_.findings) findings.push_back(written(one));
        out.emplace_back("findings", std::move(findings));
        Array sources;
        for (const impact::Provenance& one : assessment_.sources.list()) sources.push_back(written(one));
        out.emplace_back("sources", std::move(sources));
        return out;
    }

private:
    void add(const impact::Figure& figure, Object& out) const {
        out.emplace_back("central", figure.central);
        out.emplace_back("low", figure.low);
        out.emplace_back("high", figure.high);
        if (!has_draws_) return;
        out.emplace_back("p5", figure.p5);
        out.emplace_back("p50", figure.p50);
        out.emplace_back("p95", figure.p95);
        out.emplace_back("mean", figure.mean);
        out.emplace_back("sd", figure.sd);
        out.emplace_back("standard_error", figure.standard_error);
    }

    static Value written(const impact::Sensitivity& sensitivity) {
        Array drivers;
        for (const impact::Driver& one : sensitivity.drivers) {
            Object driver{{"input", pointer_of(one.input)}, {"share", one.share}};
            if (one.source) driver.emplace_back("source", one.source->index());
            drivers.emplace_back(std::move(driver));
        }
        return Object{{"drivers", std::move(drivers)}, {"interactions", sensitivity.interactions}};
    }

    static Value indices(const std::vector<impact::SourceId>& sources) {
        Array list;
        for (const impact::SourceId source : sources) list.emplace_back(source.index());
        return list;
    }

    Value written(const impact::OptionResult& option) const {
        Object outputs;
        for (const impact::Outcome& outcome : option.outcomes) {
            Object figure{{"unit", impact::unit_of(outcome.output)},
                          {"formula", impact::formula_of(outcome.output)}};
            add(outcome.figure, figure);
            outputs.emplace_back(std::string(impact::name_of(outcome.output)), std::move(figure));
        }
        Object out{{"id", option.id}, {"seats", option.seats}, {"outputs", std::move(outputs)}};
        Array materials;
        for (const impact::MaterialOutcome& one : option.materials) {
            Object figure{{"element", one.element}, {"unit", "g"}};
            add(one.figure, figure);
            figure.emplace_back("sources", indices(one.sources));
            materials.emplace_back(std::move(figure));
        }
        if (!materials.empty()) out.emplace_back("materials", std::move(materials));
        if (!option.sensitivity.drivers.empty()) out.emplace_back("sensitivity", written(option.sensitivity));
        out.emplace_back("sources", indices(option.sources));
        return out;
    }

    Value written(const impact::Comparison& one) const {
        Object difference;
        add(one.difference, difference);
        Object out{{"one", assessment_.options[one.one].id}, {"other", assessment_.options[one.other].id}};
        if (has_draws_) {
            out.emplace_back("chance_less", one.chance_less);
            out.emplace_back("chance_equal", one.chance_equal);
        }
        out.emplace_back("difference", std::move(difference));
        if (!one.sensitivity.drivers.empty()) out.emplace_back("sensitivity", written(one.sensitivity));
        return out;
    }

    static Value written(const impact::Finding& one) {
        Object texts;
        for (const auto& [name, text] : one.texts) texts.emplace_back(name, text);
        Object numbers;
        for (const auto& [name, number] : one.numbers) numbers.emplace_back(name, number);
        return Object{{"notice", notices.at(static_cast<std::size_t>(one.notice))},
                      {"texts", std::move(texts)},
                      {"numbers", std::move(numbers)}};
    }

    static Value written(const impact::Provenance& one) {
        Object out{{"source", one.source}};
        if (!one.version.empty()) out.emplace_back("version", one.version);
        if (!one.row.empty()) out.emplace_back("row", one.row);
        if (one.year != 0) out.emplace_back("year", one.year);
        if (!one.licence.empty()) out.emplace_back("licence", one.licence);
        out.emplace_back("certainty", certainty_names().at(static_cast<std::size_t>(one.certainty)));
        if (!one.entered_by.empty()) out.emplace_back("entered_by", one.entered_by);
        return out;
    }

    const impact::Assessment& assessment_;
    bool has_draws_;
};

}  // namespace

Value written(const impact::Assessment& assessment) { return Writer(assessment).write(); }

Problems with_pointers(Problems problems) {
    if (problems.size() > problems_max)
        problems.erase(problems.begin() + std::ptrdiff_t{problems_max}, problems.end());
    for (Problem& problem : problems) problem.field = pointer_of(problem.field);
    for (Problem& problem : problems) {
        if (problem.field == "/wanted") problem.field = "/outputs";
    }
    return problems;
}

Result<json::Value> assess(const json::Value& document, const Terms& terms) {
    Problems problems;
    Form form(document, "", problems);
    if (!form.is_object()) return problems;
    form.choice("format", {assess_format}, 0, Need::needed);
    const std::size_t mode = form.choice("mode", {"deterministic", "draws", "boaviztapi"}, 0);
    if (mode == 2) return assess_compatibly(form, terms);
    const impact::Question question = read_question(form, terms);
    form.finish();
    std::size_t parts = 0;
    for (const impact::Option& option : question.options) parts += option.parts.size();
    if (question.draws * parts > terms.work_max) form.wrong("too_much", "draws");
    if (problems.empty()) problems = with_pointers(impact::check(question));
    if (!problems.empty()) return problems;
    TRY(assessment, impact::assess(question, terms.progress));
    return written(assessment);
}

}  // namespace kring::exchange
