// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/acquaintance/acts.hpp"
#include "domain/acquaintance/may.hpp"
#include "domain/acquaintance/store.hpp"
#include "domain/letters/store.hpp"
#include "domain/people/people.hpp"
#include "platform/base/secret.hpp"

namespace kring::acquaintance {

namespace {

Problem conflict(std::string_view phrase) { return {Trouble::conflict, std::string(phrase), "", {}}; }

// It has no words in the outbox: they are made when it leaves, by the wishes and rights of that moment.
std::string post(const Act& act, const std::string& network, const std::string& id) {
    const auto person = people::find_person(act.in, id).value();
    letters::make_stop(act.in, id, network, act.when);
    return journal::post(act, {person.id, person.name, person.email, person.language, "", ""});
}

int post_groups(const Act& act, const Round& round, const std::vector<Group>& groups) {
    int posted = 0;
    std::int64_t number = 0;
    for (const Group& group : groups) {
        ++number;
        for (const std::string& person : group.people) {
            insert(act.in, Place{round.id, round.network, number, person, group.theme,
                                 post(act, round.network, person)});
            ++posted;
        }
    }
    return posted;
}

}  // namespace

Plan plan(db::Connection& in, std::string_view network) {
    Plan plan;
    const auto rounds = rounds_of(in, network);
    if (!rounds.empty()) plan.number = rounds.front().number + 1;
    plan.seed = std::string(network) + " " + std::to_string(plan.number);
    plan.members = static_cast<std::int64_t>(letters::active_members(in, network).size());
    plan.wishers = wishers_of(in, network);
    std::vector<Wisher> reached;
    std::vector<std::pair<std::string, Left>> unreached;
    for (const Wisher& one : plan.wishers) {
        if (letters::choice_of_person(in, one.person, network) == letters::Choice::nothing)
            unreached.emplace_back(one.person, Left::no_mail);
        else
            reached.push_back(one);
    }
    plan.matching = match(std::move(reached), met_in(in, network), plan.seed);
    plan.matching.left.insert(plan.matching.left.end(), unreached.begin(), unreached.end());
    return plan;
}

Result<int> pair(const Act& act, std::string_view id, std::int64_t number) {
    TRY(network, find_run(act.in, act.who, id));
    const Plan now = plan(act.in, network.id);
    if (number != now.number) return conflict("acquaintance.problem.changed");
    if (now.matching.groups.empty()) return conflict("acquaintance.problem.nobody");
    const Round round{new_id(act.when), network.id, now.number, now.seed, act.who.person, act.when, 0, 0};
    insert(act.in, round);
    letters::make_key(act.in, act.when);
    const int posted = post_groups(act, round, now.matching.groups);
    journal::record(act, "acquaintance.paired", round.id, "count=" + std::to_string(posted));
    return posted;
}

}  // namespace kring::acquaintance
