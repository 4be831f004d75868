// SPDX-License-Identifier: EUPL-1.2
// The way in for a guest: the mailed link shows a button, the button puts the secret in a cookie. So it
// stands in no address that is followed, kept or passed on from there, and programs that look into mail do
// not come in.
#include "domain/desk/addresses.hpp"
#include "domain/speaker/acts.hpp"
#include "domain/speaker/page_functions.hpp"
#include "domain/speaker/store.hpp"
#include "platform/web/cookie.hpp"

namespace kring::speaker {

namespace {

using desk::Visit;

constexpr std::size_t token_length = 43;

std::string_view cookie_name(bool is_secure) { return is_secure ? "__Host-kring-guest" : "kring-guest"; }

std::string cookie(std::string_view token, bool is_secure) {
    return std::string(cookie_name(is_secure)) + "=" + std::string(token) +
           "; Path=/; HttpOnly; SameSite=Lax" + (token.empty() ? "; Max-Age=0" : "") +
           (is_secure ? "; Secure" : "");
}

}  // namespace

std::optional<Guest> guest_of(const Visit& visit) {
    const std::string_view token = web::value_of(visit.request.cookies, cookie_name(visit.request.is_secure));
    if (token.size() != token_length) return std::nullopt;
    return visit.read([&](db::Connection& in) { return find_by_token(in, token, visit.when); });
}

web::Response link_gone(const Visit& visit) {
    return desk::trouble(visit, {{Trouble::not_found, "speaker.problem.link_gone", "", {}}});
}

web::Response show_link(const Visit& visit) {
    const std::string_view token = web::value_of(visit.request.query, "t");
    if (token.empty() && guest_of(visit)) return web::see_other(desk::address(visit, "/spreker/overzicht"));
    const auto guest = visit.read([&](db::Connection& in) { return find_by_token(in, token, visit.when); });
    if (!guest) return link_gone(visit);
    desk::Form form(visit, desk::address(visit, "/spreker"), "speaker.link.submit");
    form.hidden("t", token);
    desk::Frame frame;
    frame.title = visit.say("speaker.link.title", {{"name", guest->name}});
    frame.visible_for = desk::visible_to_you();
    web::Response response =
        show_guest_form(visit, std::move(frame), visit.say("speaker.link.lead"), form, {}, {});
    response.holds_secret = true;
    return response;
}

web::Response post_link(const Visit& visit) {
    const std::string token(visit.request.field("t"));
    const auto used = visit.write([&](const Act& act) { return use_link(act, token); });
    if (!used) return desk::trouble(visit, used.problems());
    web::Response response = web::see_other(desk::address(visit, "/spreker/overzicht"));
    return response.with("Set-Cookie", cookie(token, visit.request.is_secure));
}

web::Response post_departure(const Visit& visit) {
    web::Response response = desk::go(visit, desk::address(visit, "/"), "guest_left");
    return response.with("Set-Cookie", cookie("", visit.request.is_secure));
}

}  // namespace kring::speaker
