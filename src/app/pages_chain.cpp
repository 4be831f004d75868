// SPDX-License-Identifier: EUPL-1.2
// Tying records: what a record is tied to, search for another, choose how they belong together.
#include "app/pages.hpp"
#include "domain/chain/audience.hpp"
#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

using chain::Record;
using chain::Relation;
using html::List;
using html::View;

// A step as a form sends it: "out asked_at" is this → other, "in asked_at" other → this.
struct Step {
    bool is_outgoing = true;
    Relation relation = Relation::asked_at;
};

std::string step_text(const Step& step) {
    return (step.is_outgoing ? "out " : "in ") + std::string(chain::word(step.relation));
}

std::optional<Step> read_step(std::string_view text) {
    const auto space = text.find(' ');
    const auto relation =
        space == std::string_view::npos ? std::nullopt : chain::relation_of(text.substr(space + 1));
    const std::string_view way = text.substr(0, space);
    if (!relation || (way != "out" && way != "in")) return std::nullopt;
    return Step{way == "out", *relation};
}

std::vector<Step> steps_between(const Record& from, const Record& to) {
    static constexpr Relation all[] = {Relation::asked_at, Relation::illustrates, Relation::distilled_into,
                                       Relation::measured_by, Relation::uses, Relation::follows_from};
    std::vector<Step> steps;
    for (const Relation relation : all) {
        if (chain::is_legal(from.kind, relation, to.kind)) steps.push_back({true, relation});
        if (chain::is_legal(to.kind, relation, from.kind) && from.kind != to.kind)
            steps.push_back({false, relation});
    }
    return steps;
}

std::string step_phrase(const Step& step) {
    return "chain." + std::string(chain::word(step.relation)) + (step.is_outgoing ? ".out" : ".in");
}

// What an act of its own made (answering, freezing) is neither tied nor untied by hand.
bool is_fixed(Relation relation) {
    return relation == Relation::answers || relation == Relation::published_in;
}

List candidates(const desk::Visit& visit, const Record& record, const std::string& words) {
    List rows;
    if (words.empty()) return rows;
    chain::Query query;
    query.words = words;
    query.network = record.network;
    const auto found =
        visit.read([&](db::Connection& in) { return chain::search(in, visit.who, query, visit.when); });
    for (const chain::Hit& hit : found.hits) {
        const auto steps = steps_between(record, hit.record);
        if (steps.empty() || hit.record.id == record.id) continue;
        List choices;
        for (const Step& step : steps) {
            View choice;
            choice.set("value", step_text(step)).set("label", visit.say(step_phrase(step)));
            choices.push_back(std::move(choice));
        }
        View row = desk::record_row(visit, hit.record);
        row.set("id", hit.record.id).set("choices", std::move(choices));
        rows.push_back(std::move(row));
    }
    return rows;
}

List tied(const desk::Visit& visit, const Record& record) {
    List rows;
    const auto neighbours = visit.read(
        [&](db::Connection& in) { return chain::neighbours(in, visit.who, record.id, visit.when); });
    for (const chain::Neighbour& neighbour : neighbours) {
        const Step step{neighbour.is_outgoing, neighbour.relation};
        View row = desk::record_row(visit, neighbour.other);
        row.set("id", neighbour.other.id)
            .set("step", step_text(step))
            .set("label", visit.say(step_phrase(step)))
            .set("may_untie", !is_fixed(neighbour.relation));
        rows.push_back(std::move(row));
    }
    return rows;
}

web::Response show(const desk::Visit& visit) {
    chain::VisibleFor visible_for;
    const auto record = visit.read([&](db::Connection& in) -> std::optional<Record> {
        const auto found = chain::find_readable(in, visit.who, visit.request.part("id"), visit.when);
        if (!found || !chain::may_tie(visit.who, *found)) return std::nullopt;
        visible_for = chain::visible_for(in, *found, visit.code());
        return *found;
    });
    if (!record) return desk::not_found(visit);
    const std::string words(trim(web::value_of(visit.request.query, "q")));
    desk::Frame frame;
    frame.title = visit.say("tie.title", {{"title", record->title}});
    frame.crumbs = {{record->title, desk::address_of(visit.language, *record)}, {visit.say("tie.crumb"), ""}};
    frame.visible_for = visible_for;
    View view;
    view.set("words", words)
        .set("action", desk::address(visit, "/keten/{id}/koppelingen", {record->id}))
        .set("untie_href", desk::address(visit, "/keten/{id}/koppelingen/verwijdering", {record->id}))
        .set("candidates", candidates(visit, *record, words))
        .set("has_words", !words.empty())
        .set("tied", tied(visit, *record));
    return desk::show(visit, frame, "tie", std::move(view));
}

template <class Change>
web::Response change(const desk::Visit& visit, Change apply, std::string_view message) {
    const std::string id(visit.request.part("id"));
    const std::string other(visit.request.field("other"));
    const auto step = read_step(visit.request.field("step"));
    if (!step || is_fixed(step->relation))
        return desk::trouble(visit, {Problem{Trouble::invalid, "link.not_legal", "", {}}});
    const auto done = visit.write([&](const Act& act) {
        return step->is_outgoing ? apply(act, id, step->relation, other)
                                 : apply(act, other, step->relation, id);
    });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/keten/{id}/koppelingen", {id}), message);
}

web::Response post_tie(const desk::Visit& visit) { return change(visit, chain::tie, "tied"); }
web::Response post_untie(const desk::Visit& visit) { return change(visit, chain::untie, "untied"); }

}  // namespace

std::vector<desk::Route> chain_routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/keten/{id}/koppelingen", show, Rule::signed_in},
        {Method::post, "/keten/{id}/koppelingen", post_tie, Rule::signed_in},
        {Method::post, "/keten/{id}/koppelingen/verwijdering", post_untie, Rule::signed_in},
    };
}

}  // namespace kring::app
