// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/pages.hpp"

#include "domain/attendance/attendance.hpp"
#include "domain/attendance/attendance_view.hpp"
#include "domain/attendance/may.hpp"
#include "domain/attendance/page_functions.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/workshop/store.hpp"

namespace kring::attendance {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/bijeenkomsten/{id}/aanwezigheid", show_attendance, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/aanwezigheid", post_attendance, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/aanwezigheid/nieuw", post_walk_in, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/aanwezigheid/gasten", post_guest, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/aanwezigheid/scherm", show_room_code, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/aanwezigheid/papier", show_paper, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/aanwezigheid/papier", post_paper, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/aanwezigheid/papier/{bestand}", send_file, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/code", show_own_code, Rule::signed_in},
        {Method::get, "/i", show_check_in, Rule::signed_in},
        {Method::post, "/i", post_check_in, Rule::signed_in},
    };
}

void add_doors(const desk::Visit& visit, std::string_view id, workshop::Beside& beside) {
    if (!visit.who.is_signed_in()) return;
    const auto found = visit.read([&](db::Connection& in) { return workshop::find(in, id); });
    if (!found || found->is_cancelled()) return;
    const bool takes_part =
        visit.read([&](db::Connection& in) { return may_check_in(in, visit.who.person, id); });
    const bool is_today = is_on(*found, visit.when);
    const bool is_over = found->day < amsterdam_day(visit.when);
    if (takes_part && !found->day.empty() && !is_over)
        beside.join.push_back(
            {desk::address(visit, "/bijeenkomsten/{id}/code", {id}), visit.say("attendance.own_code")});
    if (takes_part && is_today)
        beside.day.push_back({desk::address(visit, "/i"), visit.say("attendance.check_in")});
    if (!may_note(visit.who, found->record.network)) return;
    if (is_today) {
        beside.day.push_back({attendance_address(visit, id), visit.say("attendance.title")});
        beside.day.push_back({attendance_address(visit, id, "/scherm"), visit.say("attendance.room_code")});
    } else {
        beside.plan.push_back({attendance_address(visit, id), visit.say("attendance.title")});
    }
    beside.plan.push_back({attendance_address(visit, id, "/papier"), visit.say("attendance.paper")});
}

}  // namespace kring::attendance
