// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/pages.hpp"

#include <algorithm>

#include "domain/desk/addresses.hpp"
#include "domain/live/may.hpp"
#include "domain/live/page_functions.hpp"
#include "domain/live/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::live {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/bijeenkomsten/{id}/live/scherm", show_screen, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/vragen", post_turn, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/live/vragen/nieuw", new_question, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/vragen/nieuw", post_question, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/live/vragen/bewerken", edit_turn, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/vragen/bewerken", post_edited_turn, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/vragen/stem", post_vote, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/live/regie", show_direction, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/regie", post_direction, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/live/stellingen/nieuw", new_statement, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/stellingen/nieuw", post_new_statement, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/stellingen/{nummer}", post_statement, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/stellingen/{nummer}/stem", post_choice, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/live/pitches/nieuw", new_draw, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/pitches/nieuw", post_draw, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/live/pitches", post_pitch, Rule::signed_in},
    };
}

void add_doors(const desk::Visit& visit, std::string_view id, workshop::Beside& beside) {
    if (!visit.who.is_signed_in()) return;
    visit.read([&](db::Connection& in) {
        const auto workshop = workshop::find(in, id);
        if (!workshop || !may_follow(visit.who, workshop->record) || workshop->is_cancelled()) return;
        const Room room = room_of(in, id);
        const bool is_today = workshop->day == amsterdam_day(visit.when);
        const auto all = statements_of(in, id);
        const bool has_results =
            std::any_of(all.begin(), all.end(), [](const Statement& one) { return one.is_shown; });
        const auto door = [&](std::string_view pattern, std::string_view phrase) {
            return workshop::Door{desk::address(visit, pattern, {id}), visit.say(phrase)};
        };
        const bool is_on = room.is_open || is_today;
        if (is_on) beside.day.push_back(door("/bijeenkomsten/{id}/live", "live.door.page"));
        if (is_on && may_lead(visit.who, workshop->record.network))
            beside.day.push_back(door("/bijeenkomsten/{id}/live/scherm", "live.door.screen"));
        if (may_lead(visit.who, workshop->record.network))
            beside.plan.push_back(door("/bijeenkomsten/{id}/live/regie", "live.door.direction"));
        if (!is_on && (has_results || last_round(in, id)))
            beside.read.push_back(door("/bijeenkomsten/{id}/live", "live.door.results"));
    });
}

}  // namespace kring::live
