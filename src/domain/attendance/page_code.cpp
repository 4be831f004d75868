// SPDX-License-Identifier: EUPL-1.2
// Check-in codes: one's own, the room's on a screen, and the page that takes them. A code stands behind
// the # of an address and travels in the body of a form: never in a path, a query or a log.
#include "domain/attendance/acts.hpp"
#include "domain/attendance/attendance.hpp"
#include "domain/attendance/attendance_view.hpp"
#include "domain/attendance/code.hpp"
#include "domain/attendance/may.hpp"
#include "domain/attendance/page_functions.hpp"
#include "domain/attendance/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::attendance {

namespace {

using desk::Visit;
using html::View;

struct CodePage {
    Place place;
    std::string code;  // "" while there is none
    bool is_present = false;
};

Result<CodePage> read_own_code(db::Connection& in, const Visit& visit) {
    TRY(place, registration::find_place(in, visit, visit.request.part("id")));
    const std::string& id = place.workshop.record.id;
    if (!may_check_in(in, visit.who.person, id)) return workshop::forbidden();
    CodePage page{place, "", find(in, id, visit.who.person).has_value()};
    const std::string key = find_key(in);
    const bool is_over = place.workshop.day.empty() || place.workshop.day < amsterdam_day(visit.when);
    if (!key.empty() && !is_over && !place.workshop.is_cancelled())
        page.code = own_code(key, id, visit.who.person);
    return page;
}

Result<CodePage> read_room_code(db::Connection& in, const Visit& visit) {
    TRY(place, find_place_to_run(in, visit));
    CodePage page{place, "", false};
    const std::string key = find_key(in);
    if (!key.empty() && is_on(place.workshop, visit.when) && !place.workshop.is_cancelled())
        page.code = room_code(key, place.workshop.record.id, visit.when);
    return page;
}

View view_of(const Visit& visit, const CodePage& page, std::string_view lead, std::string_view none) {
    View view;
    registration::set_place(view, visit, page.place);
    view.set("has_code", !page.code.empty())
        .set("text", visit.say(page.code.empty() ? none : lead))
        .set("is_present", page.is_present)
        .set("code", "");
    if (!page.code.empty()) set_code(view, visit, page.code);
    return view;
}

web::Response show_form(const Visit& visit, std::string_view typed, const Problems& problems) {
    desk::Extra extra;
    extra.hint = visit.say("attendance.check_in.hint");
    extra.autocomplete = "off";
    desk::Form form(visit, desk::address(visit, "/i"), "attendance.check_in.submit");
    form.text("code", "attendance.check_in.code", typed, extra).problems(problems);
    View view;
    view.set("form", form.view()).set("script", visit.site.asset("attendance.js"));
    desk::Frame frame;
    frame.title = visit.say("attendance.check_in");
    frame.section = "agenda";
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "attendance_check_in", std::move(view),
                      network::status_of_form(problems));
}

}  // namespace

web::Response show_own_code(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_own_code(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    desk::Frame frame = registration::frame_of(visit, page->place, visit.say("attendance.own_code"));
    frame.visible_for = desk::visible_to_you();
    return desk::show(visit, frame, "attendance_code",
                      view_of(visit, *page, "attendance.own_code.text", "attendance.own_code.none"));
}

web::Response show_room_code(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_room_code(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const desk::Frame frame = frame_to_run(visit, page->place, visit.say("attendance.room_code"));
    auto response =
        desk::show(visit, frame, "attendance_code",
                   view_of(visit, *page, "attendance.room_code.text", "attendance.room_code.none"));
    // The screen asks for the next one by itself, just after this one ends.
    if (!page->code.empty())
        response.with("Refresh", std::to_string(room_code_ends_in(visit.when) / second_ms + 1));
    return response;
}

web::Response show_check_in(const Visit& visit) { return show_form(visit, "", {}); }

web::Response post_check_in(const Visit& visit) {
    const std::string typed = network::typed(visit, "code");
    const auto done = visit.write([&](const Act& act) { return check_in(act, typed); });
    if (!done) return show_form(visit, typed.size() <= 40 ? typed : "", done.problems());
    if (done->is_own)
        return desk::go(visit, workshop::workshop_address(visit, done->workshop), "attendance_checked_in");
    return desk::go(visit, attendance_address(visit, done->workshop) + "#p-" + done->person,
                    "attendance_noted");
}

}  // namespace kring::attendance
