// SPDX-License-Identifier: EUPL-1.2
// One's own place: registering, how it stands, taking an offer or not, cancelling. A link in a letter
// leads here; only the buttons change anything.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/registration/acts.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/page_functions.hpp"
#include "domain/registration/registration_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::registration {

namespace {

using desk::Visit;
using html::View;

struct OwnPage {
    Place place;
    Own own;
};

Result<OwnPage> read_own_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit, visit.request.part("id")));
    if (!may_register(visit.who, place.network.id)) return workshop::forbidden();
    return OwnPage{place, find_own(in, visit, place)};
}

/// What was typed in a form that comes back.
struct Typed {
    std::string pool;
    Needs needs;
};

std::string action(const Visit& visit, std::string_view pattern, const OwnPage& page) {
    return desk::address(visit, pattern, {page.place.workshop.record.id});
}

View registering_form(const Visit& visit, const OwnPage& page, const Typed& typed, const Problems& problems) {
    desk::Form form(visit, place_address(visit, page.place), "registration.register");
    const auto options = pool_options(visit, page.place, true);
    std::string pool = typed.pool;
    if (pool.empty() && options.size() == 1) pool = options.front().value;
    form.radios("pool", "registration.pool", pool, options);
    add_needs(form, visit, page.place, typed.needs);
    form.problems(problems);
    return form.view();
}

View needs_form(const Visit& visit, const OwnPage& page, const Needs& needs, const Problems& problems) {
    desk::Form form(visit, action(visit, "/bijeenkomsten/{id}/inschrijven/wensen", page),
                    "registration.needs.keep");
    add_needs(form, visit, page.place, needs);
    form.problems(problems);
    return form.view();
}

html::PhraseValues values_of(const Visit& visit, const OwnPage& page) {
    const auto& one = page.own.registration;
    const bool has_until = one && one->offered_until;
    return {{"pool", one ? visit.say("registration.pool." + std::string(word(one->pool))) : ""},
            {"position", std::to_string(page.own.position)},
            {"until", has_until ? visit.site.phrases.moment(*one->offered_until, visit.language) : ""},
            {"reason", one ? one->reason : ""}};
}

// "none", "closed" or "begun" while there is nothing of one's own to tell.
std::string stage_of(const Visit& visit, const OwnPage& page) {
    if (page.own.registration) {
        const State state = state_now(*page.own.registration, page.place, visit.when);
        if (is_active(state) || !can_register(visit, page.place)) return std::string(word(state));
    }
    if (can_register(visit, page.place)) return "none";
    return has_begun(page.place.workshop, visit.when) ? "begun" : "closed";
}

bool stage_is_active(std::string_view stage) {
    const auto state = state_of(stage);
    return state && is_active(*state);
}

// What was, above the form to register anew.
std::string earlier_in_words(const Visit& visit, const OwnPage& page, std::string_view stage) {
    if (stage != "none" || !page.own.registration) return "";
    const State state = state_now(*page.own.registration, page.place, visit.when);
    return visit.say("registration.own." + std::string(word(state)) + ".text", values_of(visit, page));
}

web::Response show(const Visit& visit, const OwnPage& page, const Typed& typed, const Problems& problems) {
    const std::string stage = stage_of(visit, page);
    const auto& one = page.own.registration;
    const bool has_begun_already = has_begun(page.place.workshop, visit.when);
    const bool is_held_up = one && one->is_passed_over && stage == "waiting";
    View view;
    const bool is_off = page.place.workshop.is_cancelled();
    set_place(view, visit, page.place);
    workshop::set_cancellation(view, visit, page.place.workshop, false);
    view.set("calendar_href", stage == "confirmed" && !is_off && !page.place.workshop.day.empty()
                                  ? action(visit, "/bijeenkomsten/{id}/agenda.ics", page)
                                  : "")
        .set("discuss_href", stage_is_active(stage) && !is_off && !has_begun_already
                                 ? action(visit, "/bijeenkomsten/{id}/bespreken", page)
                                 : "")
        .set("code_href", stage == "confirmed" && !is_off && !page.place.workshop.day.empty()
                              ? action(visit, "/bijeenkomsten/{id}/code", page)
                              : "")
        .set("text", visit.say("registration.own." + stage + ".text", values_of(visit, page)))
        .set("next",
             stage_is_active(stage) && !is_off ? visit.say("registration.own." + stage + ".next") : "")
        .set("earlier", earlier_in_words(visit, page, stage))
        .set("reason",
             is_held_up ? visit.say("registration.own.passed_over", values_of(visit, page)) : std::string())
        .set("may_accept", stage == "offered" && !is_off)
        .set("accept_href", action(visit, "/bijeenkomsten/{id}/inschrijven/aanvaarding", page))
        .set("may_cancel", stage_is_active(stage) && !has_begun_already)
        .set("cancel_label", visit.say(stage == "offered" ? "registration.decline" : "registration.cancel"))
        .set("cancel_href", action(visit, "/bijeenkomsten/{id}/inschrijven/afzegging", page))
        .set("contact", visit.site.contact_email)
        .set("contact_href", "mailto:" + visit.site.contact_email)
        .set("has_form", stage == "none")
        .set("form", stage == "none" ? registering_form(visit, page, typed, problems) : View())
        .set("has_needs", stage_is_active(stage) && !has_begun_already)
        .set("needs_form", stage_is_active(stage) ? needs_form(visit, page, typed.needs, problems) : View());
    desk::Frame frame = frame_of(visit, page.place, visit.say("registration.own." + stage));
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "registration_place", std::move(view), network::status_of_form(problems));
}

Result<OwnPage> read_own_page(const Visit& visit) {
    return visit.read([&](db::Connection& in) { return read_own_page(in, visit); });
}

web::Response back(const Visit& visit, std::string_view message = "") {
    const std::string id(visit.request.part("id"));
    return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/inschrijven", {id}), message);
}

web::Response show_again(const Visit& visit, const Typed& typed, const Problems& problems) {
    if (workshop::is_beyond_the_form(problems)) return desk::trouble(visit, problems);
    const auto page = read_own_page(visit);
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, typed, problems);
}

using Step = Result<Done> (*)(const Act&, const desk::Site&, std::string_view);

web::Response take(const Visit& visit, Step step) {
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return step(act, visit.site, id); });
    if (!done) return desk::trouble(visit, done.problems());
    return back(visit);
}

}  // namespace

web::Response show_place(const Visit& visit) {
    const auto page = read_own_page(visit);
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, {"", page->own.needs}, {});
}

web::Response post_registration(const Visit& visit) {
    const Typed typed{network::typed(visit, "pool"), typed_needs(visit)};
    const Wish wish{std::string(visit.request.part("id")), "", typed.pool, typed.needs};
    const auto made = visit.write([&](const Act& act) { return register_for(act, visit.site, wish); });
    if (!made) return show_again(visit, typed, made.problems());
    return back(visit);
}

web::Response post_cancellation(const Visit& visit) { return take(visit, cancel); }

web::Response post_acceptance(const Visit& visit) { return take(visit, accept); }

web::Response post_needs(const Visit& visit) {
    const Typed typed{"", typed_needs(visit)};
    const std::string id(visit.request.part("id"));
    const auto done =
        visit.write([&](const Act& act) { return change_needs(act, visit.site, id, typed.needs); });
    if (!done) return show_again(visit, typed, done.problems());
    return back(visit, "needs_kept");
}

}  // namespace kring::registration
