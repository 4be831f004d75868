// SPDX-License-Identifier: EUPL-1.2
// Opening, changing and closing a round.
#include "domain/network/store.hpp"
#include "domain/people/people.hpp"
#include "domain/topic/acts.hpp"
#include "domain/topic/may.hpp"
#include "domain/topic/store.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::topic {

namespace {

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field = "") {
    return {trouble, std::string(phrase), std::string(field), {}};
}

std::vector<Voter> who_can_vote(db::Connection& in, const Round& round, Time when) {
    std::vector<Voter> found;
    for (Voter& one : active_members(in, round.network)) {
        const auto actor = people::actor_of(in, one.person);
        if (actor && may_vote(in, *actor, round, when)) found.push_back(std::move(one));
    }
    return found;
}

void close(const Act& act, const Round& round) {
    const std::vector<Voter> voters = who_can_vote(act.in, round, act.when);
    Outcome outcome;
    outcome.closed_at = act.when;
    outcome.closed_by = act.who.person;
    outcome.could_vote = static_cast<std::int64_t>(voters.size());
    outcome.did_vote = count_people(act.in, round.id);
    write_counts(act.in, round.id);
    outcome.hash = seal_of(round, outcome, topics_of(act.in, round.id), voters);
    insert(act.in, round.id, outcome, voters);
    forget_votes(act.in, round.id);
    journal::record(act, "topics.closed", round.id, "sha256=" + outcome.hash);
}

Result<Round> find_to_run(const Act& act, std::string_view id) {
    auto round = find_round(act.in, id);
    if (!round || !may_see(act.in, act.who, *round, act.when))
        return problem(Trouble::not_found, "problem.not_found");
    if (!may_run(act.who, round->network)) return problem(Trouble::forbidden, "problem.forbidden");
    return std::move(*round);
}

}  // namespace

Result<Round> open_round(const Act& act, Round wanted) {
    const auto series = workshop::find_series(act.in, wanted.series);
    if (!series) return problem(Trouble::not_found, "problem.not_found");
    TRY(network, network::find_visible(act.in, act.who, series->network));
    if (!may_run(act.who, network.id)) return problem(Trouble::forbidden, "problem.forbidden");
    if (round_of_series(act.in, series->id)) return problem(Trouble::conflict, "topic.problem.had_one");
    wanted.id = new_id(act.when);
    wanted.network = network.id;
    wanted.opened_at = act.when;
    wanted.opened_by = act.who.person;
    if (Problems problems = problems_of(wanted, act.when); !problems.empty()) return problems;
    insert(act.in, wanted);
    journal::record(act, "topics.opened", wanted.id, "until=" + to_text(wanted.closes_at));
    return wanted;
}

Result<Done> change_round(const Act& act, const Round& wanted) {
    TRY(round, find_to_run(act, wanted.id));
    if (!is_open(round, act.when)) return problem(Trouble::conflict, "topic.problem.over");
    round.votes_each = wanted.votes_each;
    round.closes_at = wanted.closes_at;
    Problems problems = problems_of(round, act.when);
    if (round.votes_each < most_votes(act.in, round.id))
        problems.push_back(problem(Trouble::conflict, "topic.problem.votes_given", "votes_each"));
    if (!problems.empty()) return problems;
    update(act.in, round);
    journal::record(act, "topics.changed", round.id,
                    "until=" + to_text(round.closes_at) + " votes=" + std::to_string(round.votes_each));
    return Done{};
}

Result<Done> close_round(const Act& act, std::string_view id) {
    TRY(round, find_to_run(act, id));
    if (round.closed_at) return problem(Trouble::conflict, "topic.problem.over");
    close(act, round);
    return Done{};
}

bool has_rounds_to_close(db::Connection& in, Time when) { return !overdue_rounds(in, when).empty(); }

Result<int> close_rounds(const Act& act) {
    const auto overdue = overdue_rounds(act.in, act.when);
    for (const Round& round : overdue) close(act, round);
    return static_cast<int>(overdue.size());
}

}  // namespace kring::topic
