// SPDX-License-Identifier: EUPL-1.2
// Commitments of a workshop with those of the ones before it, of a series, and one's own; and the doors to
// them on the page of a workshop.
#include "domain/chain/audience.hpp"
#include "domain/commitment/commitment_view.hpp"
#include "domain/commitment/may.hpp"
#include "domain/commitment/page_functions.hpp"
#include "domain/commitment/pages.hpp"
#include "domain/commitment/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::commitment {

namespace {

using desk::Visit;
using html::List;
using html::View;

std::string make_address(const Visit& visit, std::string_view workshop) {
    return desk::address(visit, "/bijeenkomsten/{id}/afspraken/nieuw", {workshop});
}

struct WorkshopList {
    Place place;
    std::vector<Commitment> before;
    std::vector<Commitment> here;
};

Result<WorkshopList> read_workshop_list(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit, visit.request.part("id")));
    const std::string& id = place.workshop.record.id;
    return WorkshopList{place, from_before(in, visit.who, id, visit.when),
                        of_workshop(in, visit.who, id, visit.when)};
}

struct SeriesList {
    network::Network network;
    workshop::Series series;
    std::vector<Commitment> here;
};

Result<SeriesList> read_series_list(db::Connection& in, const Visit& visit) {
    TRY(network, network::find_visible(in, visit.who, visit.request.part("netwerk")));
    const auto series = workshop::find_series(in, network.id, workshop::number_part(visit, "nummer"));
    if (!series) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return SeriesList{network, *series, of_series(in, visit.who, series->id, visit.when)};
}

void set_empty(View& view, const Visit& visit, const std::string& make_href) {
    view.set("make_href", make_href)
        .set("empty_text", visit.say("commitment.list.none"))
        .set("empty_href", make_href)
        .set("empty_label", visit.say("commitment.make"));
}

workshop::Door door(std::string href, std::string label) { return {std::move(href), std::move(label)}; }

}  // namespace

web::Response list_of_workshop(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_workshop_list(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const chain::Record& record = page->place.workshop.record;
    desk::Frame frame = frame_of(visit, page->place, visit.say("commitment.list"));
    frame.visible_for =
        visit.read([&](db::Connection& in) { return chain::visible_for(in, record, visit.code()); });
    View view;
    view.set("lead", visit.say("commitment.list.lead"))
        .set("before", rows_of(visit, page->before, true))
        .set("here", rows_of(visit, page->here, true))
        .set("heading", visit.say("commitment.list.here"));
    set_empty(view, visit, may_commit(visit.who, record) ? make_address(visit, record.id) : "");
    return desk::show(visit, frame, "commitment_list", std::move(view));
}

web::Response list_of_series(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_series_list(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    desk::Frame frame;
    frame.title = visit.say("commitment.list");
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, page->network, page->series);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = network::visible_for(visit, page->network);
    View view;
    view.set("lead", visit.say("commitment.list.series_lead"))
        .set("before", List{})
        .set("here", rows_of(visit, page->here, true))
        .set("heading", in_language(page->series.name, visit.language).text);
    set_empty(view, visit, "");
    return desk::show(visit, frame, "commitment_list", std::move(view));
}

List own_commitments(const Visit& visit) {
    return visit.read(
        [&](db::Connection& in) { return rows_of(visit, own(in, visit.who, visit.when), false); });
}

void add_doors(const Visit& visit, std::string_view workshop, workshop::Beside& beside) {
    visit.read([&](db::Connection& in) {
        const auto record = chain::find_readable(in, visit.who, workshop, visit.when);
        if (!record) return;
        if (may_commit(visit.who, *record)) {
            const auto found = workshop::find(in, workshop);
            const bool is_today = found && found->day == amsterdam_day(visit.when);
            auto& doors = is_today ? beside.day : beside.join;
            doors.push_back(door(make_address(visit, workshop), visit.say("commitment.make")));
        }
        const auto before = from_before(in, visit.who, workshop, visit.when).size();
        const auto here = of_workshop(in, visit.who, workshop, visit.when).size();
        if (before + here == 0) return;
        const std::string href = desk::address(visit, "/bijeenkomsten/{id}/afspraken", {workshop});
        beside.read.push_back(
            door(href, before > 0 ? visit.say("commitment.door.before", {{"count", std::to_string(before)}})
                                  : visit.say("commitment.door.here", {{"count", std::to_string(here)}})));
    });
}

}  // namespace kring::commitment
