// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/deadlines.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/registration/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::registration {

namespace {

bool stands(const Registration& one, Time when) {
    return one.state == State::offered && *one.offered_until > when;
}

// It stays the same event when the same person is offered a place once more.
calendar::Deadline deadline_of(const calendar::Asking& asking, const Registration& one,
                               const workshop::Workshop& workshop) {
    const html::Phrases& phrases = asking.site.phrases;
    const html::Language language = asking.language;
    const html::PhraseValues values = {{"title", in_language(workshop.title(), language).text},
                                       {"when", workshop::moment_in_words(phrases, language, workshop)}};
    calendar::Deadline deadline;
    deadline.id = "offer-" + one.id;
    deadline.title = phrases.say("registration.deadline.offer", language, values);
    deadline.about = phrases.say("registration.deadline.offer_about", language, values);
    deadline.path = desk::address(language, "/bijeenkomsten/{id}/inschrijven", {one.workshop});
    deadline.ends = *one.offered_until;
    deadline.changed_at = one.changed_at;
    return deadline;
}

}  // namespace

std::vector<calendar::Deadline> deadlines(db::Connection& in, const calendar::Asking& asking) {
    std::vector<calendar::Deadline> found;
    for (const Registration& one : active_of(in, asking.who.person)) {
        if (!stands(one, asking.when)) continue;
        const auto record = chain::find_readable(in, asking.who, one.workshop, asking.when);
        if (!record || record->is_withdrawn) continue;
        const workshop::Workshop workshop = workshop::find(in, one.workshop).value();
        if (workshop.is_cancelled() || has_begun(workshop, asking.when)) continue;
        found.push_back(deadline_of(asking, one, workshop));
    }
    return found;
}

}  // namespace kring::registration
