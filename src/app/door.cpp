// SPDX-License-Identifier: EUPL-1.2
#include "app/door.hpp"

#include <map>
#include <memory>

#include "app/api.hpp"
#include "app/embedded.hpp"
#include "app/pages.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"
#include "domain/people/sign_in.hpp"
#include "platform/base/log.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/web/cookie.hpp"
#include "platform/web/remote.hpp"

namespace kring::app {

namespace {

html::Language language_of(const web::Request& request) {
    const bool is_english = request.path == "/en" || request.path.starts_with("/en/");
    return is_english ? html::Language::en : html::Language::nl;
}

// Sign-in pages hold a form for somebody who has no session yet, those of guest speakers for who never has.
bool has_visitor_form(std::string_view pattern) {
    return pattern.starts_with("/aanmelden") || pattern.starts_with("/uitnodiging") ||
           pattern == "/spreker" || pattern.starts_with("/spreker/");
}

std::string_view visitor_cookie_name(bool is_secure) {
    return is_secure ? "__Host-kring-visitor" : "kring-visitor";
}

// What the browser's visitor cookie holds, "" when that is no token of ours.
std::string_view visitor_token(const web::Request& request) {
    const std::string_view held = web::value_of(request.cookies, visitor_cookie_name(request.is_secure));
    return held.size() == 43 ? held : std::string_view();
}

// For a form that signs in, on its own page or where a session turned out to have ended.
void take_for_visitor(desk::Visit& visit) {
    visit.csrf = visitor_token(visit.request);
    if (visit.csrf.empty()) visit.csrf = new_token();
}

// A browser says where a form was sent from; what comes from elsewhere is not ours (R10).
bool is_from_elsewhere(const web::Request& request) {
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return true;
    const std::string_view origin = request.header("origin");
    if (origin.empty()) return false;
    const std::string_view host = request.header("host");
    return origin != "http://" + std::string(host) && origin != "https://" + std::string(host);
}

// One copy of each asset serves all requests, and is compressed once.
struct ServedAsset {
    std::string_view type;
    std::shared_ptr<const std::string> content;
};

const std::map<std::string_view, ServedAsset>& served_assets() {
    static const auto all = [] {
        std::map<std::string_view, ServedAsset> made;
        for (const Asset& asset : embedded_assets()) {
            made[asset.address] = {asset.type, std::make_shared<const std::string>(asset.content)};
        }
        return made;
    }();
    return all;
}

web::Response asset_response(const ServedAsset& asset) {
    web::Response response;
    response.is_personal = false;
    response.shared_body = asset.content;
    response.with("Content-Type", std::string(asset.type))
        .with("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

}  // namespace

Door::Door(House& house, std::vector<desk::Route> routes) : house_(house), routes_(std::move(routes)) {
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        router_.add(routes_[i].method, routes_[i].pattern, i);
        if (desk::has_english(routes_[i].pattern)) {
            router_.add(routes_[i].method, desk::english_pattern(routes_[i].pattern), i);
        }
    }
}

web::Response Door::answer(const web::Request& given) {
    web::Request request = given;
    web::Response response;
    try {
        response = serve(request);
    } catch (const db::Error& error) {
        log_line("error", "database", {{"request", request.id}, {"what", error.what()}});
        response = refuse(500, request);
    } catch (const std::exception& error) {
        log_line("error", "broken", {{"request", request.id}, {"what", error.what()}});
        response = refuse(500, request);
    }
    return response;
}

web::Response Door::serve(web::Request& request) {
    if (request.path.starts_with("/static/")) {
        const auto asset = served_assets().find(request.path);
        const bool is_there = asset != served_assets().end();
        if (is_there && request.method == web::Method::post) return refuse(405, request);
        if (is_there) return asset_response(asset->second);
    }
    desk::Visit visit{house_.site, request, language_of(request), "", {}, "", "", now()};
    const bool is_api = is_of_api(request.path);
    if (is_flood(visit)) {
        if (is_api) return api_trouble(visit, 429);
        return desk::trouble(visit, {Problem{Trouble::too_many, "problem.forbidden", "", {}}});
    }
    web::Match match;
    bool is_path_known = false;
    if (!router_.find(request.method, request.path, match, is_path_known)) {
        if (is_path_known) return refuse(405, request);
        return is_api ? api_trouble(visit, 404) : desk::not_found(visit);
    }
    request.parts = std::move(match.parts);
    const desk::Route& route = routes_[match.route];
    visit.pattern = route.pattern;
    if (route.api) return for_program(visit, route);
    // JSON is no form: pages read their fields, and the token among them, from forms alone.
    if (request.is_json) return refuse(415, request);
    return at_route(visit, route);
}

// No session is looked for, so nothing can be done in anybody's name: a forged request gains nothing, and
// needs no form token to be kept out.
web::Response Door::for_program(desk::Visit& visit, const desk::Route& route) {
    KRING_ASSERT(route.rule == desk::Rule::everyone);
    const auto rate = static_cast<double>(house_.config.number("documents_per_second"));
    const bool is_limited = visit.request.method == web::Method::post && rate > 0;
    if (is_limited &&
        !house_.limits.allow("api " + web::network_of(visit.request.remote), rate, rate * 4, visit.when)) {
        return api_trouble(visit, 429);
    }
    const int unfit = unfit_for_api(visit.request);
    return unfit != 0 ? api_trouble(visit, unfit) : route.page(visit);
}

web::Response Door::at_route(desk::Visit& visit, const desk::Route& route) {
    if (has_visitor_form(route.pattern)) take_for_visitor(visit);
    web::Response response =
        route.method == web::Method::post ? post_page(visit, route) : read_page(visit, route);
    const bool is_visitor = !visit.who.is_signed_in() && !visit.csrf.empty();
    if (is_visitor && visit.csrf != visitor_token(visit.request)) {
        response.with("Set-Cookie", std::string(visitor_cookie_name(visit.request.is_secure)) + "=" +
                                        visit.csrf + "; Path=/; HttpOnly; SameSite=Lax" +
                                        (visit.request.is_secure ? "; Secure" : ""));
    }
    return response;
}

void Door::recognise(desk::Visit& visit, db::Connection& in, std::string& stale_token) {
    const std::string_view token = web::session_token(visit.request);
    if (token.empty()) return;
    const auto session = people::find_session(in, token, visit.when);
    if (!session) return;
    visit.who = session->who;
    visit.session_id = session->id;
    visit.csrf = session->csrf;
    if (people::needs_touch(*session, visit.when)) stale_token = session->token_hash;
}

web::Response Door::read_page(desk::Visit& visit, const desk::Route& route) {
    std::string stale_token;
    web::Response response = house_.database.read([&](db::Connection& in) {
        recognise(visit, in, stale_token);
        if (route.rule != desk::Rule::everyone && !visit.who.is_signed_in()) return sign_in_first(visit);
        if (route.rule == desk::Rule::administrator && !visit.who.is_administrator)
            return desk::not_found(visit);
        visit.in = &in;
        web::Response made = route.page(visit);
        visit.in = nullptr;
        return made;
    });
    if (!stale_token.empty()) {
        (void)house_.database.write([&](db::Connection& in) {
            people::touch_session(in, stale_token, visit.when);
            return Result<Done>(Done{});
        });
    }
    return response;
}

web::Response Door::post_page(desk::Visit& visit, const desk::Route& route) {
    std::string stale_token;
    house_.database.read([&](db::Connection& in) { recognise(visit, in, stale_token); });
    if (route.forms == desk::Forms::anybodys) return route.page(visit);
    if (is_from_elsewhere(visit.request)) {
        return desk::trouble(visit, {Problem{Trouble::forbidden, "problem.foreign_form", "", {}}});
    }
    if (route.rule != desk::Rule::everyone && !visit.who.is_signed_in()) {
        take_for_visitor(visit);
        return interrupted(visit);
    }
    const bool is_ours =
        !visit.csrf.empty() && same_secret(unmasked(visit.request.field("csrf")), visit.csrf);
    // A stale form of somebody who signed in again: show what was typed, let them send it once more.
    if (!is_ours && visit.who.is_signed_in()) return resend(visit);
    if (!is_ours) return desk::trouble(visit, {Problem{Trouble::forbidden, "problem.foreign_form", "", {}}});
    if (route.rule == desk::Rule::administrator && !visit.who.is_administrator) return desk::not_found(visit);
    const auto per_minute = static_cast<double>(house_.config.number("posts_per_minute"));
    if (per_minute > 0 && visit.who.is_signed_in() &&
        !house_.limits.allow("post " + visit.who.person, per_minute / 60, per_minute, visit.when)) {
        return desk::trouble(visit, {Problem{Trouble::too_many, "problem.forbidden", "", {}}});
    }
    return route.page(visit);
}

std::string Door::allowed(std::string_view path) const {
    web::Match match;
    bool is_known = false;
    const bool is_read = router_.find(web::Method::get, path, match, is_known);
    const bool is_posted = router_.find(web::Method::post, path, match, is_known);
    if (is_read && is_posted) return "GET, HEAD, POST";
    return is_posted ? "POST" : "GET, HEAD";
}

bool Door::takes_files(const web::Request& request) const {
    web::Match match;
    bool is_path_known = false;
    return !request.cookies.empty() && router_.find(request.method, request.path, match, is_path_known) &&
           routes_[match.route].forms == desk::Forms::ours_with_files;
}

bool Door::is_flood(const desk::Visit& visit) {
    const auto rate = static_cast<double>(house_.config.number("requests_per_second"));
    return rate > 0 && !house_.limits.allow("request " + web::network_of(visit.request.remote), rate,
                                            rate * 4, visit.when);
}

web::Response Door::refuse(int status, const web::Request& request) {
    const desk::Visit visit{house_.site, request, language_of(request), "", {}, "", "", now()};
    if (is_of_api(request.path)) {
        web::Response response = api_trouble(visit, status);
        if (status == 405) response.with("Allow", allowed(request.path));
        return response;
    }
    const std::string key = "trouble." + std::to_string(status);
    const std::string known = house_.phrases.has(key + ".title", visit.language) ? key : "trouble.400";
    desk::Frame frame;
    frame.title = visit.say(known + ".title");
    frame.visible_for = desk::visible_to_everyone();
    html::View view;
    html::View home;
    home.set("href", desk::address(visit, "/")).set("label", visit.say("trouble.home"));
    view.set("heading", frame.title)
        .set("text", visit.say(known + ".text",
                               status >= 500 ? html::PhraseValues{{"id", request.id}} : html::PhraseValues{}))
        .set("reasons", html::List{})
        .set("actions", html::List{home});
    return desk::show(visit, frame, "message_page", std::move(view), status);
}

}  // namespace kring::app
