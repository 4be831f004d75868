// SPDX-License-Identifier: EUPL-1.2
// Opening, closing, and how many places there are.
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/registration/acts.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/page_functions.hpp"
#include "domain/registration/registration_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"

namespace kring::registration {

namespace {

using desk::Visit;

Result<Place> find_place_to_run(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit, visit.request.part("id")));
    if (!may_run(visit.who, place.network.id)) return workshop::forbidden();
    if (place.workshop.record.is_withdrawn)
        return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    return std::move(place);
}

/// The form as it stands, typed or kept.
struct Typed {
    bool is_open = true;
    std::string room;
    std::string online = "0";
    std::string most;
};

Typed kept(const std::optional<Terms>& terms) {
    if (!terms) return {};
    return {terms->is_open, std::to_string(terms->room_places), std::to_string(terms->online_places),
            terms->organisation_most ? std::to_string(*terms->organisation_most) : ""};
}

Typed typed(const Visit& visit) {
    return {visit.request.field("is_open") == "yes", network::typed(visit, "room_places"),
            network::typed(visit, "online_places"), network::typed(visit, "organisation_most")};
}

// A number that is none becomes one that problems_of refuses.
std::int64_t number_of(std::string_view text) {
    std::int64_t number = -1;
    read_number(text, 0, 1000000, number);
    return number;
}

Terms terms_of(const Typed& given, std::string_view workshop) {
    Terms terms;
    terms.workshop = workshop;
    terms.is_open = given.is_open;
    terms.room_places = given.room.empty() ? 0 : number_of(given.room);
    terms.online_places = given.online.empty() ? 0 : number_of(given.online);
    if (!given.most.empty()) terms.organisation_most = number_of(given.most);
    return terms;
}

void add_number(desk::Form& form, const Visit& visit, std::string_view name, const std::string& value) {
    desk::Extra extra = network::number_field(value);
    extra.hint = visit.say("registration.terms." + std::string(name) + "_hint");
    form.text(name, "registration.terms." + std::string(name), value, extra);
}

web::Response show_terms(const Visit& visit, const Place& place, const Typed& given,
                         const Problems& problems) {
    desk::Form form(
        visit,
        desk::address(visit, "/bijeenkomsten/{id}/inschrijvingen/bewerken", {place.workshop.record.id}),
        "network.form.save");
    desk::Extra open;
    open.hint = visit.say("registration.terms.is_open_hint");
    form.checkbox("is_open", "registration.terms.is_open", given.is_open, open);
    add_number(form, visit, "room_places", given.room);
    add_number(form, visit, "online_places", given.online);
    add_number(form, visit, "organisation_most", given.most);
    form.problems(problems);
    desk::Frame frame = frame_of(visit, place, visit.say("registration.terms"));
    frame.visible_for = workshop::visible_to_planners(visit, place.network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

}  // namespace

web::Response edit_terms(const Visit& visit) {
    const auto place = visit.read([&](db::Connection& in) { return find_place_to_run(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    return show_terms(visit, *place, kept(place->terms), {});
}

web::Response post_terms(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const Typed given = typed(visit);
    const auto done =
        visit.write([&](const Act& act) { return set_terms(act, visit.site, terms_of(given, id)); });
    if (done)
        return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/inschrijvingen", {id}), "terms_set");
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const auto place = visit.read([&](db::Connection& in) { return find_place_to_run(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    return show_terms(visit, *place, given, done.problems());
}

}  // namespace kring::registration
