// SPDX-License-Identifier: EUPL-1.2
// Saying that a workshop will not take place, why, and that it will after all.
#include "domain/chain/audience.hpp"
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

Result<Workshop> find_to_cancel(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    auto workshop = find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_plan(visit.who, record.network)) return forbidden();
    if (record.is_withdrawn) return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    if (workshop->is_cancelled()) return Problem{Trouble::conflict, "workshop.problem.cancelled", "", {}};
    return std::move(*workshop);
}

web::Response show_cancellation(const Visit& visit, const Workshop& workshop, const Bilingual& why,
                                const Problems& problems) {
    const std::string& id = workshop.record.id;
    desk::Form form(visit, desk::address(visit, "/bijeenkomsten/{id}/afgelasting", {id}),
                    "workshop.cancel.submit");
    form.heading("workshop.cancel.what", visit.say("workshop.cancel.explained"));
    network::add_texts(form, visit, "why", "workshop.cancel.why", why, false);
    form.problems(problems);
    const auto network =
        visit.read([&](db::Connection& in) { return network::find(in, workshop.record.network).value(); });
    const auto series =
        visit.read([&](db::Connection& in) { return find_series(in, workshop.series).value(); });
    desk::Frame frame;
    frame.title = visit.say("workshop.cancel");
    frame.crumbs = crumbs_to(visit, network, series);
    frame.crumbs.push_back(crumb_of(visit, workshop, false));
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visible_to_planners(visit, network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

}  // namespace

web::Response new_cancellation(const Visit& visit) {
    const auto workshop = visit.read([&](db::Connection& in) { return find_to_cancel(in, visit); });
    if (!workshop) return desk::trouble(visit, workshop.problems());
    return show_cancellation(visit, *workshop, {}, {});
}

web::Response post_cancellation(const Visit& visit) {
    const auto workshop = visit.read([&](db::Connection& in) { return find_to_cancel(in, visit); });
    if (!workshop) return desk::trouble(visit, workshop.problems());
    const Bilingual why = network::typed_pair(visit, "why");
    const auto done =
        visit.write([&](const Act& act) { return cancel_workshop(act, workshop->record.id, why); });
    if (done) return desk::go(visit, workshop_address(visit, workshop->record.id), "workshop_cancelled");
    if (is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_cancellation(visit, *workshop, why, done.problems());
}

web::Response post_reinstatement(const Visit& visit) {
    const std::string_view id = visit.request.part("id");
    const auto done = visit.write([&](const Act& act) { return reinstate_workshop(act, id); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, workshop_address(visit, id), "workshop_reinstated");
}

}  // namespace kring::workshop
