// SPDX-License-Identifier: EUPL-1.2
// Ticking who is there, on a phone: one button a person, or several at once; who walks in; guests.
#include "domain/attendance/acts.hpp"
#include "domain/attendance/attendance_view.hpp"
#include "domain/attendance/page_functions.hpp"
#include "domain/attendance/paper.hpp"
#include "domain/attendance/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::attendance {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct ListPage {
    Place place;
    std::vector<Listed> all;
    std::vector<Listed> others;

    bool is_noted() const { return !place.workshop.record.is_withdrawn && !place.workshop.is_cancelled(); }
};

// What was typed in one of the forms that come back, and what is wrong with it.
struct Typed {
    std::string person;
    std::string pool = "room";
    Guest guest;
    Problems walk_in;
    Problems about_guest;
};

Result<ListPage> read_page(const Visit& visit) {
    return visit.read([&](db::Connection& in) -> Result<ListPage> {
        TRY(place, find_place_to_run(in, visit));
        const std::string& id = place.workshop.record.id;
        return ListPage{place, listed(in, id), other_members(in, id, place.network.id)};
    });
}

std::string clock(const Visit& visit, std::string_view clock) {
    return workshop::clock_in_words(visit, clock);
}

std::string standing(const Visit& visit, const Listed& one) {
    const auto& noted = one.attendance;
    if (!noted) return "";
    const std::string key = noted->left_at.empty() ? "attendance.since" : "attendance.left";
    return visit.say(key, {{"came", clock(visit, amsterdam_clock(noted->came_at))},
                           {"left", clock(visit, noted->left_at)}});
}

View row_of(const Visit& visit, const Listed& one) {
    const auto& noted = one.attendance;
    const std::string& key = noted ? noted->id : one.person;
    const bool is_online = one.pool == Pool::online;
    std::string about = one.organisation;
    const std::string side = side_in_words(visit.site.phrases, visit.language, one.side);
    for (const std::string& part : {side, is_online ? visit.say("registration.pool.online") : std::string()})
        if (!part.empty()) about += (about.empty() ? "" : " · ") + part;
    View view;
    view.set("anchor", one.person.empty() ? key : one.person)
        .set("key", key)
        .set("name", one.name)
        .set("about", about)
        .set("standing", standing(visit, one))
        .set("is_present", noted.has_value())
        .set("has_left", noted && !noted->left_at.empty())
        .set("clock", amsterdam_clock(visit.when));
    return view;
}

List rows_of(const Visit& visit, const ListPage& page, bool is_expected) {
    List rows;
    for (const Listed& one : page.all) {
        if (one.is_expected == is_expected) rows.push_back(row_of(visit, one));
    }
    return rows;
}

View walk_in_form(const Visit& visit, const ListPage& page, const Typed& typed) {
    std::vector<desk::Option> people = {{"", visit.say("attendance.walk_in.choose"), ""}};
    for (const Listed& one : page.others)
        people.push_back(
            {one.person, one.name + (one.organisation.empty() ? "" : ", " + one.organisation), ""});
    desk::Form form(visit, attendance_address(visit, page.place.workshop.record.id, "/nieuw"),
                    "attendance.walk_in.submit");
    form.select("person", "attendance.walk_in.person", typed.person, people)
        .radios("pool", "attendance.where", typed.pool,
                {{"room", visit.say("registration.pool.room"), ""},
                 {"online", visit.say("registration.pool.online"), ""}})
        .problems(typed.walk_in);
    return form.view();
}

View guest_form(const Visit& visit, const ListPage& page, const Typed& typed) {
    const std::string key = typed.guest.key.empty() ? new_id(visit.when) : typed.guest.key;
    desk::Extra optional;
    optional.is_required = false;
    desk::Form form(visit, attendance_address(visit, page.place.workshop.record.id, "/gasten"),
                    "attendance.guest.submit");
    form.hidden("key", key)
        .text("guest_name", "attendance.guest.name", typed.guest.name)
        .text("guest_organisation", "attendance.guest.organisation", typed.guest.organisation, optional)
        .radios("guest_pool", "attendance.where", typed.guest.pool.empty() ? "room" : typed.guest.pool,
                {{"room", visit.say("registration.pool.room"), ""},
                 {"online", visit.say("registration.pool.online"), ""}})
        .problems(typed.about_guest);
    return form.view();
}

// "12 aanwezig van 24 verwacht", places in the room with who walked in counted, and who left.
List counts_of(const Visit& visit, const ListPage& page) {
    std::int64_t expected = 0;
    std::int64_t came = 0;
    std::int64_t unexpected = 0;
    std::int64_t in_room = 0;
    std::int64_t left = 0;
    for (const Listed& one : page.all) {
        const bool is_there = one.attendance.has_value();
        expected += one.is_expected;
        came += is_there;
        unexpected += is_there && !one.is_expected;
        in_room += one.pool == Pool::room;
        left += is_there && !one.attendance->left_at.empty();
    }
    const auto number = [](std::int64_t count) { return std::to_string(count); };
    List lines;
    const auto add = [&](std::string text) {
        lines.push_back(std::move(View().set("text", std::move(text))));
    };
    add(visit.say("attendance.counts", {{"came", number(came)}, {"expected", number(expected)}}));
    if (unexpected > 0) add(visit.say("attendance.counts.unexpected", {{"count", number(unexpected)}}));
    if (left > 0) add(visit.say("attendance.counts.left", {{"count", number(left)}}));
    if (page.place.terms)
        add(visit.say("attendance.counts.places",
                      {{"taken", number(in_room)}, {"places", number(page.place.terms->room_places)}}));
    return lines;
}

web::Response show(const Visit& visit, const ListPage& page, const Typed& typed) {
    const workshop::Workshop& workshop = page.place.workshop;
    const std::string& id = workshop.record.id;
    const bool has_come = !workshop.day.empty() && workshop.day <= amsterdam_day(visit.when);
    const bool may_tick = has_come && page.is_noted();
    Problems problems = typed.walk_in;
    problems.insert(problems.end(), typed.about_guest.begin(), typed.about_guest.end());
    View view;
    registration::set_place(view, visit, page.place);
    view.set("may_tick", may_tick)
        .set("is_today", is_on(workshop, visit.when) && page.is_noted())
        .set("counts", counts_of(visit, page))
        .set("action", attendance_address(visit, id))
        .set("expected", rows_of(visit, page, true))
        .set("unexpected", rows_of(visit, page, false))
        .set("room_code_href", attendance_address(visit, id, "/scherm"))
        .set("check_in_href", desk::address(visit, "/i"))
        .set("paper_href", attendance_address(visit, id, "/papier"))
        .set("script", visit.site.asset("attendance.js"))
        .set("has_others", !page.others.empty())
        .set("walk_in", may_tick && !page.others.empty() ? walk_in_form(visit, page, typed) : View())
        .set("guest", may_tick ? guest_form(visit, page, typed) : View());
    desk::Frame frame = frame_to_run(visit, page.place, visit.say("attendance.title"));
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "attendance_list", std::move(view), network::status_of_form(problems));
}

web::Response show_again(const Visit& visit, const Typed& typed, const Problems& problems) {
    if (workshop::is_beyond_the_form(problems)) return desk::trouble(visit, problems);
    const auto page = read_page(visit);
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, typed);
}

// The one button that was pressed; without a script and with it the same form comes in.
Result<Done> take(const Act& act, const Visit& visit, std::string_view id) {
    const web::Request& asked = visit.request;
    if (web::has(asked.form, "struck")) return strike(act, id, asked.field("struck"));
    if (web::has(asked.form, "stayed")) return note_left(act, id, asked.field("stayed"), "");
    if (web::has(asked.form, "left")) return note_left(act, id, asked.field("left"), asked.field("left_at"));
    return note_present(act, id, web::all_of(asked.form, "people[]"));
}

}  // namespace

web::Response show_attendance(const Visit& visit) {
    const auto page = read_page(visit);
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, {});
}

web::Response post_attendance(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return take(act, visit, id); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, attendance_address(visit, id));
}

web::Response post_walk_in(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    Typed typed;
    typed.person = network::typed(visit, "person");
    typed.pool = network::typed(visit, "pool");
    const auto done =
        visit.write([&](const Act& act) { return note_present(act, id, {typed.person}, typed.pool); });
    if (done) return desk::go(visit, attendance_address(visit, id), "attendance_noted");
    typed.walk_in = done.problems();
    return show_again(visit, typed, done.problems());
}

web::Response post_guest(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    Typed typed;
    typed.guest = {network::typed(visit, "key"), network::typed(visit, "guest_name"),
                   network::typed(visit, "guest_organisation"), network::typed(visit, "guest_pool")};
    const auto done = visit.write([&](const Act& act) { return note_guest(act, id, typed.guest); });
    if (done) return desk::go(visit, attendance_address(visit, id), "attendance_noted");
    typed.about_guest = done.problems();
    return show_again(visit, typed, done.problems());
}

}  // namespace kring::attendance
