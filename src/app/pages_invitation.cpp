// SPDX-License-Identifier: EUPL-1.2
#include "app/arrival.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/people/acts.hpp"

namespace kring::app {

namespace {

using desk::Visit;

std::optional<people::Person> invited_by(db::Connection& in, std::string_view token, Time when) {
    const auto link = people::find_invitation(in, token, when);
    return link ? people::find_person(in, link->person_id) : std::nullopt;
}

web::Response gone(const Visit& visit) {
    return desk::trouble(visit, {{Trouble::not_found, "people.invitation.gone", "", {}}});
}

web::Response show_invitation_of(const Visit& visit, std::string_view token, const Problems& problems) {
    const auto person = visit.read([&](db::Connection& in) { return invited_by(in, token, visit.when); });
    if (!person || person->state != "invited") return gone(visit);
    desk::Form form(visit, desk::address(visit, "/uitnodiging"), "invitation.submit");
    desk::Extra secret;
    secret.type = "password";
    secret.autocomplete = "new-password";
    secret.is_required = false;
    secret.hint = visit.say("invitation.password_hint");
    form.text("password", "invitation.password", "", secret).hidden("t", token).problems(problems);
    FormPage page;
    page.title = visit.say("invitation.title", {{"site", visit.site.name}});
    page.lead = visit.say("invitation.lead", {{"name", person->name}, {"email", person->email}});
    page.after = visit.say("invitation.after");
    page.form = form.view();
    return show_form(visit, page, problems);
}

}  // namespace

web::Response show_invitation(const Visit& visit) {
    return show_invitation_of(visit, web::value_of(visit.request.query, "t"), {});
}

web::Response accept(const Visit& visit) {
    const std::string_view token = visit.request.field("t");
    const auto welcome =
        people::accept_invitation(visit.site.database, visit.site.name, token,
                                  visit.request.field("password"), visitor_of(visit), visit.when);
    if (welcome) return let_in(visit, *welcome);
    if (welcome.problems().front().trouble == Trouble::not_found) return gone(visit);
    return show_invitation_of(visit, token, welcome.problems());
}

}  // namespace kring::app
