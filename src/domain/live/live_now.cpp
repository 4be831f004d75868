// SPDX-License-Identifier: EUPL-1.2
// What is on now: one question, a statement, a pitch, or the way to the tables.
#include "domain/desk/addresses.hpp"
#include "domain/live/live_view.hpp"
#include "domain/live/may.hpp"
#include "domain/live/store.hpp"
#include "domain/network/network_view.hpp"

namespace kring::live {

using desk::Visit;
using html::List;
using html::View;

namespace {

std::optional<Statement> statement_on(db::Connection& in, const Scene& scene) {
    std::optional<Statement> last;
    for (Statement& one : statements_of(in, scene.id())) {
        if (one.state == StatementState::open) return std::move(one);
        if (one.state == StatementState::closed) last = std::move(one);
    }
    return last;
}

List choice_buttons(const Visit& visit, const std::optional<Choice>& own) {
    List buttons;
    for (const Choice choice : choices) {
        View button;
        button.set("value", word(choice))
            .set("label", visit.say("live.choice." + std::string(word(choice))))
            .set("is_chosen", own == choice);
        buttons.push_back(std::move(button));
    }
    return buttons;
}

std::string chosen_in_words(const Visit& visit, const std::optional<Choice>& own) {
    if (!own.has_value()) return "";
    return visit.say("live.you_chose",
                     {{"choice", visit.say("live.choice." + std::string(word(own.value())))}});
}

View statement_view(db::Connection& in, const Visit& visit, const Scene& scene, const Statement& one,
                    Eyes eyes) {
    const bool is_open = one.state == StatementState::open;
    std::optional<Choice> own;
    if (is_open) own = choice_of(in, one.id, visit.who.person);
    View view = result_view(visit, one);
    const std::string number = std::to_string(one.number);
    view.set("is_open", is_open)
        .set("may_choose", eyes == Eyes::own && is_open && may_choose(in, visit.who, scene.id()))
        .set("is_own", eyes == Eyes::own)
        .set("choose_href",
             desk::address(visit, "/bijeenkomsten/{id}/live/stellingen/{nummer}/stem", {scene.id(), number}))
        .set("choices", choice_buttons(visit, own))
        .set("own", chosen_in_words(visit, own))
        .set("is_shown", one.state == StatementState::closed && one.is_shown)
        .set("chosen_so_far",
             eyes == Eyes::all && is_open
                 ? visit.say("live.turnout", {{"voted", std::to_string(count_choices(in, one.id).total())},
                                              {"could", std::to_string(count_present(in, scene.id()))}})
                 : "");
    return view;
}

View pitch_view(const Visit& visit, const PitchRound& round) {
    const Pitch* current = round.current();
    const Pitch* next = round.next();
    const std::int64_t left =
        current == nullptr ? 0 : round.seconds * second_ms - used_ms(*current, visit.when);
    View view;
    view.set("name", current == nullptr ? "" : current->name)
        .set("left", clock_text(left))
        .set("left_ms", left)
        .set("is_running", current != nullptr && current->state == PitchState::running)
        .set("is_over", current != nullptr && left <= 0)
        .set("next", next == nullptr ? "" : next->name)
        .set("is_done", current == nullptr && next == nullptr);
    return view;
}

List doors_elsewhere(const Visit& visit, const Scene& scene, workshop::DoorSource doors) {
    List views;
    if (doors == nullptr) return views;
    workshop::Beside beside;
    doors(visit, scene.id(), beside);
    const std::string here = live_address(visit, scene);
    for (const workshop::Door& door : beside.day) {
        if (!std::string_view(door.href).starts_with(here))
            views.push_back(network::link(door.href, door.label));
    }
    return views;
}

void set_question_now(View& view, db::Connection& in, const Visit& visit, const Scene& scene, Eyes eyes) {
    auto all = queue_for(in, visit, scene, eyes);
    std::erase_if(all, [](const Queued& one) { return one.turn != Turn::now; });
    List views = question_views(visit, scene, all, eyes);
    view.set("shows_question", !views.empty()).set("questions_now", std::move(views));
}

}  // namespace

void set_now(View& view, db::Connection& in, const Visit& visit, const Scene& scene, Eyes eyes,
             workshop::DoorSource doors) {
    const Showing showing = scene.room.is_open ? scene.room.showing : Showing::queue;
    view.set("is_open", scene.room.is_open)
        .set("shows_question", false)
        .set("questions_now", List{})
        .set("shows_statement", false)
        .set("statement", View())
        .set("shows_pitch", false)
        .set("pitch", View())
        .set("shows_tables", showing == Showing::tables)
        .set("tables", showing == Showing::tables ? doors_elsewhere(visit, scene, doors) : List{});
    if (showing == Showing::question) set_question_now(view, in, visit, scene, eyes);
    if (showing == Showing::statement) {
        const auto one = statement_on(in, scene);
        view.set("shows_statement", one.has_value())
            .set("statement", one ? statement_view(in, visit, scene, *one, eyes) : View());
    }
    if (showing == Showing::pitch) {
        const auto round = last_round(in, scene.id());
        view.set("shows_pitch", round.has_value()).set("pitch", round ? pitch_view(visit, *round) : View());
    }
}

}  // namespace kring::live
