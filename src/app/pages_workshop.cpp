// SPDX-License-Identifier: EUPL-1.2
// Where the rooms meet: a workshop's own page, with the doors of every room that has something to do there;
// and "Vandaag", the doors for the day itself of what is held today.
#include <array>

#include "app/pages.hpp"
#include "domain/attendance/pages.hpp"
#include "domain/breakout/pages.hpp"
#include "domain/chain/audience.hpp"
#include "domain/commitment/pages.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"
#include "domain/evaluation/pages.hpp"
#include "domain/live/pages.hpp"
#include "domain/network/network_view.hpp"
#include "domain/preparation/pages.hpp"
#include "domain/registration/pages.hpp"
#include "domain/report/pages.hpp"
#include "domain/speaker/pages.hpp"
#include "domain/topic/pages.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_page.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::app {

namespace {

using desk::Visit;
using html::List;
using html::View;

// A room that has something on the page of a workshop adds a line. Doors stand in this order.
constexpr std::array door_sources = {
    registration::add_doors,  //
    topic::add_doors,         //
    preparation::add_doors,   //
    speaker::add_doors,       //
    attendance::add_doors,    //
    live::add_doors,          //
    breakout::add_doors,      //
    commitment::add_doors,    //
    evaluation::add_doors,    //
    report::add_doors,        //
};

void add_all_doors(const Visit& visit, std::string_view id, workshop::Beside& beside) {
    for (const workshop::DoorSource add : door_sources) add(visit, id, beside);
}

workshop::Beside doors_of(const Visit& visit, std::string_view id) {
    workshop::Beside beside;
    add_all_doors(visit, id, beside);
    return beside;
}

web::Response show_live(const Visit& visit) { return live::show_live(visit, add_all_doors); }

web::Response show_workshop(const Visit& visit) {
    const std::string_view id = visit.request.part("id");
    const bool is_open = visit.read([&](db::Connection& in) -> bool {
        const auto record = chain::find_readable(in, visit.who, id, visit.when);
        return record && record->kind == chain::Kind::workshop && !record->is_withdrawn;
    });
    return workshop::show_workshop(visit, is_open ? doors_of(visit, id) : workshop::Beside{});
}

std::vector<workshop::Workshop> held_today(const Visit& visit) {
    workshop::Dated dated;
    dated.since = amsterdam_day(visit.when);
    dated.of_own = true;
    std::vector<workshop::Workshop> held;
    for (workshop::Workshop& one :
         visit.read([&](db::Connection& in) { return workshop::dated(in, visit.who, dated, visit.when); })) {
        if (one.day == dated.since && !one.is_cancelled()) held.push_back(std::move(one));
    }
    return held;
}

View today_of(const Visit& visit, const workshop::Workshop& one) {
    const std::string& id = one.record.id;
    View view;
    set_worded(view, "title", one.title(), visit.language);
    workshop::set_when_and_where(view, visit, one);
    List doors;
    for (const workshop::Door& door : doors_of(visit, id).day)
        doors.push_back(network::link(door.href, door.label));
    view.set("id", id)
        .set("href", desk::address(visit, "/bijeenkomsten/{id}", {id}))
        .set("doors", std::move(doors));
    return view;
}

web::Response show_today(const Visit& visit) {
    List workshops;
    for (const workshop::Workshop& one : held_today(visit)) workshops.push_back(today_of(visit, one));
    desk::Frame frame;
    frame.title = visit.say("today.title");
    frame.section = "agenda";
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_you();
    View view;
    view.set("workshops", std::move(workshops)).set("calendar_href", desk::address(visit, "/agenda"));
    return desk::show(visit, frame, "today", std::move(view));
}

}  // namespace

std::vector<desk::Route> workshop_routes() {
    return {{web::Method::get, "/bijeenkomsten/{id}", show_workshop, desk::Rule::everyone},
            {web::Method::get, "/vandaag", show_today, desk::Rule::signed_in},
            {web::Method::get, "/bijeenkomsten/{id}/live", show_live, desk::Rule::signed_in}};
}

}  // namespace kring::app
