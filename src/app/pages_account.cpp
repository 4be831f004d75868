// SPDX-License-Identifier: EUPL-1.2
#include "app/admin.hpp"
#include "app/arrival.hpp"
#include "app/pages.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/people/acts.hpp"
#include "domain/people/store.hpp"

namespace kring::app {

namespace {

using desk::Visit;
using html::List;
using html::View;

desk::Frame frame_of(const Visit& visit, std::string_view title, const Problems& problems) {
    desk::Frame frame;
    frame.title = visit.say(title);
    frame.crumbs = {{visit.say("menu.my"), desk::address(visit, "/mijn")}, {frame.title, ""}};
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    return frame;
}

struct Security {
    bool has_password = false;
    bool is_fresh = false;
    std::vector<people::OpenSession> sessions;
};

Security read_security(db::Connection& in, const Visit& visit) {
    const auto person = people::find_person(in, visit.who.person);
    return {person && !person->password_hash.empty(),
            people::is_fresh_by_link(in, visit.session_id, visit.when),
            people::sessions_of(in, visit.who.person, visit.when)};
}

View password_form(const Visit& visit, const Security& security, const Problems& problems) {
    desk::Form form(visit, desk::address(visit, "/mijn/beveiliging/wachtwoord"), "account.password.submit");
    if (!security.is_fresh) {
        desk::Extra current;
        current.type = "password";
        current.autocomplete = "current-password";
        form.text("current", "account.password.current", "", current);
    }
    desk::Extra wanted;
    wanted.type = "password";
    wanted.autocomplete = "new-password";
    wanted.hint = visit.say("account.password.hint");
    form.text("wanted", "account.password.wanted", "", wanted).problems(problems);
    return form.view();
}

List session_rows(const Visit& visit, const std::vector<people::OpenSession>& sessions) {
    List rows;
    const html::Phrases& phrases = visit.site.phrases;
    for (const people::OpenSession& session : sessions) {
        const std::string device =
            session.device.empty() ? visit.say("account.session.unknown") : session.device;
        View row;
        row.set("device", device)
            .set("since", visit.say("account.session.since",
                                    {{"moment", phrases.moment(session.created_at, visit.language)}}))
            .set("seen", visit.say("account.session.seen",
                                   {{"moment", phrases.moment(session.seen_at, visit.language)}}))
            .set("is_this_one", session.id == visit.session_id)
            .set("end",
                 button_view(desk::address(visit, "/mijn/beveiliging/sessies/{id}/intrekking", {session.id}),
                             visit.say("account.session.end"), device));
        rows.push_back(std::move(row));
    }
    return rows;
}

web::Response show_security(const Visit& visit, const Problems& problems) {
    const Security security = visit.read([&](db::Connection& in) { return read_security(in, visit); });
    View view;
    view.set("may_set", security.has_password || security.is_fresh)
        .set("form", password_form(visit, security, problems))
        .set("sessions", session_rows(visit, security.sessions))
        .set("has_others", security.sessions.size() > 1)
        .set("end_others", button_view(desk::address(visit, "/mijn/beveiliging/sessies/intrekking"),
                                       visit.say("account.session.end_others")))
        .set("sign_out", button_view(desk::address(visit, "/afmelden"), visit.say("account.sign_out")));
    return desk::show(visit, frame_of(visit, "account.security.title", problems), "account_security",
                      std::move(view), status_with(problems));
}

web::Response security_page(const Visit& visit) { return show_security(visit, {}); }

web::Response change_password(const Visit& visit) {
    const people::PasswordChange change{visit.session_id, std::string(visit.request.field("current")),
                                        std::string(visit.request.field("wanted"))};
    const auto done =
        people::change_password(visit.site.database, stationery_of(visit), visit.who, change, visit.when);
    if (!done) return show_security(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn/beveiliging"), "password_changed");
}

web::Response end_session(const Visit& visit) {
    const auto done =
        visit.write([&](const Act& act) { return people::revoke_session(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn/beveiliging"), "session_ended");
}

web::Response end_other_sessions(const Visit& visit) {
    const auto done =
        visit.write([&](const Act& act) { return people::revoke_other_sessions(act, visit.session_id); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn/beveiliging"), "sessions_ended");
}

struct Details {
    people::Person person;
    std::vector<Membership> memberships;
    std::vector<people::NamedNetwork> networks;
};

Details read_details(db::Connection& in, const Visit& visit) {
    return {people::find_person(in, visit.who.person).value_or(people::Person{}),
            people::memberships_of(in, visit.who.person), people::all_networks(in)};
}

List membership_rows(const Visit& visit, const Details& details) {
    List rows;
    for (const Membership& membership : details.memberships) {
        View row;
        row.set("network", network_in_words(visit, details.networks, membership.network))
            .set("place", place_in_words(visit, membership));
        rows.push_back(std::move(row));
    }
    return rows;
}

struct Typed {
    std::string name;
    std::string job;
    std::string language;
};

web::Response show_details(const Visit& visit, const Typed* typed, const Problems& problems) {
    const Details details = visit.read([&](db::Connection& in) { return read_details(in, visit); });
    const people::Person& person = details.person;
    const Typed shown = typed ? *typed : Typed{person.name, person.job, person.language};
    desk::Form form(visit, desk::address(visit, "/mijn/gegevens"), "account.details.submit");
    desk::Extra name;
    name.autocomplete = "name";
    desk::Extra job;
    job.autocomplete = "organization-title";
    job.is_required = false;
    form.text("name", "account.details.name", shown.name, name)
        .text("job", "account.details.job", shown.job, job)
        .radios("language", "account.details.language", shown.language, language_options(visit))
        .problems(problems);
    View view;
    view.set("form", form.view())
        .set("email", person.email)
        .set("organisation", person.organisation_name)
        .set("memberships", membership_rows(visit, details));
    return desk::show(visit, frame_of(visit, "account.details.title", problems), "account_details",
                      std::move(view), status_with(problems));
}

web::Response details_page(const Visit& visit) { return show_details(visit, nullptr, {}); }

web::Response change_details(const Visit& visit) {
    const Typed typed{std::string(visit.request.field("name")), std::string(visit.request.field("job")),
                      std::string(visit.request.field("language"))};
    const auto done = visit.write([&](const Act& act) {
        return people::change_own_details(act, typed.name, typed.job, typed.language);
    });
    if (!done) return show_details(visit, &typed, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn/gegevens"), "details_changed");
}

}  // namespace

std::vector<desk::Route> account_routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/mijn/beveiliging", security_page, Rule::signed_in},
        {Method::post, "/mijn/beveiliging/wachtwoord", change_password, Rule::signed_in},
        {Method::post, "/mijn/beveiliging/sessies/{id}/intrekking", end_session, Rule::signed_in},
        {Method::post, "/mijn/beveiliging/sessies/intrekking", end_other_sessions, Rule::signed_in},
        {Method::get, "/mijn/gegevens", details_page, Rule::signed_in},
        {Method::post, "/mijn/gegevens", change_details, Rule::signed_in},
    };
}

}  // namespace kring::app
