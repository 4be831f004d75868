// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/letters.hpp"

#include "domain/calendar/feed.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/people/letters.hpp"
#include "domain/people/people.hpp"
#include "domain/registration/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::registration {

namespace {

std::string place_in_words(const desk::Site& site, html::Language language,
                           const workshop::Workshop& workshop, Pool pool) {
    const html::Phrases& phrases = site.phrases;
    if (pool == Pool::online) return phrases.say("registration.letter.online", language);
    if (workshop.place.empty()) return phrases.say("registration.letter.room", language);
    return phrases.say("registration.letter.room_at", language, {{"place", workshop.place}});
}

html::PhraseValues values_of(const Act& act, const desk::Site& site, const workshop::Workshop& workshop,
                             const Registration& one, html::Language language) {
    const bool is_waiting = one.state == State::waiting;
    return {{"site", site.name},
            {"contact", site.contact_email},
            {"title", in_language(workshop.title(), language).text},
            {"when", workshop::moment_in_words(site.phrases, language, workshop)},
            {"place", place_in_words(site, language, workshop, one.pool)},
            {"position", is_waiting ? std::to_string(position_of(act.in, one)) : ""},
            {"until", one.offered_until ? site.phrases.moment(*one.offered_until, language) : ""},
            {"reason", one.reason},
            {"why", in_language(workshop.cancelled_why, language).text},
            {"link", site.public_address +
                         desk::address(language, "/bijeenkomsten/{id}/inschrijven", {workshop.record.id})}};
}

// For who has a place, what stands in their calendar from now on; also that it is off, and on again.
std::string calendar_of(const Act& act, const desk::Site& site, const workshop::Workshop& workshop,
                        const Registration& one, html::Language language, std::string_view kind) {
    const bool changes_calendar = kind == "confirmed" || kind == "called_off" || kind == "on_again";
    const auto who = people::actor_of(act.in, one.person);
    if (!changes_calendar || one.state != State::confirmed || workshop.day.empty() || !who) return "";
    return calendar::workshop_file(act.in, {site, language, *who, act.when}, workshop);
}

}  // namespace

void post_letter(const Act& act, const desk::Site& site, const workshop::Workshop& workshop,
                 const Registration& registration, std::string_view kind) {
    const auto person = people::find_person(act.in, registration.person).value();
    const html::Language language = people::language_of(person.language);
    html::PhraseValues values = values_of(act, site, workshop, registration, language);
    values.emplace_back("name", person.name);
    const std::string key = "registration.letter." + std::string(kind);
    journal::post(act, {person.id, person.name, person.email, person.language,
                        site.phrases.say(key + ".subject", language, values),
                        site.phrases.say(key + ".body", language, values),
                        calendar_of(act, site, workshop, registration, language, kind)});
}

}  // namespace kring::registration
