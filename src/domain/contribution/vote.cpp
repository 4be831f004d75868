// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/acts.hpp"
#include "domain/contribution/compose.hpp"
#include "domain/contribution/may.hpp"

namespace kring::contribution {

namespace {

Result<chain::Record> votable(const Act& act, std::string_view id) {
    TRY(question, find_of_kind(act, id, chain::Kind::question));
    if (!may_vote(act.who, question)) return problem(Trouble::forbidden, "contribution.vote.not_yours");
    return question;
}

}  // namespace

// The count moves by the rows that really changed, so that a double press counts once.
Result<Done> vote(const Act& act, std::string_view id) {
    TRY(question, votable(act, id));
    const auto voted =
        act.in.execute("insert into votes (question_id, person_id) values ($1, $2) on conflict do nothing",
                       {question.id, act.who.person});
    if (voted == 0) return Done{};
    act.in.execute("update questions set vote_count = vote_count + 1 where id = $1", {question.id});
    journal::record(act, "question.voted", question.id);
    return Done{};
}

Result<Done> take_vote_back(const Act& act, std::string_view id) {
    TRY(question, votable(act, id));
    const auto taken = act.in.execute("delete from votes where question_id = $1 and person_id = $2",
                                      {question.id, act.who.person});
    if (taken == 0) return Done{};
    act.in.execute("update questions set vote_count = vote_count - 1 where id = $1", {question.id});
    journal::record(act, "question.vote_taken_back", question.id);
    return Done{};
}

}  // namespace kring::contribution
