// SPDX-License-Identifier: EUPL-1.2
// The form of a workshop, new and known.
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/page_functions.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::workshop {

namespace {

using desk::Visit;
using network::Network;

/// Where a workshop stands, for its form.
struct Place {
    Network network;
    Series series;
};

Result<Place> find_place(db::Connection& in, const Actor& who, std::string_view series_id) {
    const auto series = find_series(in, series_id);
    if (!series) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    TRY(network, network::find_visible(in, who, series->network));
    return Place{network, *series};
}

Workshop typed_workshop(const Visit& visit) {
    Workshop workshop;
    workshop.record.title = network::typed(visit, "title_nl");
    workshop.title_en = network::typed(visit, "title_en");
    // A word that is no audience becomes one that nobody may choose, which the act refuses.
    workshop.record.audience =
        chain::audience_of(visit.request.field("audience")).value_or(chain::Audience::persons);
    workshop.number = typed_number(visit, "number");
    workshop.day = network::typed(visit, "day");
    workshop.starts = network::typed(visit, "starts");
    workshop.ends = network::typed(visit, "ends");
    workshop.day_note = network::typed_pair(visit, "day_note");
    workshop.place = network::typed(visit, "place");
    workshop.place_note = network::typed_pair(visit, "place_note");
    workshop.about = network::typed_pair(visit, "about");
    return workshop;
}

std::vector<desk::Option> audience_options(const Visit& visit, const Network& network,
                                           chain::Audience current) {
    auto audiences = audiences_for(visit.who, network.id);
    const bool has_current = std::find(audiences.begin(), audiences.end(), current) != audiences.end();
    if (!has_current && current != chain::Audience::persons) audiences.push_back(current);
    std::vector<desk::Option> options;
    for (const chain::Audience audience : audiences) {
        const std::string value(chain::word(audience));
        options.push_back({value, visit.say("audience." + value), ""});
    }
    return options;
}

void add_when(desk::Form& form, const Visit& visit, const Workshop& workshop) {
    form.heading("workshop.form_page.when", visit.say("workshop.form_page.when_hint"));
    form.text("day", "workshop.form_page.day", workshop.day, network::day_field(workshop.day));
    form.text("starts", "workshop.form_page.starts", workshop.starts, network::clock_field(workshop.starts));
    form.text("ends", "workshop.form_page.ends", workshop.ends, network::clock_field(workshop.ends));
    network::add_texts(form, visit, "day_note", "workshop.form_page.day_note", workshop.day_note, false);
}

void add_where(desk::Form& form, const Visit& visit, const Workshop& workshop) {
    desk::Extra place;
    place.is_required = false;
    form.heading("workshop.form_page.where");
    form.text("place", "workshop.form_page.place", workshop.place, place);
    network::add_texts(form, visit, "place_note", "workshop.form_page.place_note", workshop.place_note,
                       false);
}

web::Response show_workshop_form(const Visit& visit, const Place& place, const Workshop& workshop,
                                 const Problems& problems) {
    const bool is_new = workshop.record.id.empty();
    desk::Form form(visit,
                    is_new ? desk::address(visit, "/bijeenkomsten/nieuw")
                           : desk::address(visit, "/bijeenkomsten/{id}/bewerken", {workshop.record.id}),
                    is_new ? "workshop.make" : "network.form.save");
    if (is_new) form.hidden("reeks", place.series.id);
    const std::string number_text = number_shown(visit, "number", workshop.number);
    desk::Extra number = network::number_field(number_text);
    number.is_required = true;
    number.hint = visit.say("workshop.form_page.number_hint");
    network::add_texts(form, visit, "title", "workshop.form_page.title", workshop.title(), true);
    form.text("number", "workshop.form_page.number", number_text, number);
    form.radios("audience", "workshop.form_page.audience", chain::word(workshop.record.audience),
                audience_options(visit, place.network, workshop.record.audience));
    add_when(form, visit, workshop);
    add_where(form, visit, workshop);
    form.heading("workshop.form_page.content");
    network::add_areas(form, visit, "about", "workshop.form_page.about", workshop.about,
                       "workshop.form_page.about_hint");
    form.problems(problems);

    desk::Frame frame;
    frame.title = visit.say(is_new ? "workshop.new" : "workshop.edit");
    frame.crumbs = crumbs_to(visit, place.network, place.series);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visible_to_planners(visit, place.network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

Result<Workshop> find_to_edit(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    auto workshop = find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_plan(visit.who, record.network)) return forbidden();
    if (record.is_withdrawn) return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    return std::move(*workshop);
}

}  // namespace

web::Response new_workshop(const Visit& visit) {
    const std::string_view series = web::value_of(visit.request.query, "reeks");
    const auto place = visit.read([&](db::Connection& in) { return find_place(in, visit.who, series); });
    if (!place) return desk::trouble(visit, place.problems());
    if (!may_plan(visit.who, place->network.id)) return desk::trouble(visit, forbidden());
    Workshop workshop;
    workshop.record.audience = place->network.is_open ? chain::Audience::everyone : chain::Audience::network;
    workshop.number =
        visit.read([&](db::Connection& in) { return next_workshop_number(in, place->series.id); });
    return show_workshop_form(visit, *place, workshop, {});
}

web::Response post_new_workshop(const Visit& visit) {
    Workshop wanted = typed_workshop(visit);
    wanted.series = visit.request.field("reeks");
    const auto made = visit.write([&](const Act& act) { return plan_workshop(act, wanted); });
    if (made) return desk::go(visit, workshop_address(visit, made->record.id), "workshop_planned");
    if (is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    const auto place =
        visit.read([&](db::Connection& in) { return find_place(in, visit.who, wanted.series); });
    return show_workshop_form(visit, *place, wanted, made.problems());
}

web::Response edit_workshop(const Visit& visit) {
    const auto workshop = visit.read([&](db::Connection& in) { return find_to_edit(in, visit); });
    if (!workshop) return desk::trouble(visit, workshop.problems());
    const auto place =
        visit.read([&](db::Connection& in) { return find_place(in, visit.who, workshop->series); });
    return show_workshop_form(visit, *place, *workshop, {});
}

web::Response post_workshop(const Visit& visit) {
    const auto known = visit.read([&](db::Connection& in) { return find_to_edit(in, visit); });
    if (!known) return desk::trouble(visit, known.problems());
    Workshop wanted = typed_workshop(visit);
    wanted.record.id = known->record.id;
    const auto done = visit.write([&](const Act& act) { return change_workshop(act, wanted); });
    if (done) return desk::go(visit, workshop_address(visit, wanted.record.id), "workshop_changed");
    if (is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const auto place =
        visit.read([&](db::Connection& in) { return find_place(in, visit.who, known->series); });
    return show_workshop_form(visit, *place, wanted, done.problems());
}

}  // namespace kring::workshop
