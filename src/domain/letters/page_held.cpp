// SPDX-License-Identifier: EUPL-1.2
// An answer that came by mail from somewhere else than expected: whoever's address it was mailed to says
// whether it is theirs.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"
#include "domain/letters/acts.hpp"
#include "domain/letters/page_functions.hpp"
#include "domain/letters/store.hpp"
#include "platform/html/markdown.hpp"

namespace kring::letters {

namespace {

using desk::Visit;

struct Shown {
    HeldReply reply;
    chain::Record question;
};

// A question that one may no longer read is not shown, nor answered.
std::optional<Shown> find_shown(const Visit& visit) {
    return visit.read([&](db::Connection& in) -> std::optional<Shown> {
        const auto reply = held_reply(in, visit.request.part("id"));
        if (!reply || reply->person != visit.who.person) return std::nullopt;
        const auto question = chain::find_readable(in, visit.who, reply->question, visit.when);
        if (!question) return std::nullopt;
        return Shown{*reply, *question};
    });
}

web::Response show(const Visit& visit, const Shown& shown, const Problems& problems) {
    desk::Frame frame;
    frame.title = visit.say("letters.held.title");
    frame.crumbs = {{visit.say("menu.my"), desk::address(visit, "/mijn")},
                    {visit.say("letters.title"), desk::address(visit, "/mijn/post")},
                    {frame.title, ""}};
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    html::View view;
    view.set("question", shown.question.title)
        .set("question_language", shown.question.language)
        .set("question_href", desk::address_of(visit.language, shown.question))
        .set("body", html::markdown(shown.reply.body))
        .set("received",
             visit.say("letters.held.received",
                       {{"moment", visit.site.phrases.moment(shown.reply.received_at, visit.language)}}))
        .set("problem", problems.empty() ? "" : visit.say(problems.front().phrase, problems.front().values))
        .set("place_href", desk::address(visit, "/mijn/post/antwoorden/{id}", {shown.reply.id}))
        .set("discard_href",
             desk::address(visit, "/mijn/post/antwoorden/{id}/verwijdering", {shown.reply.id}));
    const int status = problems.empty() ? 200 : desk::status_of(problems.front().trouble);
    return desk::show(visit, frame, "letter_held", std::move(view), status);
}

}  // namespace

web::Response show_held(const Visit& visit) {
    const auto shown = find_shown(visit);
    return shown ? show(visit, *shown, {}) : desk::not_found(visit);
}

web::Response post_held(const Visit& visit) {
    const auto shown = find_shown(visit);
    if (!shown) return desk::not_found(visit);
    const auto placed = visit.write([&](const Act& act) { return place_held(act, shown->reply.id); });
    if (!placed) return show(visit, *shown, placed.problems());
    return desk::go(visit, desk::address_of(visit.language, shown->question) + "#" + *placed, "answered");
}

web::Response post_discard(const Visit& visit) {
    const auto done =
        visit.write([&](const Act& act) { return discard_held(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn/post"), "letters_discarded");
}

}  // namespace kring::letters
