// SPDX-License-Identifier: EUPL-1.2
// The SQL of evaluations. Nothing here asks who may, and nothing here says whose an answer is.
#pragma once

#include <vector>

#include "domain/evaluation/evaluation.hpp"
#include "domain/people/people.hpp"
#include "platform/db/db.hpp"

namespace kring::evaluation {

std::optional<Asked> find_asked(db::Connection& in, std::string_view workshop);
void insert(db::Connection& in, const Asked& asked);

/// Workshops with participants from this day to today that nobody was asked about yet; none that is
/// cancelled or withdrawn.
std::vector<std::string> not_asked(db::Connection& in, std::string_view first_day, std::string_view today);

/// Workshops whose answers may not change any more, while the key is still there.
std::vector<std::string> closed_with_key(db::Connection& in, Time when);

/// Deletes the key and what it found, and writes the answers anew in the order of their ids, which tells
/// nothing; so that not even the order of rows says whose they are.
void forget_whose(db::Connection& in, std::string_view workshop);

/// The answer that this person gave, as long as the key is there.
std::optional<Answer> find_answer(db::Connection& in, const Asked& asked, std::string_view person);
/// Keeps it as the one answer of this person, in the place of an earlier one.
void put(db::Connection& in, const Asked& asked, std::string_view person, const Answer& answer);

/// All answers, in an order that tells nothing.
std::vector<Answer> answers_of(db::Connection& in, std::string_view workshop);
std::int64_t count_answers(db::Connection& in, std::string_view workshop);

/// Those who take part, may come in, may read the workshop and want mail of its network, by name.
std::vector<people::Person> recipients(db::Connection& in, const workshop::Workshop& workshop, Time when);

}  // namespace kring::evaluation
