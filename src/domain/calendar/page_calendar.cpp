// SPDX-License-Identifier: EUPL-1.2
// The calendar: what is to come, by month, of all networks or of one; and how to subscribe to it.
#include "domain/calendar/page_functions.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::calendar {

namespace {

using desk::Visit;
using html::List;
using html::View;
using network::Network;

constexpr int shown_most = 200;

struct CalendarPage {
    std::vector<Network> networks;
    std::string wanted;  ///< id of the network chosen, "" for all
    std::vector<workshop::Workshop> workshops;

    const Network* find(std::string_view id) const {
        for (const Network& one : networks) {
            if (one.id == id) return &one;
        }
        return nullptr;
    }
    const Network* chosen() const { return find(wanted); }
};

Result<CalendarPage> read_page(db::Connection& in, const Visit& visit) {
    CalendarPage page;
    page.networks = network::all(in, visit.who);
    page.wanted = web::value_of(visit.request.query, "netwerk");
    if (!page.wanted.empty() && !page.chosen())
        return Problem{Trouble::not_found, "problem.not_found", "", {}};
    workshop::Dated dated;
    dated.since = amsterdam_day(visit.when);
    dated.network = page.wanted;
    dated.most = shown_most;
    page.workshops = workshop::dated(in, visit.who, dated, visit.when);
    return page;
}

// "donderdag 14 januari 2027" without its day.
std::string month_in_words(const Visit& visit, const std::string& day) {
    const std::string date = visit.site.phrases.long_date(day, visit.language);
    const auto after_weekday = date.find(' ') + 1;
    return date.substr(date.find(' ', after_weekday) + 1);
}

View row_of(const Visit& visit, const CalendarPage& page, const workshop::Workshop& one) {
    const Network* network = page.find(one.record.network);
    View view;
    set_worded(view, "title", one.title(), visit.language);
    view.set("href", desk::address(visit, "/bijeenkomsten/{id}", {one.record.id}))
        .set("network", network && page.wanted.empty() ? network::name(*network, visit.code()) : "")
        .set("badges", workshop::badges_of(visit, one));
    workshop::set_when_and_where(view, visit, one);
    return view;
}

List months_of(const Visit& visit, const CalendarPage& page) {
    List months;
    List rows;
    std::string current;
    const auto close = [&] {
        if (rows.empty()) return;
        View month;
        month.set("id", "m" + current).set("heading", month_in_words(visit, current + "-01"));
        month.set("rows", std::move(rows));
        months.push_back(std::move(month));
        rows = {};
    };
    for (const workshop::Workshop& one : page.workshops) {
        const std::string month = one.day.substr(0, 7);
        if (month != current) close();
        current = month;
        rows.push_back(row_of(visit, page, one));
    }
    close();
    return months;
}

List choices_of(const Visit& visit, const CalendarPage& page) {
    const std::string address = desk::address(visit, "/agenda");
    List choices;
    const auto add = [&](std::string href, std::string label, bool is_current) {
        View choice = network::link(href, std::move(label));
        choice.set("current", is_current);
        choices.push_back(std::move(choice));
    };
    if (page.networks.size() < 2) return choices;
    add(address, visit.say("calendar.all_networks"), page.wanted.empty());
    for (const Network& one : page.networks) {
        add(address + "?netwerk=" + one.id, network::name(one, visit.code()), one.id == page.wanted);
    }
    return choices;
}

// A closed network has no feed of its own: what a calendar reads, it reads without a session.
std::string feed_of(const Visit& visit, const CalendarPage& page) {
    const Network* chosen = page.chosen();
    if (!chosen) return visit.site.public_address + desk::address(visit, "/agenda.ics");
    if (!chosen->is_open) return "";
    return visit.site.public_address + desk::address(visit, "/netwerken/{netwerk}/agenda.ics", {chosen->id});
}

}  // namespace

web::Response show_calendar(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    desk::Frame frame;
    frame.title = visit.say("menu.calendar");
    frame.section = "agenda";
    frame.crumbs = {{frame.title, ""}};
    frame.description = visit.say("calendar.lead");
    const Network* chosen = page->chosen();
    frame.visible_for = chosen ? network::visible_for(visit, *chosen) : desk::visible_to_everyone();
    View view;
    view.set("months", months_of(visit, *page))
        .set("choices", choices_of(visit, *page))
        .set("feed", feed_of(visit, *page))
        .set("my_href", desk::address(visit, "/mijn/agenda"))
        .set("networks_href", desk::address(visit, "/netwerken"));
    return desk::show(visit, frame, "calendar_show", std::move(view));
}

}  // namespace kring::calendar
