// SPDX-License-Identifier: EUPL-1.2
// One click stops a list, without signing in: for people by a page with a button, for mail programs by
// the POST of RFC 8058, which expects a plain 200.
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/letters/acts.hpp"
#include "domain/letters/page_functions.hpp"
#include "domain/network/store.hpp"

namespace kring::letters {

namespace {

using desk::Visit;

/// The name of a closed network is for its members alone.
std::string list_in_words(const Visit& visit, db::Connection& in, const Stop& stop) {
    if (stop.network.empty()) return visit.say("letters.digest.list");
    const auto network = network::find(in, stop.network);
    if (!network || !network->is_open) return visit.say("letters.closed.list");
    return network::name(*network, visit.code());
}

// Whoever has the address may stop the list: it is kept by nobody on the way.
web::Response personal(web::Response response) {
    response.is_personal = true;
    response.holds_secret = true;
    return response;
}

desk::Frame frame_of(const Visit& visit) {
    desk::Frame frame;
    frame.title = visit.say("letters.stop.title");
    frame.visible_for = desk::visible_to_you();
    return frame;
}

}  // namespace

web::Response show_stop(const Visit& visit) {
    const std::string token(visit.request.part("sleutel"));
    const auto list = visit.read([&](db::Connection& in) -> std::optional<std::string> {
        const auto stop = find_stop(in, token);
        if (!stop) return std::nullopt;
        return list_in_words(visit, in, *stop);
    });
    if (!list) return desk::not_found(visit);
    html::View view;
    view.set("lead", visit.say("letters.stop.lead", {{"list", *list}}))
        .set("action", desk::address(visit, "/post/uitschrijven/{sleutel}", {token}))
        .set("settings_href", desk::address(visit, "/mijn/post"));
    return personal(desk::show(visit, frame_of(visit), "letter_stop", std::move(view)));
}

web::Response post_stop(const Visit& visit) {
    const auto stopped =
        visit.write([&](const Act& act) { return stop(act, visit.request.part("sleutel")); });
    if (!stopped) return desk::trouble(visit, stopped.problems());
    const std::string list =
        visit.read([&](db::Connection& in) { return list_in_words(visit, in, *stopped); });
    html::View settings;
    settings.set("href", desk::address(visit, "/mijn/post")).set("label", visit.say("letters.stop.settings"));
    html::View view;
    view.set("heading", visit.say("letters.stop.done"))
        .set("text", visit.say("letters.stop.done_text", {{"list", list}}))
        .set("reasons", html::List{})
        .set("actions", html::List{settings});
    desk::Frame frame = frame_of(visit);
    frame.title = visit.say("letters.stop.done");
    return personal(desk::show(visit, frame, "message_page", std::move(view)));
}

}  // namespace kring::letters
