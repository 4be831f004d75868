// SPDX-License-Identifier: EUPL-1.2
// The queue: the workshop's own questions (domain/contribution) with where each one stands.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "domain/chain/audience.hpp"
#include "domain/contribution/store.hpp"
#include "domain/live/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::live {

namespace {

constexpr int queue_max = 300;

// Brought in for the workshop, or tied to it or one of its sessions.
constexpr std::string_view ids_of_workshop =
    "select id from questions where workshop_id = $1 union select from_id from links where relation = "
    "'asked_at' and to_id = $1 union select l.from_id from links l join sessions s on s.id = l.to_id where "
    "l.relation = 'asked_at' and s.workshop_id = $1";

using Turns = std::map<std::string, TurnRow, std::less<>>;

Turns turns_of(db::Connection& in, std::string_view workshop) {
    Turns found;
    in.query("select question_id, turn, answered_by, merged_into from live_turns where workshop_id = $1",
             {workshop}, [&](const db::Row& row) {
                 found[row.text(0)] = {std::string(workshop), row.text(0), turn_of(row.view(1)).value(),
                                       row.text(2), row.text(3)};
             });
    return found;
}

std::set<std::string> voters_of(db::Connection& in, std::string_view question) {
    std::set<std::string> found;
    in.query("select person_id from votes where question_id = $1", {question},
             [&](const db::Row& row) { found.insert(row.text(0)); });
    return found;
}

// Somebody who voted for two that are now one still counts once.
void join_merged(db::Connection& in, std::vector<Queued>& all) {
    std::map<std::string, std::set<std::string>> voters;
    std::map<std::string, std::vector<std::string>> titles;
    for (const Queued& one : all) {
        if (one.turn != Turn::merged) continue;
        voters[one.merged_into].merge(voters_of(in, one.question.record.id));
        titles[one.merged_into].push_back(one.question.record.title);
    }
    for (Queued& one : all) {
        const auto joined = voters.find(one.question.record.id);
        if (joined == voters.end()) continue;
        joined->second.merge(voters_of(in, one.question.record.id));
        one.votes = static_cast<std::int64_t>(joined->second.size());
        one.merged_titles = titles[one.question.record.id];
    }
    // One whose other half is gone, or closed to the reader, stands by itself again.
    std::set<std::string> present;
    for (const Queued& one : all) present.insert(one.question.record.id);
    for (Queued& one : all) {
        if (one.turn == Turn::merged && present.count(one.merged_into) == 0) one.turn = Turn::waiting;
    }
    std::erase_if(all, [](const Queued& one) { return one.turn == Turn::merged; });
}

void mark_own_votes(db::Connection& in, const Actor& actor, std::string_view workshop,
                    std::vector<Queued>& all) {
    std::set<std::string> own;
    in.query("select v.question_id from votes v where v.person_id = $2 and v.question_id in (" +
                 std::string(ids_of_workshop) + ")",
             {workshop, actor.person}, [&](const db::Row& row) { own.insert(row.text(0)); });
    for (Queued& one : all) one.has_voted = own.count(one.question.record.id) > 0;
}

}  // namespace

std::vector<Queued> queue(db::Connection& in, const Actor& actor, std::string_view workshop, Time when) {
    contribution::Filter filter;
    filter.workshop = workshop;
    filter.order = "votes";
    filter.per_page = queue_max;
    const Turns turns = turns_of(in, workshop);
    std::vector<Queued> all;
    for (contribution::Question& question : contribution::questions(in, actor, filter, when).things) {
        Queued one;
        one.votes = question.votes;
        if (const auto turn = turns.find(question.record.id); turn != turns.end()) {
            one.turn = turn->second.turn;
            one.answered_by = turn->second.answered_by;
            one.merged_into = turn->second.merged_into;
        }
        one.question = std::move(question);
        all.push_back(std::move(one));
    }
    mark_own_votes(in, actor, workshop, all);
    join_merged(in, all);
    std::sort(all.begin(), all.end(), [](const Queued& one, const Queued& other) {
        return std::tuple(-one.votes, other.question.record.created_at, other.question.record.id) <
               std::tuple(-other.votes, one.question.record.created_at, one.question.record.id);
    });
    return all;
}

std::string state_of_questions(db::Connection& in, const Actor& actor, std::string_view workshop, Time when) {
    std::string all;
    std::vector<db::Param> params = {workshop};
    const std::string where = "where r.state = 'open' and q.id in (" + std::string(ids_of_workshop) +
                              ") and " + chain::readable(actor, when, params) + " order by r.id";
    in.query(
        "select r.id, r.updated_at, t.turn, t.answered_by, t.merged_into, q.vote_count, "
        "q.answer_count from questions q join records r on r.id = q.id left join live_turns t on "
        "t.question_id = q.id and t.workshop_id = $1 " +
            where,
        params, [&](const db::Row& row) {
            for (int i = 0; i < 7; ++i) all += (i < 5 ? row.text(i) : std::to_string(row.integer(i))) + " ";
        });
    return all;
}

bool is_of_workshop(db::Connection& in, std::string_view question, std::string_view workshop) {
    return in.exists("select 1 from questions where id = $2 and id in (" + std::string(ids_of_workshop) + ")",
                     {workshop, question});
}

void put(db::Connection& in, const TurnRow& row) {
    in.execute(
        "insert into live_turns (workshop_id, question_id, turn, answered_by, merged_into) values ($1, $2, "
        "$3, $4, $5) on conflict (workshop_id, question_id) do update set turn = excluded.turn, answered_by "
        "= excluded.answered_by, merged_into = excluded.merged_into",
        {row.workshop, row.question, word(row.turn), row.answered_by, db::text_or_null(row.merged_into)});
}

void clear_now(db::Connection& in, std::string_view workshop) {
    in.execute("update live_turns set turn = 'waiting' where workshop_id = $1 and turn = 'now'", {workshop});
}

void move_merged(db::Connection& in, std::string_view workshop, std::string_view from, std::string_view to) {
    if (to.empty()) {
        in.execute(
            "update live_turns set turn = 'waiting', merged_into = null where workshop_id = $1 and "
            "merged_into = $2",
            {workshop, from});
        return;
    }
    in.execute("update live_turns set merged_into = $3 where workshop_id = $1 and merged_into = $2",
               {workshop, from, to});
}

}  // namespace kring::live
