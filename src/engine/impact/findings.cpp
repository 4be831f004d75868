// SPDX-License-Identifier: EUPL-1.2
#include "engine/impact/findings.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/impact/longer_use.hpp"

namespace kring::impact {

namespace {

using Names = std::set<std::string>;

std::string joined(const Names& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Devices of the parts that are counted.
std::set<std::size_t> devices_of(const Plan& plan) {
    std::set<std::size_t> devices;
    for (const PartInputs& part : plan.parts) devices.insert(part.device);
    return devices;
}

void find_methods(const Plan& plan, std::vector<Finding>& findings) {
    Names methods;
    Names unknown;
    for (const std::size_t device : devices_of(plan)) {
        const Device& one = plan.question->devices[device];
        if (one.method.empty()) {
            unknown.insert(one.id);
        } else {
            methods.insert(one.method);
        }
    }
    if (methods.size() > 1) findings.push_back({Notice::mixed_methods, {{"methods", joined(methods)}}, {}});
    if (!methods.empty() && !unknown.empty()) {
        findings.push_back({Notice::unknown_method, {{"devices", joined(unknown)}}, {}});
    }
}

void find_burdens(const Plan& plan, const Central& central, std::vector<Finding>& findings) {
    Names credits;
    Names cut_off;
    const Question& question = *plan.question;
    for (const PartInputs& part : plan.parts) {
        const std::string& id = question.options[part.option].id;
        if (part.reused != absent) credits.insert(id);
        if (part.kind == RouteKind::refurbished) cut_off.insert(id);
    }
    if (!credits.empty() && !cut_off.empty() && question.burden != Burden::life_share) {
        findings.push_back(
            {Notice::credit_beside_cut_off, {{"credit", joined(credits)}, {"cut_off", joined(cut_off)}}, {}});
    }
    if (!plan.wants(Output::other_rule) || !plan.wants(Output::total)) return;
    for (std::size_t option = 0; option < central.totals.size(); ++option) {
        const auto& figures = central.totals[option];
        const double chosen = figures[static_cast<std::size_t>(Output::total)].central;
        const double other = figures[static_cast<std::size_t>(Output::other_rule)].central;
        if (std::abs(chosen - other) <= 1e-9 * std::abs(chosen)) continue;
        findings.push_back({Notice::burden_matters,
                            {{"option", question.options[option].id}},
                            {{"chosen", chosen}, {"other", other}}});
    }
}

void find_costs(const Plan& plan, std::vector<Finding>& findings) {
    if (!plan.counts_money) return;
    const Question& question = *plan.question;
    for (std::size_t option = 0; option < question.options.size(); ++option) {
        Names missing;
        for (const PartInputs& part : plan.parts) {
            if (part.option != option) continue;
            const bool is_leased = part.kind == RouteKind::leased;
            if ((is_leased ? part.lease : part.price) == absent)
                missing.insert(is_leased ? "lease" : "price");
        }
        if (plan.discount == absent) missing.insert("discount");
        if (plan.electricity == absent) missing.insert("electricity");
        if (plan.wants(Output::life_cycle) && plan.shadow_price == absent) missing.insert("shadow_price");
        if (missing.empty()) continue;
        findings.push_back({Notice::incomplete_costs,
                            {{"option", question.options[option].id}, {"missing", joined(missing)}},
                            {}});
    }
}

void find_new_material(const Plan& plan, std::vector<Finding>& findings) {
    if (!plan.wants(Output::material) && !plan.wants(Output::reused) && plan.elements.empty()) return;
    for (const PartInputs& part : plan.parts) {
        const bool is_second_hand =
            part.kind == RouteKind::refurbished || part.kind == RouteKind::remanufactured;
        if (!is_second_hand || part.new_material != absent) continue;
        findings.push_back({Notice::new_material_unknown,
                            {{"option", plan.question->options[part.option].id},
                             {"line", plan.question->fleet[part.line].id}},
                            {}});
    }
}

void find_unverified(const Plan& plan, std::vector<Finding>& findings) {
    std::set<SourceId> sources;
    for (const Input& input : plan.inputs) sources.insert(*input.source);
    for (const SourceId id : sources) {
        const Provenance& provenance = plan.question->sources[id];
        if (provenance.certainty != Certainty::unverified) continue;
        findings.push_back({Notice::unverified_input,
                            {{"source", provenance.source}, {"row", provenance.row}},
                            {{"id", static_cast<double>(id.index())}}});
    }
}

}  // namespace

std::vector<Finding> find_notices(const Plan& plan, const Central& central, const Lots* lots) {
    std::vector<Finding> findings;
    find_methods(plan, findings);
    find_burdens(plan, central, findings);
    find_longer_use(plan, lots, findings);
    find_costs(plan, findings);
    find_new_material(plan, findings);
    find_unverified(plan, findings);
    return findings;
}

void find_heavy_tails(Assessment& assessment) {
    for (const OptionResult& option : assessment.options) {
        for (const Outcome& outcome : option.outcomes) {
            const Figure& figure = outcome.figure;
            if (figure.standard_error <= 0.01 * std::abs(figure.mean)) continue;
            assessment.findings.push_back(
                {Notice::heavy_tail,
                 {{"option", option.id}, {"output", std::string(name_of(outcome.output))}},
                 {{"mean", figure.mean}, {"standard_error", figure.standard_error}}});
        }
    }
}

}  // namespace kring::impact
