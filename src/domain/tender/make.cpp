// SPDX-License-Identifier: EUPL-1.2
// Making a draft, copying one, and changing its steps.
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
#include "domain/tender/acts.hpp"
#include "domain/tender/may.hpp"
#include "domain/tender/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::tender {

namespace {

Problem not_found() { return {Trouble::not_found, "problem.not_found", "", {}}; }

// The audience typed, when it is one that its owner may choose; "" is the default, the first.
Problems read_audience(const Act& act, const Typed& typed, Tender& tender) {
    const auto open = audiences_for(act.who, tender.record.network);
    const std::string chosen = typed.at("audience");
    const auto audience =
        chosen.empty() && !open.empty() ? std::optional(open.front()) : chain::audience_of(chosen);
    if (!audience || std::find(open.begin(), open.end(), *audience) == open.end())
        return {{Trouble::invalid, "tender.problem.audience", "audience", {}}};
    tender.record.audience = *audience;
    tender.record.audience_of = *audience == chain::Audience::organisation ? act.who.organisation : "";
    return {};
}

void index(const Act& act, const Tender& tender) {
    std::string body = html::markdown_words(tender.subject) + "\n" + html::markdown_words(tender.procedure);
    for (const Criterion& one : tender.criteria) body += "\n" + one.name + "\n" + one.guide;
    chain::index(act.in, tender.record, body);
}

Tender begun(const Act& act, std::string_view network) {
    Tender tender;
    tender.record.id = new_id(act.when);
    tender.record.kind = chain::Kind::tender;
    tender.record.network = network;
    tender.record.owner = act.who.person;
    tender.record.created_at = act.when;
    tender.record.updated_at = act.when;
    tender.organisation = act.who.organisation;
    return tender;
}

using Reader = Problems (*)(const Typed&, Tender&);

// The part of a step that all share: whose it is, what was typed, what is written.
Result<Tender> stepped(const Act& act, std::string_view id, const Typed& typed, Reader read) {
    TRY(tender, find_own(act, id));
    if (Problems problems = read(typed, tender); !problems.empty()) return problems;
    tender.record.updated_at = act.when;
    return std::move(tender);
}

}  // namespace

Result<Tender> find_own(const Act& act, std::string_view id) {
    TRY(tender, find_readable(act.in, act.who, id, act.when));
    if (!may_change(act.who, tender.record))
        return Problem{Trouble::forbidden, "tender.problem.not_yours", "", {}};
    return std::move(tender);
}

Result<std::string> make(const Act& act, std::string_view network, const Typed& typed) {
    if (!may_draft(act.who, network)) return not_found();
    Tender tender = begun(act, network);
    tender.record.language = html::code(typed.language);
    Problems problems = read_about(typed, tender);
    for (Problem& problem : read_audience(act, typed, tender)) problems.push_back(std::move(problem));
    if (!problems.empty()) return problems;
    tender.criteria = usual_criteria(tender.record.language);
    insert(act.in, tender, act.when);
    index(act, tender);
    journal::record(act, "tender.made", tender.record.id);
    return tender.record.id;
}

Result<std::string> copy(const Act& act, std::string_view id) {
    TRY(original, find_readable(act.in, act.who, id, act.when));
    if (!may_draft(act.who, original.record.network))
        return Problem{Trouble::forbidden, "tender.problem.not_yours", "", {}};
    Tender tender = begun(act, original.record.network);
    tender.record.title = shortened(original.record.title, title_length_max);
    tender.record.language = original.record.language;
    tender.record.audience = audiences_for(act.who, original.record.network).front();
    if (tender.record.audience == chain::Audience::organisation)
        tender.record.audience_of = act.who.organisation;
    tender.subject = original.subject;
    tender.procedure = original.procedure;
    tender.criteria = original.criteria;
    for (Criterion& one : tender.criteria) one.id.clear();
    tender.scoring = original.scoring;
    tender.market = original.market;
    tender.expected = original.expected;
    insert(act.in, tender, act.when);
    index(act, tender);
    TRY_DONE(chain::tie(act, tender.record.id, chain::Relation::follows_from, original.record.id));
    journal::record(act, "tender.copied", tender.record.id, "from=" + original.record.id);
    return tender.record.id;
}

Result<Done> set_about(const Act& act, std::string_view id, const Typed& typed) {
    TRY(tender, find_own(act, id));
    Problems problems = read_about(typed, tender);
    for (Problem& problem : read_audience(act, typed, tender)) problems.push_back(std::move(problem));
    if (!problems.empty()) return problems;
    tender.record.updated_at = act.when;
    update(act.in, tender);
    index(act, tender);
    journal::record(act, "tender.described", id);
    return Done{};
}

Result<Done> set_criteria(const Act& act, std::string_view id, const Typed& typed) {
    TRY(tender, stepped(act, id, typed, read_criteria));
    // What assessors gave, and why, founds the award: it does not go with a row that was emptied.
    for (const std::string& scored : scored_criteria(act.in, id)) {
        const bool stays = std::any_of(tender.criteria.begin(), tender.criteria.end(),
                                       [&](const Criterion& one) { return one.id == scored; });
        if (!stays) return Problem{Trouble::invalid, "tender.problem.scored", "", {}};
    }
    update(act.in, tender);
    replace_criteria(act.in, tender, act.when);
    index(act, tender);
    journal::record(act, "tender.criteria_set", id);
    return Done{};
}

Result<Done> set_scoring(const Act& act, std::string_view id, const Typed& typed) {
    TRY(tender, stepped(act, id, typed, read_scoring));
    update(act.in, tender);
    journal::record(act, "tender.formula_set", id, word(tender.scoring.formula));
    return Done{};
}

Result<Done> set_market(const Act& act, std::string_view id, const Typed& typed) {
    TRY(tender, stepped(act, id, typed, read_market));
    update(act.in, tender);
    journal::record(act, "tender.market_set", id);
    return Done{};
}

Result<Done> set_expected(const Act& act, std::string_view id, const Typed& typed) {
    TRY(tender, stepped(act, id, typed, read_expected));
    update(act.in, tender);
    replace_expected(act.in, tender, act.when);
    journal::record(act, "tender.expected_set", id);
    return Done{};
}

Result<Done> choose_weight(const Act& act, std::string_view id, const Typed& typed) {
    TRY(tender, find_own(act, id));
    const auto share = read_amount(typed.at("share"), 3, typed.language);
    if (!share || *share < 0 || *share > 100'000)
        return Problem{Trouble::invalid, "tender.problem.share", "share", {}};
    const Formula formula = tender.scoring.formula;
    const bool has_green = std::any_of(tender.criteria.begin(), tender.criteria.end(),
                                       [](const Criterion& one) { return one.is_green; });
    if (!has_green) return Problem{Trouble::invalid, "tender.problem.nothing_green", "share", {}};
    if (formula == Formula::f7)
        tender.scoring.co2_price = *share;
    else if (formula == Formula::f8)
        tender.scoring.discount = *share;
    else
        tender.criteria = with_green_share(tender, *share);
    tender.record.updated_at = act.when;
    update(act.in, tender);
    replace_criteria(act.in, tender, act.when);
    journal::record(act, "tender.weight_chosen", id, "share_milli=" + std::to_string(*share));
    return Done{};
}

Result<Done> withdraw(const Act& act, std::string_view id) {
    if (!find(act.in, id)) return not_found();
    TRY_DONE(find_readable(act.in, act.who, id, act.when));
    // What was signed belongs to the procurement file, and stays.
    if (act.in.exists("select 1 from award_sheets where tender_id = $1", {id}))
        return Problem{Trouble::conflict, "tender.problem.signed", "", {}};
    return chain::withdraw(act, id);
}

Result<Done> restore(const Act& act, std::string_view id) {
    if (!find(act.in, id)) return not_found();
    return chain::restore(act, id);
}

}  // namespace kring::tender
