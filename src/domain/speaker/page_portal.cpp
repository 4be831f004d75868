// SPDX-License-Identifier: EUPL-1.2
// A guest's own page: what is in, what is not, and what the house knows of them. And the two forms in words.
#include <algorithm>

#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/speaker/acts.hpp"
#include "domain/speaker/page_functions.hpp"
#include "domain/speaker/passages.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::speaker {

namespace {

using desk::Visit;
using html::List;
using html::View;

View task(const Visit& visit, std::string_view pattern, std::string_view name, bool is_done) {
    View view;
    view.set("href", desk::address(visit, pattern))
        .set("label", visit.say("speaker.task." + std::string(name)))
        .set("state", visit.say(is_done ? "speaker.task.done" : "speaker.task.open"))
        .set("is_done", is_done);
    return view;
}

View fact(const Visit& visit, std::string_view label, std::string text) {
    View view;
    view.set("label", visit.say(label)).set("text", std::move(text));
    return view;
}

List known_of(const Visit& visit, const Guest& guest) {
    List facts = {fact(visit, "speaker.field.guest", guest.name),
                  fact(visit, "speaker.field.email", guest.email)};
    if (!guest.job.empty()) facts.push_back(fact(visit, "speaker.field.job", guest.job));
    if (!guest.organisation.empty())
        facts.push_back(fact(visit, "speaker.field.organisation", guest.organisation));
    const html::Phrases& phrases = visit.site.phrases;
    facts.push_back(fact(visit, "speaker.known.invited", phrases.moment(guest.invited_at, visit.language)));
    if (guest.opened_at)
        facts.push_back(
            fact(visit, "speaker.known.opened", phrases.moment(*guest.opened_at, visit.language)));
    if (guest.expires_at)
        facts.push_back(
            fact(visit, "speaker.known.until", phrases.moment(*guest.expires_at, visit.language)));
    for (const Kept& file : guest.files)
        facts.push_back(fact(visit, "speaker.task." + std::string(word(file.purpose)),
                             file.name + " (" + size_in_words(visit, file) + ")"));
    return facts;
}

List agreed_by(const Visit& visit, const Guest& guest) {
    const auto line = [&](std::string text) {
        View view;
        view.set("text", std::move(text));
        return view;
    };
    const Consent& said = guest.consent;
    const std::string named = guest.named_as();
    return {line(named.empty() ? visit.say("speaker.agreed.unnamed")
                               : visit.say("speaker.agreed.named", {{"as", named}})),
            line(visit.say(said.may_quote ? "speaker.agreed.quote" : "speaker.agreed.no_quote")),
            line(visit.say(said.may_publish ? "speaker.agreed.publish" : "speaker.agreed.no_publish"))};
}

desk::Extra optional_line(const Visit& visit, std::string_view hint = "") {
    desk::Extra extra;
    extra.is_required = false;
    if (!hint.empty()) extra.hint = visit.say(hint);
    return extra;
}

web::Response show_talk_form(const Visit& visit, const Guest& guest, const Talk& talk,
                             const Problems& problems) {
    desk::Form form(visit, desk::address(visit, "/spreker/verhaal"), "speaker.save");
    form.text("talk_title", "speaker.field.talk_title", talk.title, optional_line(visit));
    form.area("talk_about", "speaker.field.talk_about", talk.about,
              optional_line(visit, "speaker.field.talk_about_hint"));
    form.area("biography", "speaker.field.biography", talk.biography,
              optional_line(visit, "speaker.field.biography_hint"));
    form.problems(problems);
    (void)guest;
    return show_guest_form(visit, frame_for_guest(visit, "speaker.task.talk"), visit.say("speaker.talk.lead"),
                           form, {}, problems);
}

web::Response show_consent_form(const Visit& visit, const Guest& guest, const Problems& problems) {
    desk::Form form(visit, desk::address(visit, "/spreker/toestemming"), "speaker.save");
    form.text("guest", "speaker.field.guest", guest.name);
    form.text("job", "speaker.field.job", guest.job, optional_line(visit));
    form.text("organisation", "speaker.field.organisation", guest.organisation, optional_line(visit));
    std::vector<desk::Option> options;
    for (const Naming naming : namings) {
        const std::string one(word(naming));
        options.push_back({one, visit.say("speaker.naming." + one), ""});
    }
    form.radios("naming", "speaker.field.naming", word(guest.consent.naming), options);
    const auto box = [&](std::string_view name, bool is_checked) {
        desk::Extra extra;
        extra.hint = visit.say("speaker.field." + std::string(name) + "_hint");
        form.checkbox(name, "speaker.field." + std::string(name), is_checked, extra);
    };
    form.heading("speaker.consent.heading");
    box("may_name", guest.consent.may_name);
    box("may_quote", guest.consent.may_quote);
    box("may_publish", guest.consent.may_publish);
    form.problems(problems);
    return show_guest_form(visit, frame_for_guest(visit, "speaker.task.consent"),
                           visit.say("speaker.consent.lead"), form, {}, problems);
}

Guest with_typed_consent(const Visit& visit, Guest guest) {
    guest.name = network::typed(visit, "guest");
    guest.job = network::typed(visit, "job");
    guest.organisation = network::typed(visit, "organisation");
    guest.consent.naming = naming_of(visit.request.field("naming")).value_or(Naming::none);
    guest.consent.may_name = visit.request.field("may_name") == "yes";
    guest.consent.may_quote = visit.request.field("may_quote") == "yes";
    guest.consent.may_publish = visit.request.field("may_publish") == "yes";
    return guest;
}

}  // namespace

web::Response show_portal(const Visit& visit) {
    const auto guest = guest_of(visit);
    if (!guest) return link_gone(visit);
    const std::vector<std::string> open = missing(*guest);
    const auto is_in = [&](std::string_view name) {
        return std::find(open.begin(), open.end(), name) == open.end();
    };
    View view;
    visit.read([&](db::Connection& in) {
        const auto session = workshop::find_session(in, guest->session).value();
        const auto held = workshop::find(in, guest->workshop).value();
        set_worded(view, "session", session.title(), visit.language);
        set_worded(view, "workshop", held.title(), visit.language);
        workshop::set_when_and_where(view, visit, held);
        view.set("has_passages", !passages_of(in, guest->id).empty());
    });
    view.set("tasks", List{task(visit, "/spreker/verhaal", "talk", is_in("talk") && is_in("biography")),
                           task(visit, "/spreker/foto", "photo", is_in("photo")),
                           task(visit, "/spreker/presentatie", "slides", is_in("slides")),
                           task(visit, "/spreker/toestemming", "consent", is_in("consent"))})
        .set("agreed", agreed_by(visit, *guest))
        .set("known", known_of(visit, *guest))
        .set("contact", visit.site.contact_email)
        .set("passages_href", desk::address(visit, "/spreker/passages"))
        .set("leave_href", desk::address(visit, "/spreker/afmelden"))
        .set("csrf", masked(visit.csrf));
    desk::Frame frame;
    frame.title = visit.say("speaker.portal.title", {{"name", guest->name}});
    frame.visible_for = {"visible.guest", {}};
    return desk::show(visit, frame, "speaker_portal", std::move(view));
}

web::Response show_talk(const Visit& visit) {
    const auto guest = guest_of(visit);
    return guest ? show_talk_form(visit, *guest, guest->talk, {}) : link_gone(visit);
}

web::Response post_talk(const Visit& visit) {
    const auto guest = guest_of(visit);
    if (!guest) return link_gone(visit);
    const Talk talk{network::typed(visit, "talk_title"), network::typed(visit, "talk_about"),
                    network::typed(visit, "biography")};
    const auto done = visit.write([&](const Act& act) { return tell(act, guest->id, talk); });
    if (!done) return show_talk_form(visit, *guest, talk, done.problems());
    return desk::go(visit, desk::address(visit, "/spreker/overzicht"), "guest_saved");
}

web::Response show_consent(const Visit& visit) {
    const auto guest = guest_of(visit);
    return guest ? show_consent_form(visit, *guest, {}) : link_gone(visit);
}

web::Response post_consent(const Visit& visit) {
    const auto guest = guest_of(visit);
    if (!guest) return link_gone(visit);
    const Guest wanted = with_typed_consent(visit, *guest);
    const auto done = visit.write([&](const Act& act) { return agree(act, guest->id, wanted); });
    if (!done) return show_consent_form(visit, wanted, done.problems());
    return desk::go(visit, desk::address(visit, "/spreker/overzicht"), "guest_saved");
}

}  // namespace kring::speaker
