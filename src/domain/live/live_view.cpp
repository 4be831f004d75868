// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/live_view.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/table.hpp"
#include "domain/live/may.hpp"
#include "domain/live/store.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::live {

using desk::Visit;
using html::List;
using html::View;

Result<Scene> find_scene(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    const auto workshop = workshop::find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_follow(visit.who, record)) return workshop::forbidden();
    if (record.is_withdrawn) return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    return Scene{*workshop, workshop::find_series(in, workshop->series).value(),
                 network::find(in, record.network).value(), room_of(in, record.id),
                 chain::visible_for(in, record, visit.code())};
}

Result<Scene> find_led_scene(db::Connection& in, const Visit& visit) {
    TRY(scene, find_scene(in, visit));
    if (!may_lead(visit.who, scene.network.id)) return workshop::forbidden();
    return std::move(scene);
}

std::string live_address(const Visit& visit, const Scene& scene, std::string_view below) {
    return desk::address(visit, "/bijeenkomsten/{id}/live" + std::string(below), {scene.id()});
}

desk::Frame frame_of(const Visit& visit, const Scene& scene, std::string title, bool is_live_page) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, scene.network, scene.series);
    frame.crumbs.push_back(workshop::crumb_of(visit, scene.workshop, false));
    if (!is_live_page) frame.crumbs.push_back({visit.say("live.title"), live_address(visit, scene)});
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = scene.visible_for;
    return frame;
}

std::vector<Queued> queue_for(db::Connection& in, const Visit& visit, const Scene& scene, Eyes eyes) {
    auto all = queue(in, visit.who, scene.id(), visit.when);
    if (eyes == Eyes::all) {
        std::erase_if(all, [&](const Queued& one) {
            return !suits_the_screen(one.question.record, scene.workshop.record);
        });
    }
    return all;
}

namespace {

View question_view(const Visit& visit, const Scene& scene, const Queued& one, Eyes eyes) {
    const std::string& id = one.question.record.id;
    const bool is_own = !one.question.record.owner.empty() && one.question.record.owner == visit.who.person;
    const bool may_vote = eyes == Eyes::own && !is_own;
    const bool leads = eyes == Eyes::own && scene.room.is_open && may_lead(visit.who, scene.network.id);
    View view;
    view.set("id", id)
        .set("title", one.question.record.title)
        .set("title_language", one.question.record.language)
        .set("href", eyes == Eyes::own ? desk::address(visit, "/vragen/{id}", {id}) : std::string())
        .set("by", eyes == Eyes::own ? desk::by(visit, one.question.record) : std::string())
        .set("votes", one.votes)
        .set("votes_text", visit.say("contribution.votes", {{"count", std::to_string(one.votes)}}))
        .set("turn", one.turn == Turn::waiting ? "" : visit.say("live.turn." + std::string(word(one.turn))))
        .set("answered_by",
             one.answered_by.empty() ? "" : visit.say("live.answered_by", {{"name", one.answered_by}}))
        .set("has_actions", may_vote || leads)
        .set("may_vote", may_vote)
        .set("has_voted", one.has_voted)
        .set("vote_href", live_address(visit, scene, "/vragen/stem"))
        .set("may_lead", leads)
        .set("turn_href", live_address(visit, scene, "/vragen"))
        .set("edit_href", live_address(visit, scene, "/vragen/bewerken") + "?vraag=" + id);
    List merged;
    for (const std::string& title : one.merged_titles) {
        View part;
        part.set("title", title);
        merged.push_back(std::move(part));
    }
    view.set("merged", std::move(merged));
    return view;
}

View bar(const Visit& visit, std::string_view choice, std::int64_t count, std::int64_t total) {
    View view;
    view.set("label", visit.say("live.choice." + std::string(choice)))
        .set("count", count)
        .set("percent", total == 0 ? 0 : count * 100 / total);
    return view;
}

}  // namespace

List question_views(const Visit& visit, const Scene& scene, const std::vector<Queued>& queue, Eyes eyes) {
    List views;
    for (const Queued& one : queue) views.push_back(question_view(visit, scene, one, eyes));
    return views;
}

View result_view(const Visit& visit, const Statement& one) {
    View view;
    set_worded(view, "text", one.text, visit.language);
    List bars;
    if (one.split) {
        bars.push_back(bar(visit, "agree", one.split->agreed, one.voted));
        bars.push_back(bar(visit, "disagree", one.split->disagreed, one.voted));
        bars.push_back(bar(visit, "no_opinion", one.split->no_opinion, one.voted));
    }
    view.set("number", one.number)
        .set("again", one.repeats ? visit.say("live.again", {{"number", std::to_string(*one.repeats)}}) : "")
        .set("turnout", visit.say("live.turnout", {{"voted", std::to_string(one.voted)},
                                                   {"could", std::to_string(one.could)}}))
        .set("is_divided", one.split.has_value())
        .set("bars", std::move(bars));
    return view;
}

List results_shown(db::Connection& in, const Visit& visit, const Scene& scene) {
    List views;
    for (const Statement& one : statements_of(in, scene.id())) {
        if (one.state == StatementState::closed && one.is_shown) views.push_back(result_view(visit, one));
    }
    return views;
}

View pitch_table(const Visit& visit, const PitchRound& round, std::string_view table_id) {
    desk::Table table(std::string(table_id),
                      visit.say("live.pitches.caption", {{"number", std::to_string(round.number)},
                                                         {"time", clock_text(round.seconds * second_ms)}}));
    table.column(visit.say("live.pitches.position"), true)
        .column(visit.say("live.pitches.name"))
        .column(visit.say("live.pitches.state"))
        .column(visit.say("live.pitches.got"), true);
    for (const Pitch& one : round.pitches) {
        const bool has_begun = one.state != PitchState::waiting;
        table.row()
            .cell(std::to_string(one.position))
            .cell(one.name)
            .cell(visit.say("live.pitch." + std::string(word(one.state))))
            .cell(has_begun ? clock_text(used_ms(one, visit.when) / second_ms * second_ms) : "");
    }
    return table.view();
}

namespace {

// Statements and pitches as they stand: what all who follow may know.
std::string state_of_the_room(db::Connection& in, const Visit& visit, const Scene& scene, Eyes eyes) {
    std::string all;
    const auto add = [&](std::string_view text) { all += std::string(text) + " "; };
    for (const Statement& one : statements_of(in, scene.id())) {
        add(one.id);
        add(word(one.state));
        add(one.is_shown ? "shown" : "");
        if (one.state != StatementState::open) continue;
        const auto own = choice_of(in, one.id, visit.who.person);
        add(own ? word(*own) : "");
        if (eyes == Eyes::all) add(std::to_string(count_choices(in, one.id).total()));
    }
    const auto round = last_round(in, scene.id());
    if (!round) return all;
    add(round->id);
    for (const Pitch& one : round->pitches) {
        add(word(one.state));
        add(std::to_string(one.used_ms) + (one.running_since ? to_text(*one.running_since) : ""));
    }
    return all;
}

}  // namespace

// Not of the room's version: that rises also with what this visitor may not know of.
std::string tag_of(db::Connection& in, const Visit& visit, const Scene& scene, Eyes eyes) {
    const std::string questions = state_of_questions(in, visit.who, scene.id(), visit.when);
    const bool has_now = questions.find(" now ") != std::string::npos;
    const bool shows = scene.room.showing != Showing::question || has_now;
    std::string all(word(shows ? scene.room.showing : Showing::queue));
    const auto add = [&](std::string_view text) { all += "\n" + std::string(text); };
    add(scene.room.is_open ? "open" : "closed");
    add(to_text(scene.workshop.record.updated_at));
    add(visit.code());
    add(visit.who.person + " " + visit.session_id + (may_choose(in, visit.who, scene.id()) ? " here" : ""));
    if (const Membership* own = visit.who.in(scene.network.id)) {
        add(std::to_string(static_cast<int>(own->side)) + (own->is_facilitator ? "f" : "") +
            (own->is_editor ? "e" : "") + (own->is_expert ? "x" : ""));
    }
    add(visit.who.takes_part_in(scene.id()) ? "part" : "");
    add(questions);
    add(state_of_the_room(in, visit, scene, eyes));
    add(visit.site.asset("kring.css") + visit.site.asset("live.js"));
    return '"' + sha256_hex(all).substr(0, 32) + '"';
}

std::optional<web::Response> unchanged(const Visit& visit, std::string_view tag) {
    if (visit.request.header("if-none-match") != tag) return std::nullopt;
    web::Response response;
    response.status = 304;
    response.with("ETag", std::string(tag));
    return response;
}

}  // namespace kring::live
