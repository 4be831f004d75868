// SPDX-License-Identifier: EUPL-1.2
// The guest speakers of a workshop for its facilitators: who was asked, what is in, what is missing.
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/speaker/acts.hpp"
#include "domain/speaker/may.hpp"
#include "domain/speaker/page_functions.hpp"
#include "domain/speaker/passages.hpp"
#include "domain/speaker/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::speaker {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct Page {
    workshop::Workshop workshop;
    workshop::Series series;
    network::Network network;
    std::vector<workshop::Session> sessions;
    std::vector<Guest> guests;
    std::vector<std::vector<Passage>> passages;  // of each guest
};

bool is_of(const std::vector<workshop::Session>& sessions, std::string_view id) {
    return std::any_of(sessions.begin(), sessions.end(),
                       [&](const workshop::Session& one) { return one.record.id == id; });
}

Result<Page> read_page(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    const auto workshop = workshop::find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_invite(visit.who, record.network)) return workshop::forbidden();
    if (record.is_withdrawn) return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    Page page;
    page.workshop = *workshop;
    page.series = workshop::find_series(in, workshop->series).value();
    page.network = network::find(in, record.network).value();
    page.sessions = workshop::sessions_of(in, visit.who, record.id, visit.when);
    for (Guest& guest : of_workshop(in, record.id)) {
        if (is_of(page.sessions, guest.session)) page.guests.push_back(std::move(guest));
    }
    for (const Guest& guest : page.guests) page.passages.push_back(passages_of(in, guest.id));
    return page;
}

std::string link_in_words(const Visit& visit, const Guest& guest) {
    if (!is_open(guest, visit.when)) return visit.say("speaker.guests.link_none");
    return visit.say(guest.opened_at ? "speaker.guests.link_used" : "speaker.guests.link_unused",
                     {{"until", visit.site.phrases.moment(*guest.expires_at, visit.language)}});
}

List lines_of(const Visit& visit, const std::vector<std::string>& words) {
    List lines;
    for (const std::string& one : words) {
        View view;
        view.set("text", visit.say("speaker.missing." + one));
        lines.push_back(std::move(view));
    }
    return lines;
}

List files_of(const Visit& visit, const Guest& guest) {
    List files;
    for (const Kept& file : guest.files) {
        const bool is_photo = file.purpose == Purpose::photo;
        View view;
        view.set("href",
                 desk::address(visit, is_photo ? "/gastsprekers/{id}/foto" : "/gastsprekers/{id}/presentatie",
                               {guest.id}))
            .set("label", visit.say("speaker.task." + std::string(word(file.purpose))) + ": " + file.name)
            .set("size", size_in_words(visit, file));
        files.push_back(std::move(view));
    }
    return files;
}

std::string session_title(const Visit& visit, const Page& page, const std::string& id) {
    for (const workshop::Session& session : page.sessions) {
        if (session.record.id == id) return in_language(session.title(), visit.language).text;
    }
    return visit.say("kind.session");
}

List passages_view(const Visit& visit, const std::vector<Passage>& passages) {
    List rows;
    for (const Passage& one : passages) {
        const std::string state = one.is_current() ? one.decision : "changed";
        View view;
        view.set("text", in_language(one.text, visit.language).text)
            .set("state", visit.say("speaker.passage." + state))
            .set("remark", one.remark);
        rows.push_back(std::move(view));
    }
    return rows;
}

View guest_view(const Visit& visit, const Page& page, std::size_t at) {
    const Guest& guest = page.guests[at];
    const Consent& said = guest.consent;
    const std::string named = guest.named_as();
    View view;
    view.set("id", guest.id)
        .set("name", guest.name)
        .set("email", guest.email)
        .set("session", session_title(visit, page, guest.session))
        .set("link", link_in_words(visit, guest))
        .set("has_link", is_open(guest, visit.when))
        .set("missing", lines_of(visit, missing(guest)))
        .set("talk", guest.talk.title)
        .set("files", files_of(visit, guest))
        .set("named", named.empty() ? visit.say("speaker.guests.unnamed") : named)
        .set("quote", visit.say(said.may_quote ? "speaker.guests.quote" : "speaker.guests.no_quote"))
        .set("publish", visit.say(said.may_publish ? "speaker.guests.publish" : "speaker.guests.no_publish"))
        .set("passages", passages_view(visit, page.passages[at]))
        .set("passages_href", desk::address(visit, "/gastsprekers/{id}/passages", {guest.id}))
        .set("renew_href", desk::address(visit, "/gastsprekers/{id}/link", {guest.id}))
        .set("revoke_href", desk::address(visit, "/gastsprekers/{id}/intrekking", {guest.id}));
    return view;
}

desk::Form form_of(const Visit& visit, const Page& page, const Invitation& typed, const Problems& problems) {
    desk::Form form(visit,
                    desk::address(visit, "/bijeenkomsten/{id}/gastsprekers", {page.workshop.record.id}),
                    "speaker.invite.submit");
    std::vector<desk::Option> sessions;
    for (const workshop::Session& session : page.sessions) {
        sessions.push_back({session.record.id, in_language(session.title(), visit.language).text, ""});
    }
    form.select("session", "kind.session", typed.session, sessions);
    desk::Extra mail;
    mail.type = "email";
    form.text("guest", "speaker.field.guest", typed.name)
        .text("email", "speaker.field.email", typed.email, mail);
    form.radios("language", "speaker.field.language", typed.language,
                {{"nl", visit.say("language.nl"), ""}, {"en", visit.say("language.en"), ""}});
    form.problems(problems).refusal("speaker.invite.refused");
    return form;
}

web::Response show_page(const Visit& visit, const Page& page, const Invitation& typed,
                        const Problems& problems) {
    List guests;
    for (std::size_t i = 0; i < page.guests.size(); ++i) guests.push_back(guest_view(visit, page, i));
    const desk::Form form = form_of(visit, page, typed, problems);
    View view;
    set_worded(view, "workshop", page.workshop.title(), visit.language);
    view.set("workshop_href", workshop::workshop_address(visit, page.workshop.record.id))
        .set("guests", std::move(guests))
        .set("has_sessions", !page.sessions.empty())
        .set("session_href",
             desk::address(visit, "/bijeenkomsten/{id}/onderdelen/nieuw", {page.workshop.record.id}))
        .set("form", form.view())
        .set("csrf", masked(visit.csrf));
    desk::Frame frame;
    frame.title = visit.say("speaker.guests.title");
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, page.network, page.series);
    frame.crumbs.push_back(workshop::crumb_of(visit, page.workshop, false));
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = workshop::visible_to_planners(visit, page.network);
    frame.has_errors = form.has_problems();
    return desk::show(visit, frame, "speaker_guests", std::move(view), network::status_of_form(problems));
}

// Back to the list after something was done with one guest.
template <class F>
web::Response with_guest(const Visit& visit, std::string_view message, F&& act_on) {
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return act_on(act, id); });
    if (!done) return desk::trouble(visit, done.problems());
    const auto guest = visit.read([&](db::Connection& in) { return find(in, id); });
    return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/gastsprekers", {guest->workshop}),
                    message);
}

}  // namespace

web::Response show_guests(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_page(visit, *page, {"", "", "", std::string(visit.code())}, {});
}

web::Response post_invitation(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Invitation typed{std::string(visit.request.field("session")), network::typed(visit, "guest"),
                           network::typed(visit, "email"), std::string(visit.request.field("language"))};
    if (!is_of(page->sessions, typed.session))
        return show_page(visit, *page, typed, {{Trouble::invalid, "problem.choice", "session", {}}});
    const auto invited = visit.write([&](const Act& act) { return invite(act, visit.site, typed); });
    if (invited) {
        return desk::go(visit,
                        desk::address(visit, "/bijeenkomsten/{id}/gastsprekers", {page->workshop.record.id}),
                        "guest_invited");
    }
    return show_page(visit, *page, typed, invited.problems());
}

web::Response post_renewal(const Visit& visit) {
    return with_guest(visit, "guest_link_renewed",
                      [&](const Act& act, std::string_view id) { return renew_link(act, visit.site, id); });
}

web::Response post_revocation(const Visit& visit) {
    return with_guest(visit, "guest_link_revoked",
                      [](const Act& act, std::string_view id) { return revoke_link(act, id); });
}

web::Response post_showing(const Visit& visit) {
    return with_guest(visit, "guest_passages_shown",
                      [](const Act& act, std::string_view id) { return show_to_guest(act, id); });
}

}  // namespace kring::speaker
