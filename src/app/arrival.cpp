// SPDX-License-Identifier: EUPL-1.2
#include "app/arrival.hpp"

#include <array>

#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/people/people.hpp"
#include "platform/base/text.hpp"
#include "platform/web/cookie.hpp"

namespace kring::app {

namespace {

constexpr std::string_view carried_prefix = "_f:";
constexpr std::size_t long_text = 20;  // characters from which a field is worth showing

constexpr std::array<std::string_view, 5> never_carried = {"csrf", "password", "current", "wanted", "_to"};

std::string_view device_cookie_name(bool is_secure) {
    return is_secure ? "__Host-kring-device" : "kring-device";
}

std::string device_cookie(std::string_view token, bool is_secure) {
    return std::string(device_cookie_name(is_secure)) + "=" + std::string(token) +
           "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(people::device_ms / second_ms) +
           (is_secure ? "; Secure" : "");
}

bool is_never_carried(std::string_view name) {
    for (const std::string_view one : never_carried) {
        if (one == name) return true;
    }
    return false;
}

/// A tried-too-often problem names its wait in minutes.
std::string retry_after_seconds(const Problem& problem) {
    for (const auto& [name, value] : problem.values) {
        std::int64_t minutes = 0;
        if (name == "count" && read_number(value, 1, 1440, minutes)) return std::to_string(minutes * 60);
    }
    return "60";
}

}  // namespace

people::Stationery stationery_of(const desk::Visit& visit) {
    const desk::Site& site = visit.site;
    return {site.phrases, site.name, [&site](html::Language language, std::string_view pattern) {
                return site.public_address + desk::address(language, pattern);
            }};
}

people::Visitor visitor_of(const desk::Visit& visit) {
    const web::Request& request = visit.request;
    return {request.remote, std::string(request.header("user-agent")),
            std::string(web::value_of(request.cookies, device_cookie_name(request.is_secure))),
            visit.session_id};
}

std::string next_address(const desk::Visit& visit, std::string_view wanted) {
    return web::is_local_path(wanted) ? std::string(wanted) : desk::address(visit, "/");
}

web::Response let_in(const desk::Visit& visit, const people::Welcome& welcome) {
    const Carried carried = carried_of(visit.request.form);
    web::Response response;
    if (carried.to.empty()) {
        response = web::see_other(next_address(visit, visit.request.field("volgende")));
    } else {
        desk::Visit inside = visit;
        inside.csrf = welcome.csrf;
        inside.who = visit.site.database
                         .read([&](db::Connection& in) { return people::actor_of(in, welcome.person.id); })
                         .value_or(Actor{});
        response = show_carried(inside, carried, visit.say("carried.lead"), 200);
    }
    const bool is_secure = visit.request.is_secure;
    response.with("Set-Cookie", web::session_cookie(welcome.session_token, is_secure));
    if (!welcome.device_token.empty())
        response.with("Set-Cookie", device_cookie(welcome.device_token, is_secure));
    return response;
}

Carried carried_of(const web::Fields& form) {
    Carried carried;
    const std::string_view to = web::value_of(form, "_to");
    if (!web::is_local_path(to)) return carried;
    carried.to = to;
    for (const auto& [name, value] : form) {
        if (name.starts_with(carried_prefix))
            carried.fields.emplace_back(name.substr(carried_prefix.size()), value);
    }
    return carried;
}

Carried carried_from_post(const desk::Visit& visit) {
    Carried carried{visit.request.target, {}};
    if (!web::is_local_path(carried.to)) carried.to = desk::address(visit, "/");
    for (const auto& [name, value] : visit.request.form) {
        if (!is_never_carried(name)) carried.fields.emplace_back(name, value);
    }
    return carried;
}

web::Response show_carried(const desk::Visit& visit, const Carried& carried, std::string_view lead,
                           int status) {
    desk::Form form(visit, carried.to, "carried.submit");
    html::List texts;
    for (const auto& [name, value] : carried.fields) {
        form.hidden(name, value);
        if (length(value) < long_text) continue;
        html::View text;
        text.set("text", value);
        texts.push_back(std::move(text));
    }
    desk::Frame frame;
    frame.title = visit.say("carried.title");
    frame.visible_for = desk::visible_to_you();
    html::View view;
    view.set("lead", lead).set("form", form.view()).set("texts", std::move(texts));
    return desk::show(visit, frame, "carried", std::move(view), status);
}

web::Response show_form(const desk::Visit& visit, const FormPage& page, const Problems& problems) {
    desk::Frame frame;
    frame.title = page.title;
    frame.has_errors = !problems.empty();
    frame.visible_for = desk::visible_to_everyone();
    html::View view;
    view.set("lead", page.lead).set("notice", page.notice).set("after", page.after).set("form", page.form);
    const int status = problems.empty() ? 200 : desk::status_of(problems.front().trouble);
    web::Response response = desk::show(visit, frame, "form_page", std::move(view), status);
    if (status == 429) response.with("Retry-After", retry_after_seconds(problems.front()));
    return response;
}

}  // namespace kring::app
