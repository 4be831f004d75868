// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/registration_view.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/registration/may.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::registration {

using desk::Visit;

Result<Place> find_place(db::Connection& in, const Visit& visit, std::string_view id) {
    TRY(record, chain::find_readable(in, visit.who, id, visit.when));
    const auto workshop = workshop::find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return Place{*workshop, workshop::find_series(in, workshop->series).value(),
                 network::find(in, record.network).value(), find_terms(in, record.id), tally(in, record.id)};
}

Own find_own(db::Connection& in, const Visit& visit, const Place& place) {
    Own own;
    own.registration = find(in, place.workshop.record.id, visit.who.person);
    if (!own.registration) return own;
    if (own.registration->state == State::waiting) own.position = position_of(in, *own.registration);
    own.needs = needs_of(in, own.registration->id);
    return own;
}

State state_now(const Registration& one, const Place& place, Time when) {
    if (one.state != State::offered) return one.state;
    const bool is_over = *one.offered_until <= when || has_begun(place.workshop, when);
    return is_over ? State::expired : State::offered;
}

bool can_register(const Visit& visit, const Place& place) {
    const std::string& network = place.network.id;
    if (!place.terms || place.workshop.record.is_withdrawn || !may_register(visit.who, network)) return false;
    if (place.workshop.is_cancelled() || has_begun(place.workshop, visit.when)) return false;
    return place.terms->is_open || may_run(visit.who, network);
}

desk::Frame frame_of(const Visit& visit, const Place& place, std::string title) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, place.network, place.series);
    frame.crumbs.push_back(workshop::crumb_of(visit, place.workshop, false));
    frame.crumbs.push_back({frame.title, ""});
    return frame;
}

void set_place(html::View& view, const Visit& visit, const Place& place) {
    set_worded(view, "workshop", place.workshop.title(), visit.language);
    workshop::set_when_and_where(view, visit, place.workshop);
    view.set("workshop_href", workshop::workshop_address(visit, place.workshop.record.id));
}

std::vector<desk::Option> pool_options(const Visit& visit, const Place& place, bool says_free) {
    std::vector<desk::Option> options;
    for (const Pool pool : pools) {
        if (!place.terms || place.terms->places(pool) == 0) continue;
        const std::string name(word(pool));
        options.push_back({name, visit.say("registration.pool." + name),
                           says_free ? free_in_words(visit, place, pool) : ""});
    }
    return options;
}

std::string place_address(const Visit& visit, const Place& place) {
    return desk::address(visit, "/bijeenkomsten/{id}/inschrijven", {place.workshop.record.id});
}

std::string registrations_address(const Visit& visit, const Place& place) {
    return desk::address(visit, "/bijeenkomsten/{id}/inschrijvingen", {place.workshop.record.id});
}

std::string free_in_words(const Visit& visit, const Place& place, Pool pool) {
    const std::int64_t waiting = place.tally.of(pool, State::waiting);
    const std::int64_t free = place.terms->places(pool) - place.tally.held(pool);
    if (free > 0) return visit.say("registration.free", {{"count", std::to_string(free)}});
    return visit.say("registration.full", {{"count", std::to_string(waiting)}});
}

void add_needs(desk::Form& form, const Visit& visit, const Place& place, const Needs& needs) {
    const std::string day = needs_deleted_on(place.workshop);
    form.heading("registration.needs",
                 visit.say("registration.needs.promise",
                           {{"day", day.empty() ? "" : visit.site.phrases.long_date(day, visit.language)}}));
    desk::Extra extra;
    extra.is_required = false;
    extra.rows = 2;
    extra.hint = visit.say("registration.needs.diet_hint");
    form.area("diet", "registration.needs.diet", needs.diet, extra);
    extra.hint = visit.say("registration.needs.access_hint");
    form.area("access", "registration.needs.access", needs.access, extra);
}

Needs typed_needs(const Visit& visit) {
    return {network::typed(visit, "diet"), network::typed(visit, "access")};
}

}  // namespace kring::registration
