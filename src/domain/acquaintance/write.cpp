// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/acquaintance/acts.hpp"
#include "domain/acquaintance/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/letters/store.hpp"
#include "domain/letters/wording.hpp"
#include "domain/network/store.hpp"
#include "domain/people/people.hpp"

namespace kring::acquaintance {

namespace {

letters::Written withheld(std::string_view why, const Place& place) {
    letters::Written written;
    written.withheld = why;
    written.record = place.round;
    return written;
}

const Wisher* find(const std::vector<Wisher>& all, std::string_view person) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Wisher& one) { return one.person == person; });
    return found == all.end() ? nullptr : &*found;
}

/// The others of the group whom this one may still meet about its theme.
std::vector<Wisher> still_to_meet(db::Connection& in, const Place& place, const std::vector<Wisher>& all,
                                  const Wisher& reader) {
    std::vector<Wisher> found;
    for (const std::string& person : others_of(in, place)) {
        const Wisher* other = find(all, person);
        if (other && may_meet(reader, *other) && wants(reader, place.theme) && wants(*other, place.theme))
            found.push_back(*other);
    }
    return found;
}

std::string lines_of(const std::vector<Wisher>& people) {
    std::string text;
    for (const Wisher& one : people) {
        if (!text.empty()) text += "\n";
        text += one.name + (one.organisation_name.empty() ? "" : ", " + one.organisation_name) + "\n" +
                one.email + "\n";
    }
    return text;
}

}  // namespace

std::optional<letters::Written> write(db::Connection& in, const letters::Letterhead& head,
                                      const journal::Waiting& waiting, Time) {
    const auto place = find_by_outbox(in, waiting.id);
    if (!place) return std::nullopt;
    const auto all = wishers_of(in, place->network);
    const Wisher* reader = find(all, place->person);
    const auto person = people::find_person(in, place->person);
    const auto network = network::find(in, place->network);
    if (!reader || !person || !network) return withheld("rights", *place);
    const auto stop = letters::find_stop_of(in, person->id, network->id);
    const auto choice = letters::choice_of_person(in, person->id, network->id);
    if (!stop || choice == letters::Choice::nothing) return withheld("choice", *place);
    const auto people = still_to_meet(in, *place, all, *reader);
    if (people.empty()) return withheld("rights", *place);

    const letters::Wording wording(head, *person);
    const html::Language language = wording.language();
    const std::string key = letters::find_key(in);
    const std::string list =
        network->is_open ? network::name(*network, html::code(language)) : wording.say("letters.closed.list");
    const std::string theme = wording.say("acquaintance.theme." + place->theme);
    const std::string page =
        wording.address(desk::address(language, "/netwerken/{netwerk}/kennismaken", {network->id}));
    mail::Message mail;
    mail.id = waiting.id;
    mail.to_name = person->name;
    mail.to_email = person->email;
    mail.language = person->language;
    mail.list_id = letters::list_id(head, key, network->id, network->is_open);
    mail.unsubscribe = letters::stop_address(head, key, *stop, language);
    mail.subject = wording.say("acquaintance.mail.subject", {{"theme", theme}});
    mail.text = wording.say("acquaintance.mail.body",
                            {{"list", list}, {"theme", theme}, {"people", lines_of(people)}}) +
                "\n\n-- \n" +
                wording.say("letters.footer",
                            {{"why", wording.say("acquaintance.mail.why", {{"page", page}})},
                             {"list", list},
                             {"stop", mail.unsubscribe},
                             {"settings", wording.address(desk::address(language, "/mijn/post"))}}) +
                "\n";
    letters::Written written;
    written.record = place->round;
    written.message = std::move(mail);
    return written;
}

}  // namespace kring::acquaintance
