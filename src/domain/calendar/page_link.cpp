// SPDX-License-Identifier: EUPL-1.2
// The secret link of one's own calendar: made, shown once, renewed, revoked.
#include "domain/calendar/acts.hpp"
#include "domain/calendar/page_functions.hpp"
#include "domain/calendar/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"

namespace kring::calendar {

namespace {

using desk::Visit;
using html::View;

desk::Frame frame_of(const Visit& visit) {
    desk::Frame frame;
    frame.title = visit.say("calendar.link.title");
    frame.crumbs = {{visit.say("menu.my"), desk::address(visit, "/mijn")}, {frame.title, ""}};
    frame.visible_for = desk::visible_to_you();
    return frame;
}

}  // namespace

web::Response show_link(const Visit& visit) {
    const auto made_at = visit.read([&](db::Connection& in) { return link_made_at(in, visit.who.person); });
    const desk::Form form(visit, desk::address(visit, "/mijn/agenda"),
                          made_at ? "calendar.link.renew" : "calendar.link.make");
    View view;
    view.set("form", form.view())
        .set("has_link", made_at.has_value())
        .set("made", made_at ? visit.say("calendar.link.made_at",
                                         {{"moment", visit.site.phrases.moment(*made_at, visit.language)}})
                             : "")
        .set("revoke_href", desk::address(visit, "/mijn/agenda/intrekking"));
    return desk::show(visit, frame_of(visit), "calendar_link", std::move(view));
}

// Shown in the answer itself, and never again: an address or a table that held it would tell it on.
web::Response post_link(const Visit& visit) {
    const auto token = visit.write([&](const Act& act) { return make_link(act); });
    if (!token) return desk::trouble(visit, token.problems());
    View view;
    view.set("link",
             visit.site.public_address + desk::address(visit, "/agenda/{sleutel}/kring.ics", {*token}))
        .set("back_href", desk::address(visit, "/mijn/agenda"));
    web::Response response = desk::show(visit, frame_of(visit), "calendar_link_made", std::move(view));
    response.holds_secret = true;
    return response;
}

web::Response post_revocation(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return revoke_link(act); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn/agenda"), "calendar_link_revoked");
}

}  // namespace kring::calendar
