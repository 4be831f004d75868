// SPDX-License-Identifier: EUPL-1.2
// What a member wants to discuss in a workshop: ticking its questions is voting for them.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/preparation/acts.hpp"
#include "domain/preparation/page_functions.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::preparation {

namespace {

using desk::Visit;
using html::List;
using html::View;

View tick_of(const Visit& visit, const Discussable& one) {
    View view;
    view.set("id", "q-" + one.id)
        .set("name", "question[]")
        .set("value", one.id)
        .set("label", one.title)
        .set("hint", visit.say("preparation.discuss.votes", {{"count", std::to_string(one.votes)}}))
        .set("error", "")
        .set("required", false)
        .set("checked", one.is_chosen);
    return view;
}

}  // namespace

web::Response show_discuss(const Visit& visit) {
    struct Found {
        Subject subject;
        std::vector<Discussable> questions;
    };
    const auto found = visit.read([&](db::Connection& in) -> Result<Found> {
        TRY(subject, find_subject(in, visit));
        if (!visit.who.is_member(subject.network.id)) return workshop::forbidden();
        return Found{subject, discussables(in, visit.who, subject.workshop->record.id, visit.when)};
    });
    if (!found) return desk::trouble(visit, found.problems());
    const std::string& id = found->subject.workshop->record.id;
    List ticks;
    List own;
    for (const Discussable& one : found->questions) {
        View row;
        row.set("title", one.title)
            .set("language", one.language)
            .set("href", desk::address(visit, "/vragen/{id}", {one.id}));
        if (one.is_own)
            own.push_back(std::move(row));
        else
            ticks.push_back(tick_of(visit, one));
    }
    const std::string ask_href =
        desk::address(visit, "/vragen/nieuw") + "?network=" + found->subject.network.id + "&workshop=" + id;
    View view;
    view.set("about", subject_in_words(visit, found->subject))
        .set("about_href", subject_address(visit, found->subject))
        .set("action", desk::address(visit, "/bijeenkomsten/{id}/bespreken", {id}))
        .set("ticks", std::move(ticks))
        .set("own", std::move(own))
        .set("ask_href", ask_href)
        .set("empty_text", visit.say("preparation.discuss.none"))
        .set("empty_href", "")
        .set("empty_label", "")
        .set("csrf", masked(visit.csrf));
    desk::Frame frame = frame_of(visit, found->subject, visit.say("preparation.discuss"));
    frame.visible_for = desk::visible_to_you();
    return desk::show(visit, frame, "preparation_discuss", std::move(view));
}

web::Response post_discuss(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto shown = web::all_of(visit.request.form, "shown[]");
    const auto chosen = web::all_of(visit.request.form, "question[]");
    const auto done = visit.write([&](const Act& act) { return choose_to_discuss(act, id, shown, chosen); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, workshop::workshop_address(visit, id), "discuss_kept");
}

}  // namespace kring::preparation
