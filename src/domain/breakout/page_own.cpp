// SPDX-License-Identifier: EUPL-1.2
// Where I sit, on a phone; and who sits where, on the room's screen and on paper.
#include <algorithm>

#include "domain/breakout/breakout_view.hpp"
#include "domain/breakout/may.hpp"
#include "domain/breakout/page_functions.hpp"
#include "domain/network/network_view.hpp"
#include "platform/base/text.hpp"

namespace kring::breakout {

namespace {

using desk::Visit;
using html::List;
using html::View;

constexpr std::string_view refresh_seconds = "20";

View round_view(const Visit& visit, const Place& place, std::int64_t round, const Table& table) {
    const Breakout& breakout = *place.breakout;
    View view;
    view.set("heading", visit.say("breakout.own.round", {{"round", std::to_string(round)},
                                                         {"table", std::to_string(table.number)}}))
        .set("is_now", round == breakout.round)
        .set("host", place.name_of(table.host))
        .set("is_host", table.host == visit.who.person)
        .set("names", join(place.names_at(round, table.id), ", "))
        .set("questions", questions_of(visit, place, table))
        .set("notes_href", round <= breakout.round ? notes_address(visit, place, table.number, round) : "");
    return view;
}

List own_rounds(const Visit& visit, const Place& place) {
    List rounds;
    if (!place.breakout || !place.breakout->is_published) return rounds;
    for (const Seat& seat : place.seats) {
        if (seat.person != visit.who.person) continue;
        rounds.push_back(round_view(visit, place, seat.round, *place.breakout->table(seat.table)));
    }
    return rounds;
}

View room_round(const Visit& visit, const Place& place, std::int64_t round) {
    List tables;
    for (const Table& table : place.breakout->tables) {
        List names;
        for (const std::string& name : place.names_at(round, table.id)) {
            View one;
            one.set("name", name);
            names.push_back(std::move(one));
        }
        View view;
        view.set("heading", visit.say("breakout.table", {{"table", std::to_string(table.number)}}))
            .set("host", place.name_of(table.host))
            .set("questions", questions_of(visit, place, table))
            .set("names", std::move(names));
        tables.push_back(std::move(view));
    }
    View view;
    view.set("heading", visit.say("breakout.round", {{"round", std::to_string(round)}}))
        .set("tables", std::move(tables));
    return view;
}

// The round that goes on, or the first to come; all of them to print.
List rounds_shown(const Visit& visit, const Place& place, bool is_all) {
    List rounds;
    if (!place.breakout || !place.breakout->is_published) return rounds;
    const Breakout& breakout = *place.breakout;
    for (std::int64_t round = 1; round <= breakout.rounds; ++round) {
        const bool is_shown = round == std::clamp<std::int64_t>(breakout.round, 1, breakout.rounds);
        if (is_all || is_shown) rounds.push_back(room_round(visit, place, round));
    }
    return rounds;
}

}  // namespace

web::Response show_own(const Visit& visit) {
    const auto place = visit.read([&](db::Connection& in) { return find_place(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    const bool runs = may_run(visit.who, place->network.id);
    List links = {network::link(address_of(visit, *place, "/zaal"), visit.say("breakout.room"))};
    if (runs) {
        links.push_back(network::link(address_of(visit, *place, "/indeling"), visit.say("breakout.plan")));
        links.push_back(network::link(address_of(visit, *place, "/oogst"), visit.say("breakout.plenary")));
    }
    View view;
    set_place(view, visit, *place);
    view.set("standing", standing_in_words(visit, *place))
        .set("rounds", own_rounds(visit, *place))
        .set("links", std::move(links));
    desk::Frame frame = frame_of(visit, *place, visit.say("breakout.tables"));
    frame.visible_for = desk::visible_to_you();
    return desk::show(visit, frame, "breakout_own", std::move(view));
}

web::Response show_room(const Visit& visit) {
    const auto place = visit.read([&](db::Connection& in) { return find_place(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    const bool is_all = web::value_of(visit.request.query, "rondes") == "alle";
    const bool refreshes = web::value_of(visit.request.query, "ververs") == "ja";
    const std::string here = address_of(visit, *place, "/zaal");
    View view;
    set_place(view, visit, *place);
    view.set("standing", standing_in_words(visit, *place))
        .set("rounds", rounds_shown(visit, *place, is_all))
        .set("empty_text", visit.say("breakout.standing.none"))
        .set("empty_href", "")
        .set("empty_label", "")
        .set("links",
             List{network::link(is_all ? here : here + "?rondes=alle",
                                visit.say(is_all ? "breakout.room.this_round" : "breakout.room.all")),
                  network::link(refreshes ? here : here + "?ververs=ja",
                                visit.say(refreshes ? "breakout.room.hold" : "breakout.room.refresh"))});
    desk::Frame frame = frame_of(visit, *place, visit.say("breakout.room"));
    frame.visible_for = visible_to_participants(visit, *place);
    web::Response response = desk::show(visit, frame, "breakout_room", std::move(view));
    if (refreshes) response.with("Refresh", std::string(refresh_seconds));
    return response;
}

}  // namespace kring::breakout
