// SPDX-License-Identifier: EUPL-1.2
// The door of the Rekenhulp: what it does, a start, and the scenarios one may read.
#include "domain/desk/addresses.hpp"
#include "domain/network/store.hpp"
#include "domain/scenario/forms.hpp"
#include "domain/scenario/page_functions.hpp"
#include "domain/scenario/store.hpp"

namespace kring::scenario {

using desk::Visit;
using html::List;
using html::View;

namespace {

std::string network_asked(const Visit& visit) {
    return std::string(web::value_of(visit.request.query, "netwerk"));
}

}  // namespace

web::Response show_start(const Visit& visit) {
    const std::string asked = network_asked(visit);
    const auto records =
        visit.read([&](db::Connection& in) { return all(in, visit.who, asked, visit.when); });
    const std::string new_href =
        desk::address(visit, "/rekenhulp/nieuw") + (visit.who.is_member(asked) ? "?netwerk=" + asked : "");
    const bool may_start = !visit.who.memberships.empty();
    desk::Frame frame;
    frame.title = visit.say("scenario.title");
    frame.section = "rekenhulp";
    frame.description = visit.say("scenario.start.lead");
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_everyone();
    View view;
    view.set("may_start", may_start)
        .set("is_signed_in", visit.who.is_signed_in())
        .set("start_href", new_href)
        .set("upload_href", desk::address(visit, "/rekenhulp/nieuw/inventaris"))
        .set("factors_href", desk::address(visit, "/kengetallen"))
        .set("sign_in_href", desk::address(visit, "/aanmelden"))
        .set("rows", desk::record_rows(visit, records))
        .set("empty_text", visit.say("scenario.start.none"))
        .set("empty_href", may_start ? new_href : "")
        .set("empty_label", visit.say("scenario.start.begin"));
    return desk::show(visit, frame, "scenario_start", std::move(view));
}

}  // namespace kring::scenario
