// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/scenario.hpp"

#include <algorithm>
#include <array>

#include "domain/desk/form.hpp"
#include "platform/base/secret.hpp"
#include "platform/html/markdown.hpp"

namespace kring::scenario {

namespace {

constexpr std::array<std::string_view, 5> state_words = {"waiting", "running", "done", "cancelled", "failed"};

}  // namespace

std::string_view word(RunState state) { return state_words[static_cast<std::size_t>(state)]; }

std::optional<RunState> run_state_of(std::string_view text) {
    const auto found = std::find(state_words.begin(), state_words.end(), text);
    if (found == state_words.end()) return std::nullopt;
    return static_cast<RunState>(found - state_words.begin());
}

Problems problems_of(const Draft& draft, const std::vector<chain::Audience>& open) {
    Problems problems;
    desk::need_text(draft.title, "title", chain::title_length_max, problems);
    desk::allow_text(draft.note, "note", note_length_max, problems);
    const auto audience = chain::audience_of(draft.audience);
    const bool is_open = audience && (*audience == chain::Audience::persons ||
                                      std::find(open.begin(), open.end(), *audience) != open.end());
    // A workshop's audience needs a workshop, which a scenario has none of.
    if (!is_open || *audience == chain::Audience::workshop)
        problems.push_back({Trouble::invalid, "scenario.problem.audience", "audience", {}});
    if (draft.language != "nl" && draft.language != "en")
        problems.push_back({Trouble::invalid, "problem.choice", "language", {}});
    return problems;
}

std::string run_key_of(std::string_view engine, const Inputs& inputs, const Figures& figures) {
    return sha256_hex("kring-run 1\n" + std::string(engine) + "\n" + to_text(inputs) + "\n" +
                      to_text(figures));
}

std::string paper_mark(const Scenario& scenario) {
    return sha256_hex("kring-paper 1\n" + scenario.run_key + scenario.result_hash + scenario.record.title +
                      "\n" + scenario.note);
}

std::string words_of(const Scenario& scenario) {
    std::string all = html::markdown_words(scenario.note) + " rekenhulp rekenscenario scenario CO2";
    for (const Devices& one : scenario.inputs.fleet) all += " " + one.device;
    for (const Route& one : scenario.inputs.routes) all += " " + std::string(word(one.way));
    return all;
}

}  // namespace kring::scenario
