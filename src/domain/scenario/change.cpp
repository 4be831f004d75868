// SPDX-License-Identifier: EUPL-1.2
// What its owner changes: words, audience, choices, figures; and taking back.
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/chain/search.hpp"
#include "domain/scenario/acts.hpp"
#include "domain/scenario/assumed.hpp"
#include "domain/scenario/compose.hpp"
#include "domain/scenario/defaults.hpp"
#include "domain/scenario/may.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/text.hpp"

namespace kring::scenario {

namespace {

Result<Scenario> find_own(const Act& act, std::string_view id) {
    TRY(one, find_visible(act.in, act.who, id, act.when));
    if (!may_change(act.who, one.record))
        return Problem{Trouble::forbidden, "scenario.problem.not_yours", "", {}};
    return std::move(one);
}

Result<Scenario> find_to_choose(const Act& act, std::string_view id) {
    TRY(one, find_own(act, id));
    if (one.is_shared()) return Problem{Trouble::conflict, "scenario.problem.shared", "", {}};
    return std::move(one);
}

Result<Done> take_inputs(const Act& act, Scenario& one, const Inputs& typed) {
    if (Problems problems = problems_of(typed, asked_keys(typed)); !problems.empty()) return problems;
    const auto versions = factor::current(act.in);
    TRY_DONE(resolve(act.in, versions, typed));  // names a device by the row it was typed in
    const Inputs inputs = in_order(typed);
    TRY(figures, resolve(act.in, versions, inputs));
    set_content(one, inputs, std::move(figures));
    TRY_DONE(ask_outcome(act, one));
    one.record.updated_at = act.when;
    update(act.in, one);
    chain::index(act.in, one.record, words_of(one));
    return Done{};
}

void erase_own(Inputs& inputs, std::string_view figure) {
    std::erase_if(inputs.own, [&](const Own& own) { return own.figure == figure; });
}

Result<Done> check_kind(const Act& act, std::string_view id) {
    if (find(act.in, id)) return Done{};
    return Problem{Trouble::not_found, "problem.not_found", "", {}};
}

}  // namespace

Result<Done> change(const Act& act, std::string_view id, const Draft& draft) {
    TRY(one, find_own(act, id));
    if (Problems problems = problems_of(draft, chain::audiences_open_to(act.who, one.record.network));
        !problems.empty())
        return problems;
    const bool is_for_maker = draft.audience == "persons";
    if (one.is_shared() && is_for_maker)
        return Problem{Trouble::conflict, "scenario.problem.stays_shared", "audience", {}};
    const bool is_shared_now = !one.is_shared() && !is_for_maker;
    if (is_shared_now) one.shared_at = act.when;
    one.record.title = trim(draft.title);
    one.record.language = draft.language;
    one.record.updated_at = act.when;
    one.note = draft.note;
    set_audience(act, draft.audience, one.record);
    update(act.in, one);
    chain::index(act.in, one.record, words_of(one));
    journal::record(act, is_shared_now ? "scenario.shared" : "scenario.changed", one.record.id,
                    is_shared_now ? "audience=" + draft.audience : "");
    return Done{};
}

Result<Done> choose(const Act& act, std::string_view id, const Inputs& inputs) {
    TRY(one, find_to_choose(act, id));
    Inputs kept = inputs;
    // A figure of one's own for what is no longer in the scenario goes with it.
    std::erase_if(kept.own, [&](const Own& own) { return !is_asked(kept, own.figure); });
    TRY_DONE(take_inputs(act, one, kept));
    journal::record(act, "scenario.chosen", one.record.id);
    return Done{};
}

Result<Done> put_figure(const Act& act, std::string_view id, const Own& own) {
    TRY(one, find_to_choose(act, id));
    if (!is_asked(one.inputs, own.figure)) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    Inputs inputs = one.inputs;
    erase_own(inputs, own.figure);
    inputs.own.push_back(own);
    TRY_DONE(take_inputs(act, one, inputs));
    journal::record(act, "scenario.figure_put", one.record.id, "figure=" + own.figure);
    return Done{};
}

Result<Done> drop_figure(const Act& act, std::string_view id, std::string_view figure) {
    TRY(one, find_to_choose(act, id));
    Inputs inputs = one.inputs;
    erase_own(inputs, figure);
    if (inputs.own.size() == one.inputs.own.size())
        return Problem{Trouble::not_found, "problem.not_found", "", {}};
    TRY_DONE(take_inputs(act, one, inputs));
    journal::record(act, "scenario.figure_dropped", one.record.id, "figure=" + std::string(figure));
    return Done{};
}

Result<Done> withdraw(const Act& act, std::string_view id) {
    TRY_DONE(check_kind(act, id));
    return chain::withdraw(act, id);
}

Result<Done> restore(const Act& act, std::string_view id) {
    TRY_DONE(check_kind(act, id));
    return chain::restore(act, id);
}

}  // namespace kring::scenario
