// SPDX-License-Identifier: EUPL-1.2
// The plan as its facilitators see it: what it is worth, what could not be kept, who moves; and the steps
// from there.
#include <algorithm>

#include "domain/breakout/acts.hpp"
#include "domain/breakout/breakout_view.hpp"
#include "domain/breakout/page_functions.hpp"
#include "domain/breakout/plan_words.hpp"
#include "domain/desk/table.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"

namespace kring::breakout {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct PlanPage {
    Place place;
    std::optional<Proposal> proposal;
    Problems refusal;  ///< why there is none
};

Result<PlanPage> read_plan_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place_to_run(in, visit));
    PlanPage page{place, {}, {}};
    if (!place.breakout) return page;
    auto proposal = propose(in, *place.breakout, place.network.id);
    if (proposal)
        page.proposal = std::move(*proposal);
    else
        page.refusal = proposal.problems();
    return page;
}

View step(const Visit& visit, const PlanPage& page, std::string name, std::string label,
          bool is_primary = false, std::int64_t round = 0) {
    const Button button{std::move(name),
                        std::move(label),
                        {{"version", std::to_string(page.place.breakout->version)},
                         {"seen", page.proposal->mark},
                         {"round", std::to_string(round)}},
                        is_primary};
    return button_form(visit, address_of(visit, page.place, "/indeling"), button);
}

List steps_of(const Visit& visit, const PlanPage& page) {
    const Breakout& breakout = *page.place.breakout;
    List steps;
    if (!breakout.is_published)
        steps.push_back(step(visit, page, "publish", "breakout.step.publish", true));
    else if (page.proposal->changes_anything())
        steps.push_back(step(visit, page, "publish", "breakout.step.confirm", true));
    if (!breakout.has_begun()) steps.push_back(step(visit, page, "draw", "breakout.step.draw"));
    if (!breakout.is_published) return steps;
    if (breakout.round < breakout.rounds)
        steps.push_back(step(visit, page, "round", "breakout.step.begin", false, breakout.round + 1));
    if (breakout.round == breakout.rounds)
        steps.push_back(step(visit, page, "round", "breakout.step.end", false, breakout.round + 1));
    if (breakout.has_begun())
        steps.push_back(step(visit, page, "round", "breakout.step.back", false, breakout.round - 1));
    return steps;
}

std::string state_of(const Visit& visit, const PlanPage& page) {
    const Proposal& proposal = *page.proposal;
    if (!page.place.breakout->is_published) return visit.say("breakout.state.proposed");
    if (!proposal.changes_anything()) return visit.say("breakout.state.published");
    return visit.say("breakout.state.changes", {{"newcomers", std::to_string(proposal.newcomers)},
                                                {"leavers", std::to_string(proposal.leavers)},
                                                {"moves", std::to_string(proposal.plan.moves.size())}});
}

View tables_table(const Visit& visit, const Place& place) {
    desk::Table table("tables", visit.say("breakout.tables"));
    table.column(visit.say("breakout.plan.table"))
        .column(visit.say("breakout.plan.host"))
        .column(visit.say("breakout.plan.questions"));
    for (const Table& one : place.breakout->tables) {
        std::vector<std::string> titles;
        for (const chain::Record& question : place.questions) {
            if (std::find(one.questions.begin(), one.questions.end(), question.id) != one.questions.end())
                titles.push_back(question.title);
        }
        const std::string number = std::to_string(one.number);
        table.row()
            .cell(visit.say("breakout.table", {{"table", number}}), table_address(visit, place, one.number))
            .cell(place.name_of(one.host))
            .cell(join(titles, "; "));
    }
    return table.view();
}

web::Response show(const Visit& visit, const PlanPage& page, const Problems& problems) {
    const Place& place = page.place;
    const bool has_plan = page.proposal.has_value();
    const bool has_tables = place.breakout.has_value();
    const bool is_proposed = has_tables && !place.breakout->is_published;
    View view;
    set_place(view, visit, place);
    view.set("standing", is_proposed ? "" : standing_in_words(visit, place))
        .set("problem", problems.empty() ? "" : desk::worded(visit, problems.front()))
        .set("has_tables", has_tables)
        .set("empty_text", visit.say("breakout.plan.none"))
        .set("empty_href", address_of(visit, place, "/opzet"))
        .set("empty_label", visit.say("breakout.plan.first"))
        .set("tables", has_tables ? tables_table(visit, place) : View())
        .set("has_plan", has_plan)
        .set("refusal", page.refusal.empty() ? "" : desk::worded(visit, page.refusal.front()));
    if (has_plan) {
        view.set("state", state_of(visit, page))
            .set("score", score_in_words(visit, page.proposal->plan))
            .set("violations", violations_in_words(visit, place, page.proposal->plan))
            .set("changes", changes_in_words(visit, place, *page.proposal))
            .set("rounds", round_tables(visit, place, page.proposal->plan))
            .set("steps", steps_of(visit, page));
    }
    List links;
    if (has_tables) {
        links = {network::link(address_of(visit, place, "/opzet"), visit.say("breakout.setup")),
                 network::link(address_of(visit, place, "/zaal"), visit.say("breakout.room")),
                 network::link(address_of(visit, place, "/oogst"), visit.say("breakout.plenary"))};
    }
    view.set("links", std::move(links));
    desk::Frame frame = frame_of(visit, place, visit.say("breakout.plan"));
    frame.visible_for = workshop::visible_to_planners(visit, place.network);
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "breakout_plan", std::move(view), network::status_of_form(problems));
}

Result<Done> take(const Act& act, const Visit& visit, const PlanPage& page) {
    const std::string& id = page.place.id();
    const std::string_view wanted = visit.request.field("step");
    const std::int64_t version = number_of(visit.request.field("version"));
    if (wanted == "draw") return draw_again(act, id, version);
    if (wanted == "round") return go_to_round(act, id, version, number_of(visit.request.field("round")));
    if (wanted == "publish" && page.proposal)
        return publish(act, id, *page.proposal, visit.request.field("seen"));
    return Problem{Trouble::invalid, "problem.choice", "", {}};
}

}  // namespace

web::Response show_plan(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_plan_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, {});
}

web::Response post_step(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_plan_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    if (!page->place.breakout) return desk::not_found(visit);
    const auto done = visit.write([&](const Act& act) { return take(act, visit, *page); });
    if (done) return desk::go(visit, address_of(visit, page->place, "/indeling"), "breakout_step");
    const auto anew = visit.read([&](db::Connection& in) { return read_plan_page(in, visit); });
    if (!anew) return desk::trouble(visit, anew.problems());
    return show(visit, *anew, done.problems());
}

}  // namespace kring::breakout
