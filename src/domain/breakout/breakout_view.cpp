// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/breakout_view.hpp"

#include <algorithm>

#include "domain/breakout/may.hpp"
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::breakout {

using desk::Visit;
using html::View;

namespace {

Result<Place> find_any(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    const auto workshop = workshop::find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    Place place{*workshop,
                workshop::find_series(in, workshop->series).value(),
                network::find(in, record.network).value(),
                find(in, record.id),
                seats_of(in, record.id),
                {},
                questions_for(in, visit.who, record.id, visit.when)};
    for (Sitter& sitter : sitters(in, record.id, record.network)) {
        const std::string id = sitter.person;
        place.people.emplace(id, std::move(sitter));
    }
    return place;
}

}  // namespace

std::string Place::name_of(std::string_view person) const {
    const auto found = people.find(std::string(person));
    return found == people.end() ? "" : found->second.name;
}

std::vector<std::string> Place::names_at(std::int64_t round, std::string_view table) const {
    std::vector<std::string> names;
    for (const Seat& seat : seats) {
        if (seat.round == round && seat.table == table) names.push_back(name_of(seat.person));
    }
    return names;
}

Result<Place> find_place(db::Connection& in, const Visit& visit) {
    TRY(place, find_any(in, visit));
    if (!may_see(visit.who, place.network.id, place.id()))
        return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return std::move(place);
}

Result<Place> find_place_to_run(db::Connection& in, const Visit& visit) {
    TRY(place, find_any(in, visit));
    if (!may_run(visit.who, place.network.id)) return workshop::forbidden();
    if (place.workshop.record.is_withdrawn)
        return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    return std::move(place);
}

std::string address_of(const Visit& visit, const Place& place, std::string_view below) {
    return desk::address(visit, "/bijeenkomsten/{id}/tafels" + std::string(below), {place.id()});
}

std::string table_address(const Visit& visit, const Place& place, std::int64_t table) {
    return desk::address(visit, "/bijeenkomsten/{id}/tafels/{tafel}/bewerken",
                         {place.id(), std::to_string(table)});
}

std::string notes_address(const Visit& visit, const Place& place, std::int64_t table, std::int64_t round) {
    return desk::address(visit, "/bijeenkomsten/{id}/tafels/{tafel}/notities/{ronde}",
                         {place.id(), std::to_string(table), std::to_string(round)});
}

desk::Frame frame_of(const Visit& visit, const Place& place, std::string title) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, place.network, place.series);
    frame.crumbs.push_back(workshop::crumb_of(visit, place.workshop, false));
    const std::string tables = visit.say("breakout.tables");
    if (frame.title != tables) frame.crumbs.push_back({tables, address_of(visit, place)});
    frame.crumbs.push_back({frame.title, ""});
    return frame;
}

chain::VisibleFor visible_to_participants(const Visit& visit, const Place& place) {
    return {"visible.workshop", {{"workshop", in_language(place.workshop.title(), visit.language).text}}};
}

void set_place(View& view, const Visit& visit, const Place& place) {
    set_worded(view, "workshop", place.workshop.title(), visit.language);
    view.set("workshop_href", workshop::workshop_address(visit, place.id()));
}

html::List questions_of(const Visit& visit, const Place& place, const Table& table) {
    html::List list;
    for (const chain::Record& question : place.questions) {
        const bool lies_here =
            std::find(table.questions.begin(), table.questions.end(), question.id) != table.questions.end();
        if (!lies_here) continue;
        View view;
        view.set("title", question.title)
            .set("language", question.language == visit.code() ? "" : question.language)
            .set("href", desk::address_of(visit.language, question));
        list.push_back(std::move(view));
    }
    return list;
}

std::string standing_in_words(const Visit& visit, const Place& place) {
    if (!place.breakout || !place.breakout->is_published) return visit.say("breakout.standing.none");
    const Breakout& breakout = *place.breakout;
    if (!breakout.has_begun()) return visit.say("breakout.standing.before");
    if (breakout.is_over()) return visit.say("breakout.standing.over");
    return visit.say(
        "breakout.standing.round",
        {{"round", std::to_string(breakout.round)},
         {"rounds", std::to_string(breakout.rounds)},
         {"until", workshop::clock_in_words(visit, amsterdam_clock(breakout.round_ends_at().value()))}});
}

std::int64_t number_of(std::string_view text) {
    std::int64_t number = 0;
    read_number(text, 0, 1000000000, number);
    return number;
}

View button_form(const Visit& visit, std::string_view action, const Button& button) {
    html::List hidden;
    for (const auto& [name, value] : button.fields) {
        View field;
        field.set("name", name).set("value", value);
        hidden.push_back(std::move(field));
    }
    View view;
    view.set("action", action)
        .set("csrf", masked(visit.csrf))
        .set("label", visit.say(button.label))
        .set("is_primary", button.is_primary)
        .set("step", button.step)
        .set("fields", std::move(hidden));
    return view;
}

}  // namespace kring::breakout
