// SPDX-License-Identifier: EUPL-1.2
#include "domain/letters/acts.hpp"
#include "domain/letters/store.hpp"

namespace kring::letters {

Result<Done> choose(const Act& act, const Choices& choices) {
    const std::string& person = act.who.person;
    if (!act.who.is_signed_in()) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (choices.weekday < never || choices.weekday > 7) {
        return Problem{Trouble::invalid, "letters.weekday.unknown", "weekday", {}};
    }
    std::string detail = "weekday=" + std::to_string(choices.weekday);
    for (const auto& [network, choice] : choices.networks) {
        if (!act.who.is_member(network)) return Problem{Trouble::not_found, "problem.not_found", "", {}};
        put_choice(act.in, person, network, choice, act.when);
        detail += " " + network + "=" + std::string(word(choice));
    }
    put_weekday(act.in, person, choices.weekday, act.when);
    journal::record(act, "letters.chosen", person, detail);
    return Done{};
}

Result<Stop> stop(const Act& act, std::string_view token) {
    const auto found = find_stop(act.in, token);
    if (!found) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    const bool is_digest = found->network.empty();
    const bool is_stopped = is_digest
                                ? weekday_of_person(act.in, found->person) == never
                                : choice_of_person(act.in, found->person, found->network) == Choice::nothing;
    if (is_stopped) return *found;
    if (is_digest)
        put_weekday(act.in, found->person, never, act.when);
    else
        put_choice(act.in, found->person, found->network, Choice::nothing, act.when);
    // Whoever holds the address acts for the person it was mailed to.
    Act theirs = act;
    theirs.who = Actor{};
    theirs.who.person = found->person;
    journal::record(theirs, "letters.stopped", is_digest ? found->person : found->network, "by address");
    return *found;
}

}  // namespace kring::letters
