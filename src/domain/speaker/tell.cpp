// SPDX-License-Identifier: EUPL-1.2
// What a guest tells of their talk and themselves, and what they agree to.
#include "domain/speaker/acts.hpp"
#include "domain/speaker/store.hpp"

namespace kring::speaker {

namespace {

Problem not_found() { return Problem{Trouble::not_found, "problem.not_found", "", {}}; }

std::string consent_in_words(const Consent& said) {
    return "naming " + std::string(word(said.naming)) + (said.may_name ? ", name" : "") +
           (said.may_quote ? ", quote" : "") + (said.may_publish ? ", publish" : "");
}

}  // namespace

Result<Done> tell(const Act& act, std::string_view id, const Talk& talk) {
    auto guest = find(act.in, id);
    if (!guest) return not_found();
    const Problems problems = problems_of(talk);
    if (!problems.empty()) return problems;
    guest->talk = talk;
    update(act.in, *guest);
    journal::record(act, "guest.told", guest->id);
    return Done{};
}

Result<Done> agree(const Act& act, std::string_view id, const Guest& wanted) {
    auto guest = find(act.in, id);
    if (!guest) return not_found();
    const Problems problems = problems_of_self(wanted);
    if (!problems.empty()) return problems;
    guest->name = wanted.name;
    guest->job = wanted.job;
    guest->organisation = wanted.organisation;
    guest->consent = wanted.consent;
    update(act.in, *guest);
    journal::record(act, "guest.agreed", guest->id, consent_in_words(guest->consent));
    return Done{};
}

}  // namespace kring::speaker
