// SPDX-License-Identifier: EUPL-1.2
// What guests brought, for the readers of the sessions they spoke in, as far as they agree; and the doors.
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/store.hpp"
#include "domain/speaker/may.hpp"
#include "domain/speaker/page_functions.hpp"
#include "domain/speaker/pages.hpp"
#include "domain/speaker/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/html/markdown.hpp"

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
};

// There is something to see: words about the talk, a name, or slides.
bool has_something(const Guest& guest) {
    return !guest.talk.title.empty() || !guest.talk.about.empty() || !guest.named_as().empty() ||
           (guest.consent.may_publish && guest.file(Purpose::slides));
}

// Those of the sessions that are given.
std::vector<Guest> guests_to_show(db::Connection& in, std::string_view workshop,
                                  const std::vector<workshop::Session>& sessions) {
    std::vector<Guest> shown;
    for (Guest& guest : of_workshop(in, workshop)) {
        const bool is_readable =
            std::any_of(sessions.begin(), sessions.end(), [&](const workshop::Session& session) {
                return session.record.id == guest.session && !session.record.is_withdrawn;
            });
        if (is_readable && has_something(guest)) shown.push_back(std::move(guest));
    }
    return shown;
}

Result<Page> read_page(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    const auto workshop = workshop::find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    Page page;
    page.workshop = *workshop;
    page.series = workshop::find_series(in, workshop->series).value();
    page.network = network::find(in, record.network).value();
    page.sessions = workshop::sessions_of(in, visit.who, record.id, visit.when);
    page.guests = guests_to_show(in, record.id, page.sessions);
    return page;
}

View view_of(const Visit& visit, const Page& page, const Guest& guest) {
    const auto session =
        std::find_if(page.sessions.begin(), page.sessions.end(),
                     [&](const workshop::Session& one) { return one.record.id == guest.session; });
    const bool shows = guest.shows_person();
    const Kept* slides = guest.consent.may_publish ? guest.file(Purpose::slides) : nullptr;
    const Kept* photo = shows ? guest.file(Purpose::photo) : nullptr;
    View view;
    set_worded(view, "session", session->title(), visit.language);
    const std::string language = guest.language == visit.code() ? "" : guest.language;
    const Worded own = in_language(session->title(), visit.language);
    const bool has_title = !guest.talk.title.empty();
    const std::string own_language = own.language == visit.code() ? "" : own.language;
    view.set("id", guest.id)
        .set("session_href", workshop::session_address(visit, guest.session))
        .set("heading", has_title ? guest.talk.title : own.text)
        .set("heading_language", has_title ? language : own_language)
        .set("language", language)
        .set("about", html::markdown(guest.talk.about, 3))
        .set("named_as", guest.named_as())
        .set("biography", shows ? guest.talk.biography : "")
        .set("photo_href", photo ? desk::address(visit, "/gastsprekers/{id}/foto", {guest.id}) : "")
        .set("photo_alt", guest.photo_alt)
        .set("slides_href", slides ? desk::address(visit, "/gastsprekers/{id}/presentatie", {guest.id}) : "")
        .set("slides_name", slides ? slides->name : "")
        .set("slides_size", slides ? size_in_words(visit, *slides) : "");
    return view;
}

web::Response send(const Visit& visit, Purpose purpose) {
    std::string bytes;
    std::optional<Kept> file;
    visit.read([&](db::Connection& in) {
        const auto guest = find(in, visit.request.part("id"));
        const Kept* kept = guest ? guest->file(purpose) : nullptr;
        if (!kept || !may_have(in, visit.who, *guest, purpose, visit.when)) return;
        file = *kept;
        bytes = bytes_of(in, kept->hash);
    });
    if (!file) return desk::not_found(visit);
    return purpose == Purpose::photo ? send_picture(std::move(bytes), *file)
                                     : send_file(std::move(bytes), *file);
}

}  // namespace

web::Response list_talks(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    List talks;
    for (const Guest& guest : page->guests) talks.push_back(view_of(visit, *page, guest));
    View view;
    set_worded(view, "workshop", page->workshop.title(), visit.language);
    view.set("workshop_href", workshop::workshop_address(visit, page->workshop.record.id))
        .set("talks", std::move(talks))
        .set("empty_text", visit.say("speaker.talks.none"))
        .set("empty_href", "")
        .set("empty_label", "");
    desk::Frame frame;
    frame.title = visit.say("speaker.talks.title");
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, page->network, page->series);
    frame.crumbs.push_back(workshop::crumb_of(visit, page->workshop, false));
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visit.read(
        [&](db::Connection& in) { return chain::visible_for(in, page->workshop.record, visit.code()); });
    return desk::show(visit, frame, "speaker_talks", std::move(view));
}

web::Response send_photo(const Visit& visit) { return send(visit, Purpose::photo); }

web::Response send_slides(const Visit& visit) { return send(visit, Purpose::slides); }

void add_doors(const Visit& visit, std::string_view workshop, workshop::Beside& beside) {
    visit.read([&](db::Connection& in) {
        const auto record = chain::find_readable(in, visit.who, workshop, visit.when);
        if (!record) return;
        if (may_invite(visit.who, record->network)) {
            beside.plan.push_back({desk::address(visit, "/bijeenkomsten/{id}/gastsprekers", {workshop}),
                                   visit.say("speaker.guests.title")});
        }
        if (!has_guests(in, workshop)) return;
        const auto sessions = workshop::sessions_of(in, visit.who, workshop, visit.when);
        if (guests_to_show(in, workshop, sessions).empty()) return;
        beside.read.push_back({desk::address(visit, "/bijeenkomsten/{id}/sprekers", {workshop}),
                               visit.say("speaker.talks.title")});
    });
}

}  // namespace kring::speaker
