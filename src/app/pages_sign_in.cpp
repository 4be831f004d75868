// SPDX-License-Identifier: EUPL-1.2
#include "app/arrival.hpp"
#include "app/pages.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/people/acts.hpp"
#include "domain/people/lockout.hpp"
#include "platform/base/text.hpp"
#include "platform/web/cookie.hpp"

namespace kring::app {

namespace {

using desk::Visit;

// Above what an office needs at the start of a workshop, below what would fill the queue of hashes.
constexpr double tries_per_second = 20;
constexpr double tries_at_once = 100;

// What still makes a link that mail programs keep in one piece.
constexpr std::size_t longest_next = 300;

bool is_flood(const Visit& visit) {
    const std::string key = "sign-in " + people::prefix_of(visit.request.remote);
    return !visit.site.limits.allow(key, tries_per_second, tries_at_once, visit.when);
}

web::Response sign_in_form(const Visit& visit) {
    const std::string_view next = web::value_of(visit.request.query, "volgende");
    if (visit.who.is_signed_in()) return web::see_other(next_address(visit, next));
    return show_sign_in(visit, "", web::is_local_path(next) ? next : "", {}, {}, 200);
}

web::Response show_again(const Visit& visit, const Problems& problems) {
    const std::string_view next = visit.request.field("volgende");
    return show_sign_in(visit, visit.request.field("email"), web::is_local_path(next) ? next : "",
                        carried_of(visit.request.form), problems, desk::status_of(problems.front().trouble));
}

// The same page for every address, known or not (R7).
web::Response link_is_sent(const Visit& visit) {
    const Carried carried = carried_of(visit.request.form);
    // Its token is that of no session yet: sent after signing in elsewhere, it is asked for once more.
    if (!carried.to.empty()) return show_carried(visit, carried, visit.say("link_sent.carried"), 200);
    return web::see_other(desk::address(visit, "/aanmelden/verder"));
}

web::Response ask_for_link(const Visit& visit) {
    const std::string_view next = visit.request.field("volgende");
    const bool is_carried = web::is_local_path(next) && next.size() <= longest_next;
    const auto asked = visit.write([&](const Act& act) {
        return people::ask_for_link(act, stationery_of(visit), visit.request.field("email"),
                                    visitor_of(visit), visit.csrf, is_carried ? next : "");
    });
    return asked ? link_is_sent(visit) : show_again(visit, asked.problems());
}

web::Response sign_in(const Visit& visit) {
    if (is_flood(visit)) return show_again(visit, {{Trouble::too_many, "people.busy", "", {}}});
    if (visit.request.field("how") == "link") return ask_for_link(visit);
    const people::Credentials given{std::string(visit.request.field("email")),
                                    std::string(visit.request.field("password"))};
    const auto welcome = people::sign_in(visit.site.database, given, visitor_of(visit), visit.when);
    return welcome ? let_in(visit, *welcome) : show_again(visit, welcome.problems());
}

web::Response look_in_your_mail(const Visit& visit) {
    desk::Frame frame;
    frame.title = visit.say("link_sent.title");
    frame.visible_for = desk::visible_to_everyone();
    html::View back;
    back.set("href", desk::address(visit, "/aanmelden")).set("label", visit.say("link_sent.back"));
    html::View view;
    view.set("heading", frame.title)
        .set("text", visit.say("link_sent.text"))
        .set("reasons", html::List{})
        .set("actions", html::List{back});
    return desk::show(visit, frame, "message_page", std::move(view));
}

web::Response link_page(const Visit& visit, std::string_view token, std::string_view next, bool is_of_browser,
                        const Problems& problems) {
    desk::Form form(visit, desk::address(visit, "/aanmelden/link"), "sign_in_link.submit");
    form.hidden("t", token).refusal("sign_in.refused");
    if (web::is_local_path(next)) form.hidden("volgende", next);
    if (!is_of_browser) form.hidden("confirm", "yes");
    FormPage page;
    page.title = visit.say("sign_in_link.title");
    page.lead = visit.say("sign_in_link.lead");
    if (!is_of_browser) page.notice = visit.say("people.link.other_browser");
    page.form = form.view();
    return show_form(visit, page, problems);
}

// A GET only shows a button: programs that look into mail follow every link in it (R5).
web::Response show_link(const Visit& visit) {
    const std::string_view token = web::value_of(visit.request.query, "t");
    const auto link =
        visit.read([&](db::Connection& in) { return people::find_sign_in_link(in, token, visit.when); });
    if (!link) return desk::trouble(visit, {{Trouble::not_found, "people.link.gone", "", {}}});
    const std::string_view next = web::value_of(visit.request.query, "volgende");
    return link_page(visit, token, next, people::is_of_browser(*link, visit.csrf), {});
}

web::Response use_link(const Visit& visit) {
    const std::string_view token = visit.request.field("t");
    const bool is_confirmed = visit.request.field("confirm") == "yes";
    const auto welcome = visit.write([&](const Act& act) {
        return people::use_link(act, token, visitor_of(visit), visit.csrf, is_confirmed);
    });
    if (welcome) return let_in(visit, *welcome);
    if (welcome.problems().front().trouble != Trouble::conflict)
        return desk::trouble(visit, welcome.problems());
    return link_page(visit, token, visit.request.field("volgende"), false, welcome.problems());
}

web::Response signed_out(const Visit& visit) {
    web::Response response = desk::go(visit, desk::address(visit, "/"), "signed_out");
    response.with("Set-Cookie", web::ended_session_cookie(visit.request.is_secure));
    return response;
}

web::Response sign_out(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return people::sign_out(act, visit.session_id); });
    return done ? signed_out(visit) : desk::trouble(visit, done.problems());
}

}  // namespace

web::Response show_sign_in(const Visit& visit, std::string_view email, std::string_view next,
                           const Carried& carried, const Problems& problems, int status) {
    desk::Form form(visit, desk::address(visit, "/aanmelden"), "sign_in.submit");
    desk::Extra mail;
    mail.type = "email";
    mail.autocomplete = "username";
    desk::Extra secret;
    secret.type = "password";
    secret.autocomplete = "current-password";
    secret.hint = visit.say("sign_in.password_hint");
    form.text("email", "sign_in.email", email, mail).text("password", "sign_in.password", "", secret);
    form.button("how", "link", "sign_in.by_link").problems(problems).refusal("sign_in.refused");
    if (!next.empty()) form.hidden("volgende", next);
    if (!carried.to.empty()) form.hidden("_to", carried.to);
    for (const auto& [name, value] : carried.fields) form.hidden("_f:" + name, value);

    FormPage page;
    page.title = visit.say("sign_in.title");
    if (!carried.to.empty()) page.notice = visit.say("sign_in.carried");
    if (carried.to.empty() && !next.empty()) page.notice = visit.say("sign_in.needed");
    page.after = visit.say("sign_in.no_account", {{"contact", visit.site.contact_email}});
    page.form = form.view();
    web::Response response = show_form(visit, page, problems);
    if (problems.empty()) response.status = status;
    return response;
}

web::Response sign_in_first(const Visit& visit) {
    return web::see_other(desk::address(visit, "/aanmelden") +
                          "?volgende=" + url_encoded(visit.request.target));
}

web::Response interrupted(const Visit& visit) {
    if (visit.pattern == "/afmelden") return signed_out(visit);
    return show_sign_in(visit, "", "", carried_from_post(visit), {}, 403);
}

web::Response resend(const Visit& visit) {
    return show_carried(visit, carried_from_post(visit), visit.say("carried.again"), 403);
}

std::vector<desk::Route> sign_in_routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/aanmelden", sign_in_form, Rule::everyone},
        {Method::post, "/aanmelden", sign_in, Rule::everyone},
        {Method::get, "/aanmelden/verder", look_in_your_mail, Rule::everyone},
        {Method::get, "/aanmelden/link", show_link, Rule::everyone},
        {Method::post, "/aanmelden/link", use_link, Rule::everyone},
        {Method::get, "/uitnodiging", show_invitation, Rule::everyone},
        {Method::post, "/uitnodiging", accept, Rule::everyone},
        {Method::post, "/afmelden", sign_out, Rule::signed_in},
    };
}

}  // namespace kring::app
