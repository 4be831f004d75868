// SPDX-License-Identifier: EUPL-1.2
// The menu: opening a round, proposing, voting, closing, and what becomes of the topics. Whether a round
// is open is judged by the clock of the server at the moment of the act, under the lock of writers: a vote
// either comes before the closing and counts, or after it and is refused.
#pragma once

#include <string>
#include <string_view>

#include "domain/journal/journal.hpp"
#include "domain/topic/topic.hpp"

namespace kring::topic {

/// Opens the round of wanted.series; facilitators only. `conflict` when it had one: an outcome stays.
Result<Round> open_round(const Act& act, Round wanted);

/// Changes how many votes each has and when it closes. `conflict` once it is over, and at "votes_each" below
/// what somebody gave already.
Result<Done> change_round(const Act& act, const Round& wanted);

/// Closes it now: counts, notes who could vote, seals that, and forgets whose vote was whose, all in this
/// transaction. Facilitators only; `conflict` when it was closed before.
Result<Done> close_round(const Act& act, std::string_view round);

/// For jobs: whether any round's time is over; and closes those. Returns how many.
bool has_rounds_to_close(db::Connection& in, Time when);
Result<int> close_rounds(const Act& act);

/// `not_found` for whom the round is not; `conflict` once it is over.
Result<Topic> propose(const Act& act, Topic wanted);

/// Takes a topic out of an open round, with the votes for it, which their givers have back.
Result<Done> take_out(const Act& act, std::string_view topic);

/// One vote for a topic, at most votes_each of them; twice is once. The journal notes that somebody voted
/// that day, and neither who nor what for.
Result<Done> vote(const Act& act, std::string_view topic);
Result<Done> take_vote_back(const Act& act, std::string_view topic);

/// Says which workshop of the series takes a topic up; "" for none. Facilitators, once the round has closed.
Result<Done> give_to_workshop(const Act& act, std::string_view topic, std::string_view workshop);

}  // namespace kring::topic
