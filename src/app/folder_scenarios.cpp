// SPDX-License-Identifier: EUPL-1.2
// Scenarios in the folder: their choices, figures and outcome as the canonical texts they are kept in, so
// that one that comes back can be computed again and compared.
#include "app/folder.hpp"
#include "domain/scenario/scenario.hpp"
#include "platform/base/secret.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;

void check_outcome(const FolderEntry& entry, std::vector<FolderFault>& faults) {
    const std::string_view result = entry.value("result");
    const std::string_view hash = entry.value("result_hash");
    if (result.empty() && hash.empty()) return;
    const auto outcome = scenario::read_outcome(result);
    if (!outcome)
        faults.push_back({entry.path, entry.line_of("result"), "result: this is no outcome"});
    else if (sha256_hex(scenario::to_text(*outcome)) != hash)
        faults.push_back(
            {entry.path, entry.line_of("result_hash"), "result_hash: it is not that of the result"});
}

void check_scenario(const FolderEntry& entry, std::vector<FolderFault>& faults) {
    const auto inputs = scenario::read_inputs(entry.value("inputs"));
    const auto figures = scenario::read_figures(entry.value("figures"));
    if (!inputs || !scenario::problems_of(*inputs).empty())
        faults.push_back({entry.path, entry.line_of("inputs"), "inputs: these are no choices of a scenario"});
    if (!figures) faults.push_back({entry.path, entry.line_of("figures"), "figures: these are no figures"});
    if (inputs && figures &&
        scenario::run_key_of(entry.value("engine"), *inputs, *figures) != entry.value("run_key"))
        faults.push_back({entry.path, entry.line_of("run_key"),
                          "run_key: it is not that of these choices, figures and engine"});
    const bool is_for_maker = entry.value("audience") == "persons";
    if (entry.value("shared_at").empty() != is_for_maker)
        faults.push_back({entry.path, entry.line_of("shared_at"),
                          "shared_at: it is there unless the audience is persons"});
    check_outcome(entry, faults);
}

}  // namespace

// clang-format off: a table reads by its rows
std::vector<FolderKind> scenario_kinds() {
    return {
        {"scenarios", "scenarios", "scenario", "what a fleet costs, on several routes",
         {{"engine", "engine", F::line, required, "", "version of the method"},
          {"run_key", "run_key", F::line, required, "", "SHA-256 of engine, choices and figures"},
          {"result_hash", "result_hash", F::line, optional, "", "SHA-256 of the result"},
          {"shared_at", "shared_at", F::moment, optional, "", "since when its choices are fixed"},
          {"note", "note", F::text, optional, "", "explanation, Markdown"},
          {"inputs", "inputs", F::text, required, "", "what was chosen, canonical text"},
          {"figures", "figures", F::text, required, "", "every figure used, with its source, canonical text"},
          {"result", "result", F::text, optional, "", "the outcome, canonical text"}}, ""},
    };
}
// clang-format on

void check_scenarios(const Folder& folder, std::vector<FolderFault>& faults) {
    const auto found = folder.entries.find("scenarios");
    if (found == folder.entries.end()) return;
    for (const FolderEntry& entry : found->second) check_scenario(entry, faults);
}

}  // namespace kring::app
