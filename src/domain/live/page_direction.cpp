// SPDX-License-Identifier: EUPL-1.2
// Where the facilitator leads from: opening and closing, what is shown first, statements and pitches.
#include <array>

#include "domain/desk/addresses.hpp"
#include "domain/live/acts.hpp"
#include "domain/live/live_view.hpp"
#include "domain/live/page_functions.hpp"
#include "domain/live/store.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::live {

namespace {

using desk::Visit;
using html::List;
using html::View;

View button(const Visit& visit, std::string_view value, const std::string& phrase) {
    View view;
    view.set("value", value).set("label", visit.say(phrase));
    return view;
}

List statement_buttons(const Visit& visit, const Scene& scene, const Statement& one) {
    List buttons;
    const auto add = [&](std::string_view value) {
        buttons.push_back(button(visit, value, "live.do." + std::string(value)));
    };
    if (one.state == StatementState::prepared) {
        if (scene.room.is_open) add("open");
        add("remove");
    }
    if (one.state == StatementState::open) add("close");
    if (one.state == StatementState::closed) {
        add(one.is_shown ? "hide" : "show");
        add("repeat");
    }
    return buttons;
}

View statement_row(const Visit& visit, db::Connection& in, const Scene& scene, const Statement& one) {
    View view = result_view(visit, one);
    const bool is_open = one.state == StatementState::open;
    view.set("state", visit.say("live.statement." + std::string(word(one.state))))
        .set("is_closed", one.state == StatementState::closed)
        .set("so_far", is_open ? visit.say("live.so_far",
                                           {{"count", std::to_string(count_choices(in, one.id).total())}})
                               : "")
        .set("do_href", desk::address(visit, "/bijeenkomsten/{id}/live/stellingen/{nummer}",
                                      {scene.id(), std::to_string(one.number)}))
        .set("buttons", statement_buttons(visit, scene, one));
    return view;
}

List pitch_buttons(const Visit& visit, const Scene& scene, const std::optional<PitchRound>& round) {
    List buttons;
    if (!scene.room.is_open || !round) return buttons;
    const Pitch* current = round->current();
    const bool runs = current != nullptr && current->state == PitchState::running;
    if (runs) buttons.push_back(button(visit, "stop", "live.do.stop"));
    if (!runs && (current != nullptr || round->next() != nullptr))
        buttons.push_back(button(visit, "start", current != nullptr ? "live.do.go_on" : "live.do.start"));
    if (current != nullptr) buttons.push_back(button(visit, "next", "live.do.next"));
    return buttons;
}

List showing_buttons(const Visit& visit, const Scene& scene) {
    List buttons;
    if (!scene.room.is_open) return buttons;
    for (const Showing one :
         {Showing::queue, Showing::question, Showing::statement, Showing::pitch, Showing::tables}) {
        View view = button(visit, word(one), "live.showing." + std::string(word(one)));
        view.set("is_chosen", scene.room.showing == one);
        buttons.push_back(std::move(view));
    }
    return buttons;
}

View direction_view(db::Connection& in, const Visit& visit, const Scene& scene) {
    View view;
    set_worded(view, "workshop", scene.workshop.title(), visit.language);
    List statements;
    for (const Statement& one : statements_of(in, scene.id()))
        statements.push_back(statement_row(visit, in, scene, one));
    List rounds;
    const auto all = rounds_of(in, scene.id());
    for (const PitchRound& round : all) {
        View row;
        row.set("table", pitch_table(visit, round, "pitches-" + std::to_string(round.number)))
            .set("seed", round.seed);
        rounds.push_back(std::move(row));
    }
    const auto last = all.empty() ? std::nullopt : std::optional(all.back());
    const Pitch* turn = last ? (last->current() != nullptr ? last->current() : last->next()) : nullptr;
    view.set("workshop_href", workshop::workshop_address(visit, scene.id()))
        .set("is_open", scene.room.is_open)
        .set("direction_href", live_address(visit, scene, "/regie"))
        .set("live_href", live_address(visit, scene))
        .set("screen_href", live_address(visit, scene, "/scherm"))
        .set("showings", showing_buttons(visit, scene))
        .set("statements", std::move(statements))
        .set("statement_href", live_address(visit, scene, "/stellingen/nieuw"))
        .set("rounds", std::move(rounds))
        .set("draw_href", live_address(visit, scene, "/pitches/nieuw"))
        .set("pitch_href", live_address(visit, scene, "/pitches"))
        .set("pitch_name", turn == nullptr ? "" : turn->name)
        .set("pitch_buttons", pitch_buttons(visit, scene, last));
    return view;
}

Result<Done> direct(const Act& act, const std::string& workshop, const std::string& wanted) {
    if (wanted == "begin") return open(act, workshop);
    if (wanted == "end") return close(act, workshop);
    const auto showing = showing_of(wanted);
    if (!showing) return Problem{Trouble::invalid, "live.problem.unknown_choice", "", {}};
    return turn_to(act, workshop, *showing);
}

}  // namespace

web::Response show_direction(const Visit& visit) {
    return visit.read([&](db::Connection& in) {
        const auto scene = find_led_scene(in, visit);
        if (!scene) return desk::trouble(visit, scene.problems());
        desk::Frame frame = frame_of(visit, *scene, visit.say("live.direction"), false);
        frame.visible_for = workshop::visible_to_planners(visit, scene->network);
        return desk::show(visit, frame, "live_direction", direction_view(in, visit, *scene));
    });
}

web::Response post_direction(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto done =
        visit.write([&](const Act& act) { return direct(act, id, network::typed(visit, "do")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/live/regie", {id}), "saved");
}

}  // namespace kring::live
