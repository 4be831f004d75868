// SPDX-License-Identifier: EUPL-1.2
// The first step: what stands on and under the desks. A new scenario is made here, with everything else as it
// is offered, so that a first outcome asks for numbers of devices and one button.
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/scenario/acts.hpp"
#include "domain/scenario/defaults.hpp"
#include "domain/scenario/fleet_form.hpp"
#include "domain/scenario/page_functions.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/text.hpp"

namespace kring::scenario {

namespace {

using desk::Visit;

constexpr std::size_t empty_rows = 2;
constexpr std::size_t more_rows = 6;

std::vector<TypedRow> first_rows() {
    return {{"laptop", ""}, {"desktop", ""}, {"monitor", ""}, {"smartphone", ""}};
}

bool wants_more(const Visit& visit) { return visit.request.field("more") == "yes"; }

std::vector<std::string> known_here(const Visit& visit) {
    return visit.read([](db::Connection& in) { return known_devices(in, factor::current(in)); });
}

std::string first_title(const Visit& visit) {
    return visit.say("scenario.form.first_title",
                     {{"day", visit.site.phrases.short_date(amsterdam_day(visit.when), visit.language)}});
}

FormPage page_of(const Visit& visit, const Scenario* one, const std::vector<TypedRow>& rows,
                 std::size_t empty, const Problems& problems) {
    FormPage page;
    page.title = visit.say(one ? "scenario.step.fleet" : "scenario.form.new");
    page.lead = visit.say("scenario.form.fleet.lead");
    page.steps = steps_view(visit, one ? one->record.id : "", Step::fleet);
    page.crumbs = crumbs_to(visit, one, page.title);
    page.rows = fleet_rows(visit, known_here(visit), rows, empty, problems);
    page.problems = problems;
    page.status = network::status_of_form(problems);
    return page;
}

// To the outcome, or on to the next step, by the button that was pressed.
web::Response onward(const Visit& visit, const std::string& id, std::string_view next_rest) {
    compute_if_quick(visit, id);
    const bool goes_on = visit.request.field("next") == "yes";
    return desk::go(visit, address_of(visit, id, goes_on ? next_rest : ""));
}

web::Response show_edit(const Visit& visit, const std::vector<TypedRow>* typed, const Problems& problems) {
    const auto one = visit.read([&](db::Connection& in) { return find_to_choose(in, visit); });
    if (!one) return desk::trouble(visit, one.problems());
    desk::Form form(visit, address_of(visit, one->record.id, "/vloot"), "scenario.form.compute");
    form.button("next", "yes", "scenario.form.to_routes")
        .button("more", "yes", "scenario.form.more_rows")
        .problems(problems);
    const auto rows = typed ? *typed : rows_of(one->inputs.fleet);
    const std::size_t empty = wants_more(visit) ? more_rows : empty_rows;
    return show_page(visit, page_of(visit, &*one, rows, empty, problems), form);
}

desk::Form new_form(const Visit& visit, const NewForm& typed, const Problems& problems) {
    desk::Form form(visit, desk::address(visit, "/rekenhulp/nieuw"), "scenario.form.compute");
    const auto networks = visit.read([&](db::Connection& in) { return network::all(in, visit.who); });
    std::vector<desk::Option> own;
    for (const network::Network& one : networks) {
        if (visit.who.is_member(one.id)) own.push_back({one.id, network::name(one, visit.code()), ""});
    }
    if (own.size() > 1)
        form.select("network", "scenario.form.network", typed.network, own);
    else
        form.hidden("network", own.empty() ? typed.network : own.front().value);
    form.text("title", "scenario.form.title", typed.title);
    if (!typed.note.empty()) {
        desk::Extra note;
        note.is_required = false;
        form.area("note", "scenario.form.note", typed.note, note);
    }
    form.button("next", "yes", "scenario.form.to_routes")
        .button("more", "yes", "scenario.form.more_rows")
        .problems(problems);
    return form;
}

}  // namespace

web::Response show_new(const Visit& visit, const NewForm& typed, const Problems& problems) {
    FormPage page = page_of(visit, nullptr, typed.rows, typed.empty, problems);
    page.remarks = typed.remarks;
    return show_page(visit, page, new_form(visit, typed, problems));
}

NewForm first_form(const Visit& visit) {
    NewForm form;
    form.network = web::value_of(visit.request.query, "netwerk");
    if (form.network.empty() && !visit.who.memberships.empty())
        form.network = visit.who.memberships.front().network;
    form.title = first_title(visit);
    form.rows = first_rows();
    form.empty = empty_rows;
    return form;
}

web::Response new_scenario(const Visit& visit) {
    if (visit.who.memberships.empty())
        return desk::trouble(visit, {Problem{Trouble::forbidden, "scenario.problem.not_member", "", {}}});
    return show_new(visit, first_form(visit), {});
}

web::Response post_new_scenario(const Visit& visit) {
    NewForm typed;
    typed.network = visit.request.field("network");
    typed.title = trim(visit.request.field("title"));
    typed.note = with_lf(visit.request.field("note"));
    typed.rows = typed_rows(visit, "device", "count");
    typed.empty = empty_rows;
    if (wants_more(visit)) {
        typed.empty = more_rows;
        return show_new(visit, typed, {});
    }
    Draft draft;
    draft.title = typed.title;
    draft.note = typed.note;
    draft.language = visit.code();
    Inputs inputs;
    inputs.routes = first_routes();
    std::int64_t year = inputs.start;
    if (read_number(amsterdam_day(visit.when).substr(0, 4), start_least, start_most, year))
        inputs.start = static_cast<int>(year);
    read_fleet(typed.rows, inputs);
    const auto made = visit.write([&](const Act& act) { return make(act, typed.network, draft, inputs); });
    if (made) return onward(visit, *made, "/routes");
    if (made.problems().front().trouble == Trouble::forbidden) return desk::trouble(visit, made.problems());
    if (typed.rows.empty()) typed.rows = first_rows();
    return show_new(visit, typed, made.problems());
}

web::Response edit_fleet(const Visit& visit) { return show_edit(visit, nullptr, {}); }

web::Response post_fleet(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto rows = typed_rows(visit, "device", "count");
    if (wants_more(visit)) return show_edit(visit, &rows, {});
    const auto done = visit.write([&](const Act& act) -> Result<Done> {
        TRY(one, find_visible(act.in, act.who, id, act.when));
        Inputs inputs = one.inputs;
        read_fleet(rows, inputs);
        return choose(act, id, inputs);
    });
    if (done) return onward(visit, id, "/routes");
    if (done.problems().front().trouble != Trouble::invalid) return desk::trouble(visit, done.problems());
    return show_edit(visit, &rows, done.problems());
}

}  // namespace kring::scenario
