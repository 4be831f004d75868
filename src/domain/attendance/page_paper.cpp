// SPDX-License-Identifier: EUPL-1.2
// The attendance list and the badges on paper, and the list as a file for a spreadsheet.
#include "domain/attendance/acts.hpp"
#include "domain/attendance/attendance_view.hpp"
#include "domain/attendance/page_functions.hpp"
#include "domain/attendance/paper.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::attendance {

namespace {

using desk::Visit;
using html::List;
using html::View;

constexpr std::string_view list_file = "presentielijst.pdf";
constexpr std::string_view badges_file = "naambadges.pdf";
constexpr std::string_view csv_file = "aanwezigheid.csv";
constexpr std::string_view ods_file = "aanwezigheid.ods";

std::string_view file_of(Kind kind) { return kind == Kind::list ? list_file : badges_file; }

struct PaperPage {
    Place place;
    std::vector<Listed> all;
    std::optional<SheetState> sheets[2];
};

Result<PaperPage> read_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place_to_run(in, visit));
    PaperPage page{place, listed(in, place.workshop.record.id), {}};
    for (const Kind kind : kinds)
        page.sheets[static_cast<std::size_t>(kind)] =
            find_sheet(in, place.workshop.record.id, kind, visit.code());
    return page;
}

std::string file_address(const Visit& visit, std::string_view id, std::string_view file) {
    return desk::address(visit, "/bijeenkomsten/{id}/aanwezigheid/papier/{bestand}", {id, file});
}

// How printing stands, in words; is_printed tells whether there is something to fetch.
View sheet_view(const Visit& visit, const PaperPage& page, Kind kind) {
    const auto& state = page.sheets[static_cast<std::size_t>(kind)];
    const std::string name(word(kind));
    std::string standing = "none";
    if (state) standing = state->is_printed ? "printed" : state->has_failed ? "failed" : "waiting";
    const std::string asked = state ? visit.site.phrases.moment(state->asked_at, visit.language) : "";
    View view;
    view.set("kind", name)
        .set("label", visit.say("attendance.paper." + name))
        .set("about", visit.say("attendance.paper." + name + ".about"))
        .set("standing", visit.say("attendance.paper." + standing, {{"asked", asked}}))
        .set("is_printed", standing == "printed")
        .set("href", file_address(visit, page.place.workshop.record.id, file_of(kind)))
        .set("submit", visit.say(state ? "attendance.paper.again" : "attendance.paper.make"))
        .set("has_codes", kind == Kind::badges);
    return view;
}

web::Response file(const Visit& visit, const PaperPage& page, std::string_view name) {
    const auto table = table_of(visit.site, visit.language, page.all);
    if (name == csv_file) return web::bytes(sheet::csv(table), sheet::csv_type, csv_file);
    if (name == ods_file)
        return web::bytes(sheet::ods(table, amsterdam_day(visit.when)), sheet::ods_type, ods_file);
    for (const Kind kind : kinds) {
        const auto& state = page.sheets[static_cast<std::size_t>(kind)];
        if (name != file_of(kind) || !state || !state->is_printed) continue;
        return web::bytes(visit.read([&](db::Connection& in) { return sheet_bytes(in, state->id); }),
                          "application/pdf", name);
    }
    return desk::not_found(visit);
}

}  // namespace

web::Response show_paper(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const std::string& id = page->place.workshop.record.id;
    List sheets;
    bool is_waiting = false;
    for (const Kind kind : kinds) {
        const auto& state = page->sheets[static_cast<std::size_t>(kind)];
        is_waiting = is_waiting || (state && !state->is_printed && !state->has_failed);
        sheets.push_back(sheet_view(visit, *page, kind));
    }
    View view;
    registration::set_place(view, visit, page->place);
    view.set("sheets", std::move(sheets))
        .set("action", attendance_address(visit, id, "/papier"))
        .set("csv_href", file_address(visit, id, csv_file))
        .set("ods_href", file_address(visit, id, ods_file))
        .set("attendance_href", attendance_address(visit, id));
    auto response = desk::show(visit, frame_to_run(visit, page->place, visit.say("attendance.paper")),
                               "attendance_paper", std::move(view));
    if (is_waiting) response.with("Refresh", "4");
    return response;
}

web::Response post_paper(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto kind = kind_of(visit.request.field("kind"));
    if (!kind) return desk::trouble(visit, {{Trouble::invalid, "problem.choice", "kind", {}}});
    const Order order{*kind, std::string(visit.code()), visit.request.field("with_codes") == "yes"};
    const auto done = visit.write([&](const Act& act) { return order_sheet(act, id, order); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, attendance_address(visit, id, "/papier"));
}

web::Response send_file(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return file(visit, *page, visit.request.part("bestand"));
}

}  // namespace kring::attendance
