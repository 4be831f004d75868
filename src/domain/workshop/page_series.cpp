// SPDX-License-Identifier: EUPL-1.2
// A series: how far it has come, and its form.
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
using html::List;
using html::View;
using network::Network;

std::string edit_address(const Visit& visit, const Series& series) {
    return desk::address(visit, "/netwerken/{netwerk}/reeksen/{nummer}/bewerken",
                         {series.network, std::to_string(series.number)});
}

struct SeriesPage {
    Network network;
    Series series;
    std::vector<Workshop> workshops;
};

Result<SeriesPage> read_series_page(db::Connection& in, const Visit& visit) {
    TRY(network, network::find_visible(in, visit.who, visit.request.part("netwerk")));
    const auto series = find_series(in, network.id, number_part(visit, "nummer"));
    if (!series) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return SeriesPage{network, *series, of_series(in, visit.who, series->id, visit.when)};
}

View workshop_row(const Visit& visit, const Workshop& workshop) {
    const Worded about = in_language(workshop.about, visit.language);
    View view;
    set_worded(view, "title", workshop.title(), visit.language);
    view.set("href", workshop_address(visit, workshop.record.id))
        .set("number", workshop.number)
        .set("lead", split_lead(about.text).first)
        .set("lead_language", about.language == visit.code() ? "" : about.language)
        .set("badges", badges_of(visit, workshop));
    set_when_and_where(view, visit, workshop);
    return view;
}

View series_page_view(const Visit& visit, const SeriesPage& page) {
    const Series& series = page.series;
    const std::string new_workshop_href =
        desk::address(visit, "/bijeenkomsten/nieuw") + "?reeks=" + series.id;
    const bool plans = may_plan(visit.who, page.network.id);
    List rows;
    for (const Workshop& workshop : page.workshops) rows.push_back(workshop_row(visit, workshop));
    View view;
    set_worded(view, "name", series.name, visit.language);
    set_prose(view, "about", series.about, visit.language, 2);
    view.set("period", network::period_in_words(visit, series.starts, series.ends))
        .set("steps", steps_of(visit, page.workshops, ""))
        .set("workshops", std::move(rows))
        .set("may_plan", plans)
        .set("new_workshop_href", new_workshop_href)
        .set("edit_href", edit_address(visit, series))
        .set("topics_href", visit.who.is_member(page.network.id)
                                ? desk::address(visit, "/netwerken/{netwerk}/reeksen/{nummer}/onderwerpen",
                                                {page.network.id, std::to_string(series.number)})
                                : "")
        .set("messages_href", plans ? desk::address(visit, "/netwerken/{netwerk}/reeksen/{nummer}/berichten",
                                                    {page.network.id, std::to_string(series.number)})
                                    : "")
        .set("commitments_href", visit.who.is_member(page.network.id)
                                     ? desk::address(visit, "/netwerken/{netwerk}/reeksen/{nummer}/afspraken",
                                                     {series.network, std::to_string(series.number)})
                                     : "")
        .set("empty_text", visit.say("workshop.series.no_workshops"))
        .set("empty_href", plans ? new_workshop_href : "")
        .set("empty_label", visit.say("workshop.series.first_workshop"));
    return view;
}

Series typed_series(const Visit& visit, std::string_view id, std::string_view network) {
    Series series;
    series.id = id;
    series.network = network;
    series.number = typed_number(visit, "number");
    series.name = network::typed_pair(visit, "name");
    series.starts = network::typed(visit, "starts");
    series.ends = network::typed(visit, "ends");
    series.about = network::typed_pair(visit, "about");
    return series;
}

web::Response show_series_form(const Visit& visit, const Network& network, const Series& series,
                               const std::string& action, const Problems& problems) {
    const bool is_new = series.id.empty();
    desk::Form form(visit, action, is_new ? "workshop.series.make" : "network.form.save");
    network::add_texts(form, visit, "name", "network.form.name", series.name, true);
    const std::string number_text = number_shown(visit, "number", series.number);
    desk::Extra number = network::number_field(number_text);
    number.is_required = true;
    number.hint = visit.say("workshop.series.number_hint");
    form.text("number", "workshop.series.number", number_text, number);
    network::add_days(form, series.starts, series.ends);
    network::add_areas(form, visit, "about", "workshop.series.about", series.about, "network.form.markdown");
    form.problems(problems);
    desk::Frame frame;
    frame.title = visit.say(is_new ? "workshop.series.new" : "workshop.series.edit");
    frame.crumbs = network::crumbs_to(visit, network);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visible_to_planners(visit, network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

}  // namespace

web::Response show_series(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_series_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    desk::Frame frame;
    frame.title = in_language(page->series.name, visit.language).text;
    frame.section = "netwerken";
    frame.crumbs = crumbs_to(visit, page->network, page->series, true);
    frame.visible_for = network::visible_for(visit, page->network);
    return desk::show(visit, frame, "workshop_series", series_page_view(visit, *page));
}

web::Response new_series(const Visit& visit) {
    const auto network = visit.read([&](db::Connection& in) {
        return network::find_visible(in, visit.who, visit.request.part("netwerk"));
    });
    if (!network) return desk::trouble(visit, network.problems());
    if (!may_plan(visit.who, network->id)) return desk::trouble(visit, forbidden());
    Series series;
    series.number = visit.read([&](db::Connection& in) { return next_series_number(in, network->id); });
    const std::string action = desk::address(visit, "/netwerken/{netwerk}/reeksen/nieuw", {network->id});
    return show_series_form(visit, *network, series, action, {});
}

web::Response post_new_series(const Visit& visit) {
    const Series wanted = typed_series(visit, "", visit.request.part("netwerk"));
    const auto made = visit.write([&](const Act& act) { return make_series(act, wanted); });
    if (made) return desk::go(visit, series_address(visit, *made), "series_made");
    if (is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    const auto network = visit.read([&](db::Connection& in) { return network::find(in, wanted.network); });
    const std::string action = desk::address(visit, "/netwerken/{netwerk}/reeksen/nieuw", {wanted.network});
    return show_series_form(visit, network.value(), wanted, action, made.problems());
}

web::Response edit_series(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_series_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    if (!may_plan(visit.who, page->network.id)) return desk::trouble(visit, forbidden());
    return show_series_form(visit, page->network, page->series, edit_address(visit, page->series), {});
}

web::Response post_series(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_series_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Series wanted = typed_series(visit, page->series.id, page->network.id);
    const auto done = visit.write([&](const Act& act) { return change_series(act, wanted); });
    if (done) return desk::go(visit, series_address(visit, wanted), "series_changed");
    if (is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_series_form(visit, page->network, wanted, edit_address(visit, page->series), done.problems());
}

}  // namespace kring::workshop
