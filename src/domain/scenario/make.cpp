// SPDX-License-Identifier: EUPL-1.2
// Making a scenario, and copying one.
#include "domain/chain/audience.hpp"
#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
#include "domain/scenario/acts.hpp"
#include "domain/scenario/assumed.hpp"
#include "domain/scenario/compose.hpp"
#include "domain/scenario/defaults.hpp"
#include "domain/scenario/may.hpp"
#include "domain/scenario/reckon.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::scenario {

void set_audience(const Act& act, std::string_view audience, chain::Record& record) {
    record.audience = chain::audience_of(audience).value();
    record.audience_of = record.audience == chain::Audience::organisation ? act.who.organisation : "";
}

void set_content(Scenario& one, Inputs inputs, Figures figures) {
    one.inputs = std::move(inputs);
    one.figures = std::move(figures);
    one.engine = engine_now();
    one.run_key = run_key_of(one.engine, one.inputs, one.figures);
    one.outcome.reset();
    one.result_hash.clear();
}

Result<Done> check_waiting(const Act& act, const Scenario& one) {
    if (waiting_runs(act.in, one) < runs_waiting_max) return Done{};
    // As with what is wrong in a form, so that the form comes back with what was typed.
    return Problem{
        Trouble::invalid, "scenario.problem.too_many_wait", "", {{"most", std::to_string(runs_waiting_max)}}};
}

Result<Done> ask_outcome(const Act& act, Scenario& one) {
    const auto known = find_run(act.in, one.run_key);
    if (known && known->state == RunState::done) {
        one.outcome = read_outcome(known->result);
        one.result_hash = sha256_hex(known->result);
        return Done{};
    }
    TRY_DONE(check_waiting(act, one));
    Run run;
    run.key = one.run_key;
    run.inputs = to_text(one.inputs);
    run.figures = to_text(one.figures);
    run.draws = one.inputs.draws;
    ask_run(act.in, run, act.when);
    return Done{};
}

namespace {

Scenario started(const Act& act, std::string_view network, const Draft& draft) {
    Scenario one;
    one.record.id = new_id(act.when);
    one.record.kind = chain::Kind::scenario;
    one.record.network = network;
    one.record.title = trim(draft.title);
    one.record.language = draft.language;
    one.record.owner = act.who.person;
    one.record.created_at = act.when;
    one.record.updated_at = act.when;
    one.note = draft.note;
    set_audience(act, draft.audience, one.record);
    if (one.record.audience != chain::Audience::persons) one.shared_at = act.when;
    return one;
}

}  // namespace

Result<std::string> make(const Act& act, std::string_view network, const Draft& draft, const Inputs& typed) {
    if (!may_make(act.who, network))
        return Problem{Trouble::forbidden, "scenario.problem.not_member", "network", {}};
    Problems problems = problems_of(draft, chain::audiences_open_to(act.who, network));
    for (Problem& problem : problems_of(typed, asked_keys(typed))) problems.push_back(std::move(problem));
    if (!problems.empty()) return problems;
    const auto versions = factor::current(act.in);
    TRY_DONE(resolve(act.in, versions, typed));  // names a device by the row it was typed in
    const Inputs inputs = in_order(typed);
    TRY(figures, resolve(act.in, versions, inputs));
    Scenario one = started(act, network, draft);
    set_content(one, inputs, std::move(figures));
    TRY_DONE(ask_outcome(act, one));
    insert(act.in, one);
    chain::index(act.in, one.record, words_of(one));
    journal::record(act, "scenario.made", one.record.id, "network=" + one.record.network);
    return one.record.id;
}

Result<std::string> copy(const Act& act, std::string_view id, bool with_new_figures) {
    TRY(from, find_visible(act.in, act.who, id, act.when));
    if (!may_copy(act.who, from)) return Problem{Trouble::forbidden, "scenario.problem.not_member", "", {}};
    Draft draft;
    draft.title = shortened(from.record.title, chain::title_length_max - 4) + " (2)";
    draft.note = from.note;
    draft.language = from.record.language;
    Scenario one = started(act, from.record.network, draft);
    Figures figures = from.figures;
    if (with_new_figures) {
        TRY(newest, resolve(act.in, factor::current(act.in), from.inputs));
        figures = std::move(newest);
    }
    set_content(one, from.inputs, std::move(figures));
    TRY_DONE(ask_outcome(act, one));
    insert(act.in, one);
    TRY_DONE(chain::tie(act, one.record.id, chain::Relation::follows_from, from.record.id));
    chain::index(act.in, one.record, words_of(one));
    journal::record(act, "scenario.copied", one.record.id, "from=" + from.record.id);
    return one.record.id;
}

}  // namespace kring::scenario
