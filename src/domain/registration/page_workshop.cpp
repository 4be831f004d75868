// SPDX-License-Identifier: EUPL-1.2
// The visitor's place on a workshop's own page, and all their places for "Mijn Kring".
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/page_functions.hpp"
#include "domain/registration/pages.hpp"
#include "domain/registration/registration_view.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_page.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::registration {

namespace {

using desk::Visit;
using html::List;
using html::View;

View line(std::string text) {
    View view;
    view.set("text", std::move(text));
    return view;
}

std::string state_in_words(const Visit& visit, const Registration& one, State state, std::int64_t position) {
    const bool has_until = state == State::offered;
    return visit.say(
        "registration.panel." + std::string(word(state)),
        {{"pool", visit.say("registration.pool." + std::string(word(one.pool)))},
         {"position", std::to_string(position)},
         {"until", has_until ? visit.site.phrases.moment(*one.offered_until, visit.language) : ""}});
}

List places_left(const Visit& visit, const Place& place) {
    List lines;
    for (const Pool pool : pools) {
        if (place.terms->places(pool) == 0) continue;
        lines.push_back(line(visit.say("registration.pool." + std::string(word(pool))) + ": " +
                             free_in_words(visit, place, pool)));
    }
    return lines;
}

View panel(const Visit& visit, const Place& place, List lines, std::string_view label) {
    View view;
    view.set("title", visit.say("registration.panel.title"))
        .set("lines", std::move(lines))
        .set("href", label.empty() ? "" : place_address(visit, place))
        .set("label", label.empty() ? "" : visit.say(label));
    return view;
}

// Readers who are not signed in are told that one can register; others what is theirs to do.
View panel_of(const Visit& visit, const Place& place, const Own& own) {
    const bool is_over = has_begun(place.workshop, visit.when);
    if (!place.terms || place.workshop.record.is_withdrawn || place.workshop.is_cancelled()) return {};
    if (!visit.who.is_signed_in()) {
        if (is_over || !place.terms->is_open) return {};
        return panel(visit, place, {line(visit.say("registration.panel.members"))}, "registration.go");
    }
    if (!may_register(visit.who, place.network.id)) return {};
    const bool can = can_register(visit, place);
    List lines;
    if (own.registration) {
        const State state = state_now(*own.registration, place, visit.when);
        lines.push_back(line(state_in_words(visit, *own.registration, state, own.position)));
        if (is_active(state))
            return panel(visit, place, std::move(lines),
                         state == State::offered ? "registration.answer" : "registration.see");
    }
    if (can) {
        for (View& one : places_left(visit, place)) lines.push_back(std::move(one));
    } else if (!is_over) {
        lines.push_back(line(visit.say("registration.panel.closed")));
    }
    if (lines.empty()) return {};
    return panel(visit, place, std::move(lines), can ? "registration.go" : "");
}

}  // namespace

void add_doors(const Visit& visit, std::string_view workshop, workshop::Beside& beside) {
    beside.registration = visit.read([&](db::Connection& in) {
        const auto place = find_place(in, visit, workshop);
        return place ? panel_of(visit, *place, find_own(in, visit, *place)) : View();
    });
}

html::List own_registrations(const Visit& visit) {
    List rows;
    visit.read([&](db::Connection& in) {
        for (const Registration& one : active_of(in, visit.who.person)) {
            const auto record = chain::find_readable(in, visit.who, one.workshop, visit.when);
            if (!record || record->is_withdrawn) continue;
            Place place;
            place.workshop = workshop::find(in, one.workshop).value();
            if (has_begun(place.workshop, visit.when)) continue;
            View row;
            set_worded(row, "title", place.workshop.title(), visit.language);
            const std::int64_t position = one.state == State::waiting ? position_of(in, one) : 0;
            const bool is_off = place.workshop.is_cancelled();
            row.set("href", place_address(visit, place))
                .set("when", workshop::moment_in_words(visit.site.phrases, visit.language, place.workshop))
                .set("state", is_off
                                  ? visit.say("workshop.cancelled.badge")
                                  : state_in_words(visit, one, state_now(one, place, visit.when), position));
            rows.push_back(std::move(row));
        }
    });
    return rows;
}

}  // namespace kring::registration
