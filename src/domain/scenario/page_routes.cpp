// SPDX-License-Identifier: EUPL-1.2
// The second step: which routes to compare.
#include "domain/network/network_view.hpp"
#include "domain/scenario/acts.hpp"
#include "domain/scenario/defaults.hpp"
#include "domain/scenario/forms.hpp"
#include "domain/scenario/page_functions.hpp"
#include "domain/scenario/store.hpp"

namespace kring::scenario {

namespace {

using desk::Visit;

web::Response show(const Visit& visit, const std::vector<TypedRow>* typed, const Problems& problems) {
    struct Read {
        Scenario one;
        std::vector<std::string> known;
    };
    const auto read = visit.read([&](db::Connection& in) -> Result<Read> {
        TRY(one, find_to_choose(in, visit));
        return Read{one, known_devices(in, factor::current(in))};
    });
    if (!read) return desk::trouble(visit, read.problems());
    const Scenario& one = read->one;
    desk::Form form(visit, address_of(visit, one.record.id, "/routes"), "scenario.form.compute");
    form.button("next", "yes", "scenario.form.to_assumptions").problems(problems);
    FormPage page;
    page.title = visit.say("scenario.step.routes");
    page.lead = visit.say("scenario.form.routes.lead");
    page.steps = steps_view(visit, one.record.id, Step::routes);
    page.crumbs = crumbs_to(visit, &one, page.title);
    page.rows =
        route_rows(visit, read->known, typed ? *typed : rows_of(one.inputs.routes), routes_most, problems);
    page.problems = problems;
    page.status = network::status_of_form(problems);
    return show_page(visit, page, form);
}

}  // namespace

web::Response edit_routes(const Visit& visit) { return show(visit, nullptr, {}); }

web::Response post_routes(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto rows = typed_rows(visit, "way", "years");
    const auto done = visit.write([&](const Act& act) -> Result<Done> {
        TRY(one, find_visible(act.in, act.who, id, act.when));
        Inputs inputs = one.inputs;
        read_routes(rows, inputs);
        return choose(act, id, inputs);
    });
    if (!done && done.problems().front().trouble != Trouble::invalid)
        return desk::trouble(visit, done.problems());
    if (!done) return show(visit, &rows, done.problems());
    compute_if_quick(visit, id);
    const bool goes_on = visit.request.field("next") == "yes";
    return desk::go(visit, address_of(visit, id, goes_on ? "/aannames" : ""));
}

}  // namespace kring::scenario
