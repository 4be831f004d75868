// SPDX-License-Identifier: EUPL-1.2
// Reminders two weeks and two days before, each once.
#include "domain/commitment/acts.hpp"
#include "domain/commitment/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/letters/store.hpp"
#include "domain/people/letters.hpp"

namespace kring::commitment {

namespace {

std::vector<Commitment> due(db::Connection& in, Time when) {
    std::vector<Commitment> found;
    const std::string last = amsterdam_day(when + early_days * day_ms);
    for (Commitment& one : open_between(in, amsterdam_day(when), last)) {
        if (reminder_due(one, when) != Reminder::none) found.push_back(std::move(one));
    }
    return found;
}

bool wants_mail(db::Connection& in, const people::Person& person, std::string_view network) {
    return person.state != "suspended" &&
           letters::choice_of_person(in, person.id, network) != letters::Choice::nothing;
}

void post(const Act& act, const desk::Site& site, const Commitment& one, const people::Person& person,
          Reminder reminder) {
    const html::Language language = people::language_of(person.language);
    const html::PhraseValues values = {
        {"name", person.name},
        {"site", site.name},
        {"what", one.record.title},
        {"day", site.phrases.long_date(one.due_on, language)},
        {"link", site.public_address + desk::address(language, "/afspraken/{id}", {one.record.id})},
        {"choices", site.public_address + desk::address(language, "/mijn/post")}};
    const std::string key = "commitment.letter." + std::string(word(reminder));
    journal::post(act, {person.id, person.name, person.email, person.language,
                        site.phrases.say(key + ".subject", language, values),
                        site.phrases.say(key + ".body", language, values)});
}

}  // namespace

bool has_reminders(db::Connection& in, Time when) { return !due(in, when).empty(); }

Result<int> remind(const Act& act, const desk::Site& site) {
    const auto all = due(act.in, act.when);
    for (Commitment one : all) {
        const auto person = people::find_person(act.in, one.record.owner);
        const Reminder reminder = reminder_due(one, act.when);
        one.reminded = reminder;
        update(act.in, one);
        const bool is_posted = person && wants_mail(act.in, *person, one.record.network);
        if (is_posted) post(act, site, one, *person, reminder);
        journal::record(act, is_posted ? "commitment.reminded" : "commitment.not_reminded", one.record.id,
                        word(reminder));
    }
    return static_cast<int>(all.size());
}

}  // namespace kring::commitment
