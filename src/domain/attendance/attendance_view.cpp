// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/attendance_view.hpp"

#include "domain/attendance/code.hpp"
#include "domain/attendance/may.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/qr/qr.hpp"

namespace kring::attendance {

using desk::Visit;

Result<Place> find_place_to_run(db::Connection& in, const Visit& visit) {
    TRY(place, registration::find_place(in, visit, visit.request.part("id")));
    if (!may_note(visit.who, place.network.id)) return workshop::forbidden();
    return std::move(place);
}

std::string attendance_address(const Visit& visit, std::string_view workshop, std::string_view rest) {
    return desk::address(visit, "/bijeenkomsten/{id}/aanwezigheid" + std::string(rest), {workshop});
}

desk::Frame frame_to_run(const Visit& visit, const Place& place, std::string title) {
    desk::Frame frame = registration::frame_of(visit, place, std::move(title));
    frame.visible_for = workshop::visible_to_planners(visit, place.network);
    return frame;
}

void set_code(html::View& view, const Visit& visit, std::string_view code) {
    const qr::Code drawn =
        qr::code_of(visit.site.public_address + desk::address(visit, "/i") + "#" + std::string(code));
    view.set("qr_size", drawn.size).set("qr_path", drawn.path).set("code", short_form(code));
}

}  // namespace kring::attendance
