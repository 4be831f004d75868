// SPDX-License-Identifier: EUPL-1.2
// A workshop made after another one, with its agenda.
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

struct CopyPage {
    Workshop workshop;
    Series series;
    network::Network network;
    Outlined outlined;
    std::vector<Series> choices;
};

Result<CopyPage> read_copy_page(db::Connection& in, const Visit& visit) {
    const std::string_view id = visit.request.part("id");
    TRY(outlined, outline_of_workshop(in, visit.who, id, visit.when));
    const Workshop known = find(in, id).value();
    if (!may_plan(visit.who, known.record.network)) return forbidden();
    const auto network = network::find(in, known.record.network).value();
    return CopyPage{known, find_series(in, known.series).value(), network, std::move(outlined),
                    series_of(in, network.id)};
}

web::Response show_copy_form(const Visit& visit, const CopyPage& page, std::string_view series,
                             const Facts& facts, const Problems& problems) {
    desk::Form form(visit, desk::address(visit, "/bijeenkomsten/{id}/kopie", {page.workshop.record.id}),
                    "workshop.copy.make");
    std::vector<desk::Option> options;
    for (const Series& one : page.choices)
        options.push_back({one.id, in_language(one.name, visit.language).text, ""});
    desk::Extra place;
    place.is_required = false;
    desk::Extra into;
    into.hint = visit.say("workshop.copy.explained");
    form.select("series", "workshop.copy.series", series, options, into);
    network::add_texts(form, visit, "title", "workshop.form_page.title", facts.title, true);
    form.text("day", "workshop.form_page.day", facts.day, network::day_field(facts.day))
        .text("starts", "workshop.form_page.starts", facts.starts, network::clock_field(facts.starts))
        .text("ends", "workshop.form_page.ends", facts.ends, network::clock_field(facts.ends))
        .text("place", "workshop.form_page.place", facts.place, place)
        .problems(problems);
    desk::Frame frame;
    frame.title = visit.say("workshop.copy");
    frame.section = "netwerken";
    frame.crumbs = crumbs_to(visit, page.network, page.series);
    frame.crumbs.push_back(crumb_of(visit, page.workshop, false));
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visible_to_planners(visit, page.network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

}  // namespace

web::Response new_copy(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_copy_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Workshop& known = page->outlined.workshop;
    return show_copy_form(visit, *page, page->series.id,
                          {known.title(), "", known.starts, known.ends, known.place}, {});
}

web::Response post_copy(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const std::string series = network::typed(visit, "series");
    const Facts facts{network::typed_pair(visit, "title"), network::typed(visit, "day"),
                      network::typed(visit, "starts"), network::typed(visit, "ends"),
                      network::typed(visit, "place")};
    const auto made = visit.write([&](const Act& act) { return copy_workshop(act, id, series, facts); });
    if (made) return desk::go(visit, workshop_address(visit, made->record.id), "workshop_planned");
    if (is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    const auto page = visit.read([&](db::Connection& in) { return read_copy_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_copy_form(visit, *page, series, facts, made.problems());
}

}  // namespace kring::workshop
