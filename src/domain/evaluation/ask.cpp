// SPDX-License-Identifier: EUPL-1.2
// Asking the participants: when a facilitator presses it, or by itself after the end.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/evaluation/acts.hpp"
#include "domain/evaluation/may.hpp"
#include "domain/evaluation/store.hpp"
#include "domain/people/letters.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::evaluation {

namespace {

Problem conflict(std::string_view phrase) { return {Trouble::conflict, std::string(phrase), "", {}}; }

void post(const Act& act, const desk::Site& site, const workshop::Workshop& workshop, const Asked& asked,
          const people::Person& person) {
    const html::Language language = people::language_of(person.language);
    const html::PhraseValues values = {
        {"name", person.name},
        {"site", site.name},
        {"title", in_language(workshop.title(), language).text},
        {"day", site.phrases.long_date(amsterdam_day(asked.closes_at), language)},
        {"link", site.public_address +
                     desk::address(language, "/bijeenkomsten/{id}/evaluatie", {workshop.record.id})},
        {"choices", site.public_address + desk::address(language, "/mijn/post")}};
    journal::post(act, {person.id, person.name, person.email, person.language,
                        site.phrases.say("evaluation.letter.subject", language, values),
                        site.phrases.say("evaluation.letter.body", language, values)});
}

int ask_participants(const Act& act, const desk::Site& site, const workshop::Workshop& workshop) {
    const Asked asked = {workshop.record.id, act.when, act.when + open_days * day_ms, new_token()};
    insert(act.in, asked);
    const auto people = recipients(act.in, workshop, act.when);
    for (const people::Person& person : people) post(act, site, workshop, asked, person);
    journal::record(act, "evaluation.asked", workshop.record.id, "count=" + std::to_string(people.size()));
    return static_cast<int>(people.size());
}

std::vector<workshop::Workshop> due(db::Connection& in, Time when) {
    std::vector<workshop::Workshop> found;
    const std::string first = amsterdam_day(when - ask_within_days * day_ms);
    for (const std::string& id : not_asked(in, first, amsterdam_day(when))) {
        auto workshop = workshop::find(in, id).value();
        if (is_over(workshop, when)) found.push_back(std::move(workshop));
    }
    return found;
}

}  // namespace

Result<int> ask(const Act& act, const desk::Site& site, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    const auto workshop = workshop::find(act.in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_see(act.who, record)) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (workshop->is_cancelled() || !is_over(*workshop, act.when))
        return conflict("evaluation.problem.not_over");
    if (find_asked(act.in, record.id)) return conflict("evaluation.problem.asked");
    return ask_participants(act, site, *workshop);
}

bool has_work(db::Connection& in, Time when) {
    return !due(in, when).empty() || !closed_with_key(in, when).empty();
}

Result<int> tend(const Act& act, const desk::Site& site) {
    int count = 0;
    for (const workshop::Workshop& workshop : due(act.in, act.when)) {
        ask_participants(act, site, workshop);
        ++count;
    }
    for (const std::string& workshop : closed_with_key(act.in, act.when)) {
        forget_whose(act.in, workshop);
        journal::record(act, "evaluation.closed", workshop);
        ++count;
    }
    return count;
}

}  // namespace kring::evaluation
