// SPDX-License-Identifier: EUPL-1.2
// What members do in an open round, and what becomes of a topic afterwards.
#include <algorithm>

#include "domain/chain/audience.hpp"
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
Problem not_found() { return problem(Trouble::not_found, "problem.not_found"); }

struct Placed {
    Round round;
    Topic topic;
};

Result<Placed> find_placed(const Act& act, std::string_view id) {
    const auto topic = find_topic(act.in, id);
    if (!topic) return not_found();
    const auto round = find_round(act.in, topic->round).value();
    if (!may_see(act.in, act.who, round, act.when)) return not_found();
    return Placed{round, *topic};
}

Result<Placed> find_votable(const Act& act, std::string_view id) {
    TRY(placed, find_placed(act, id));
    if (!may_vote(act.in, act.who, placed.round, act.when)) return not_found();
    if (!is_open(placed.round, act.when)) return problem(Trouble::conflict, "topic.problem.over");
    return std::move(placed);
}

}  // namespace

Result<Topic> propose(const Act& act, Topic wanted) {
    const auto round = find_round(act.in, wanted.round);
    if (!round || !may_vote(act.in, act.who, *round, act.when)) return not_found();
    if (!is_open(*round, act.when)) return problem(Trouble::conflict, "topic.problem.over");
    Problems problems = problems_of(wanted);
    if (count_topics(act.in, round->id, act.who.person) >= topics_each_max)
        problems.push_back(problem(Trouble::too_many, "topic.problem.topics_each"));
    if (!problems.empty()) return problems;
    wanted.id = new_id(act.when);
    wanted.person = act.who.person;
    wanted.proposed_at = act.when;
    insert(act.in, wanted);
    journal::record(act, "topic.proposed", wanted.id);
    return wanted;
}

Result<Done> take_out(const Act& act, std::string_view id) {
    TRY(placed, find_placed(act, id));
    if (!may_take_out(act.who, placed.round, placed.topic))
        return problem(Trouble::forbidden, "problem.forbidden");
    if (!is_open(placed.round, act.when)) return problem(Trouble::conflict, "topic.problem.over");
    remove_topic(act.in, id);
    journal::record(act, "topic.taken_out", id);
    return Done{};
}

Result<Done> vote(const Act& act, std::string_view id) {
    TRY(placed, find_votable(act, id));
    const auto given = votes_of(act.in, placed.round.id, act.who.person);
    if (std::find(given.begin(), given.end(), id) != given.end()) return Done{};
    if (static_cast<std::int64_t>(given.size()) >= placed.round.votes_each)
        return problem(Trouble::conflict, "topic.problem.no_votes_left");
    if (add_vote(act.in, id, act.who.person))
        journal::record_anonymously(act, "topic.voted", placed.round.id);
    return Done{};
}

Result<Done> take_vote_back(const Act& act, std::string_view id) {
    TRY(placed, find_votable(act, id));
    if (drop_vote(act.in, id, act.who.person))
        journal::record_anonymously(act, "topic.vote_taken_back", placed.round.id);
    return Done{};
}

Result<Done> give_to_workshop(const Act& act, std::string_view id, std::string_view workshop) {
    TRY(placed, find_placed(act, id));
    if (!may_run(act.who, placed.round.network)) return problem(Trouble::forbidden, "problem.forbidden");
    if (!placed.round.closed_at) return problem(Trouble::conflict, "topic.problem.not_over");
    if (!workshop.empty()) {
        TRY(record, chain::find_readable(act.in, act.who, workshop, act.when));
        const auto known = workshop::find(act.in, record.id);
        if (!known || known->series != placed.round.series)
            return problem(Trouble::invalid, "problem.choice", "workshop");
    }
    if (placed.topic.workshop == workshop) return Done{};
    set_workshop(act.in, id, workshop);
    journal::record(act, "topic.given", id, workshop);
    return Done{};
}

}  // namespace kring::topic
