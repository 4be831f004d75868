// SPDX-License-Identifier: EUPL-1.2
// One person's registration as the facilitator sees it: passing over with a reason, and cancelling.
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/registration/acts.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/page_functions.hpp"
#include "domain/registration/registration_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"

namespace kring::registration {

namespace {

using desk::Visit;
using html::View;

struct OnePage {
    Place place;
    Listed listed;
    std::int64_t position = 0;
};

std::int64_t number_in(const Visit& visit) {
    std::int64_t number = 0;
    read_number(visit.request.part("nummer"), 1, INT64_MAX, number);
    return number;
}

Result<OnePage> read_one_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit, visit.request.part("id")));
    if (!may_run(visit.who, place.network.id)) return workshop::forbidden();
    auto listed = find_listed(in, place.workshop.record.id, number_in(visit));
    if (!listed) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    OnePage page{place, std::move(*listed), 0};
    if (page.listed.registration.state == State::waiting)
        page.position = position_of(in, page.listed.registration);
    return page;
}

std::string address_here(const Visit& visit, std::string_view pattern) {
    return desk::address(visit, pattern, {visit.request.part("id"), visit.request.part("nummer")});
}

View passing_form(const Visit& visit, std::string_view reason, const Problems& problems) {
    desk::Form form(visit, address_here(visit, "/bijeenkomsten/{id}/inschrijvingen/{nummer}/overslaan"),
                    "registration.pass_over");
    desk::Extra extra;
    extra.rows = 3;
    extra.hint = visit.say("registration.pass_over.hint");
    form.area("reason", "registration.pass_over.reason", reason, extra).problems(problems);
    return form.view();
}

web::Response show_one(const Visit& visit, const OnePage& page, std::string_view reason,
                       const Problems& problems) {
    const Registration& one = page.listed.registration;
    const State state = state_now(one, page.place, visit.when);
    const bool is_waiting = state == State::waiting;
    const bool has_until = state == State::offered;
    View view;
    set_place(view, visit, page.place);
    view.set("organisation", page.listed.organisation)
        .set("pool", visit.say("registration.pool." + std::string(word(one.pool))))
        .set("state", visit.say("registration.state." + std::string(word(state))))
        .set("position", is_waiting ? visit.say("registration.one.position",
                                                {{"position", std::to_string(page.position)}})
                                    : "")
        .set("until",
             has_until ? visit.say("registration.list.until",
                                   {{"until", visit.site.phrases.moment(*one.offered_until, visit.language)}})
                       : "")
        .set("since", visit.site.phrases.moment(one.changed_at, visit.language))
        .set("number", one.number)
        .set("diet", page.listed.needs.diet)
        .set("access", page.listed.needs.access)
        .set("reason", one.reason)
        .set("is_passed_over", one.is_passed_over)
        .set("put_back_href", address_here(visit, "/bijeenkomsten/{id}/inschrijvingen/{nummer}/herstel"))
        .set("may_pass_over", is_waiting && !one.is_passed_over)
        .set("form", is_waiting ? passing_form(visit, reason, problems) : View())
        .set("may_cancel", is_active(state))
        .set("cancel_href", address_here(visit, "/bijeenkomsten/{id}/inschrijvingen/{nummer}/afzegging"));
    desk::Frame frame = frame_of(visit, page.place, page.listed.name);
    frame.crumbs.insert(frame.crumbs.end() - 1,
                        {visit.say("registration.list"), registrations_address(visit, page.place)});
    frame.visible_for = workshop::visible_to_planners(visit, page.place.network);
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "registration_one", std::move(view), network::status_of_form(problems));
}

using Step = Result<Done> (*)(const Act&, const desk::Site&, std::string_view, std::int64_t);

web::Response take(const Visit& visit, Step step, std::string_view message) {
    const std::string id(visit.request.part("id"));
    const std::int64_t number = number_in(visit);
    const auto done = visit.write([&](const Act& act) { return step(act, visit.site, id, number); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, address_here(visit, "/bijeenkomsten/{id}/inschrijvingen/{nummer}"), message);
}

}  // namespace

web::Response show_registration(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_one_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_one(visit, *page, "", {});
}

web::Response post_passing_over(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const std::string reason = network::typed(visit, "reason");
    const std::int64_t number = number_in(visit);
    const auto done =
        visit.write([&](const Act& act) { return pass_over(act, visit.site, id, number, reason); });
    if (done) {
        return desk::go(visit, address_here(visit, "/bijeenkomsten/{id}/inschrijvingen/{nummer}"),
                        "passed_over");
    }
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const auto page = visit.read([&](db::Connection& in) { return read_one_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_one(visit, *page, reason, done.problems());
}

web::Response post_putting_back(const Visit& visit) { return take(visit, put_back, "put_back"); }

web::Response post_cancellation_by_facilitator(const Visit& visit) {
    return take(visit, cancel_numbered, "registration_cancelled");
}

}  // namespace kring::registration
