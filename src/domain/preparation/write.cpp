// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/letters/store.hpp"
#include "domain/letters/wording.hpp"
#include "domain/network/store.hpp"
#include "domain/people/people.hpp"
#include "domain/preparation/acts.hpp"
#include "domain/preparation/may.hpp"
#include "domain/preparation/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::preparation {

namespace {

void add_line(std::string& text, const std::string& line) {
    if (!line.empty()) text += line + "\n";
}

std::string address_of(const Subject& subject, html::Language language) {
    if (subject.workshop)
        return desk::address(language, "/bijeenkomsten/{id}", {subject.workshop->record.id});
    return desk::address(language, "/netwerken/{netwerk}/reeksen/{nummer}",
                         {subject.network.id, std::to_string(subject.series.number)});
}

// What it is about, when and where, below what was written.
std::string facts_of(const html::Phrases& phrases, const Subject& subject, html::Language language) {
    std::string text;
    if (!subject.workshop) {
        add_line(text, in_language(subject.series.name, language).text);
        return text;
    }
    add_line(text, in_language(subject.workshop->title(), language).text);
    add_line(text, workshop::moment_in_words(phrases, language, *subject.workshop));
    add_line(text, subject.workshop->place);
    return text;
}

letters::Written withheld(std::string_view why, const Message& message) {
    letters::Written written;
    written.withheld = why;
    written.record = message.workshop;
    return written;
}

std::string_view reason_of(LeftOut left_out) {
    if (left_out == LeftOut::rights) return "rights";
    return left_out == LeftOut::choice ? "choice" : "person";
}

}  // namespace

void word_for(const letters::Letterhead& head, const Subject& subject, const Message& message,
              const people::Person& reader, mail::Message& mail) {
    const letters::Wording wording(head, reader);
    const html::Language language = wording.language();
    const bool is_open = letters::may_travel(subject.network, header_of(subject));
    const std::string list =
        is_open ? network::name(subject.network, html::code(language)) : wording.say("letters.closed.list");
    mail.to_name = reader.name;
    mail.to_email = reader.email;
    mail.language = reader.language;
    if (is_open) {
        const Worded body = in_language(message.body, language);
        mail.subject = in_language(message.subject, language).text;
        mail.text = body.text + "\n\n" + facts_of(head.phrases, subject, language) +
                    wording.address(address_of(subject, language)) + "\n";
    } else {
        mail.subject = wording.say("preparation.mail.closed.subject");
        mail.text = wording.say(
            "preparation.mail.closed.body",
            {{"address", wording.address(desk::address(language, "/berichten/{id}", {message.id}))}});
    }
    mail.text += "\n-- \n" +
                 wording.say("letters.footer",
                             {{"why", wording.say("preparation.mail.why", {{"list", list}})},
                              {"list", list},
                              {"stop", mail.unsubscribe},
                              {"settings", wording.address(desk::address(language, "/mijn/post"))}}) +
                 "\n";
}

std::optional<letters::Written> write(db::Connection& in, const letters::Letterhead& head,
                                      const journal::Waiting& waiting, Time when) {
    const auto message = find_by_outbox(in, waiting.id);
    if (!message) return std::nullopt;
    const auto subject = subject_of(in, *message);
    const auto person = people::find_person(in, waiting.person);
    if (!subject || !person) return withheld("person", *message);
    const LeftOut left_out = judge(in, person->id, person->state, *subject, when);
    if (left_out != LeftOut::none) return withheld(reason_of(left_out), *message);
    const auto stop = letters::find_stop_of(in, person->id, message->network);
    if (!stop) return withheld("choice", *message);

    const std::string key = letters::find_key(in);
    mail::Message mail;
    mail.id = waiting.id;
    mail.thread = message->workshop.empty() ? message->series : message->workshop;
    mail.list_id = letters::list_id(head, key, subject->network.id, subject->network.is_open);
    mail.unsubscribe = letters::stop_address(head, key, *stop, letters::Wording(head, *person).language());
    word_for(head, *subject, *message, *person, mail);
    letters::Written written;
    written.message = std::move(mail);
    return written;
}

}  // namespace kring::preparation
