// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do in a workshop as it happens. All are for its facilitators, but asking,
// voting and choosing. `not_found` for a workshop that the actor may not read, `conflict` while it is not
// open where it must be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/journal.hpp"
#include "domain/live/live.hpp"

namespace kring::live {

/// Opens the live pages. Closing ends an open statement and a running pitch too. Twice is no fault.
Result<Done> open(const Act& act, std::string_view workshop);
Result<Done> close(const Act& act, std::string_view workshop);

/// Closes what was opened a day ago or longer and forgotten; called by a job. Returns how many.
Result<int> close_forgotten(const Act& act);
bool has_forgotten(db::Connection& in, Time when);

/// What phones and the screen show first.
Result<Done> turn_to(const Act& act, std::string_view workshop, Showing showing);

/// Gives a question its turn (then another that had it waits again), or says that it was answered, waits,
/// or is for later. One that was merged stands by itself again.
Result<Done> set_turn(const Act& act, std::string_view workshop, std::string_view question, Turn turn);

/// Answered, by whom; `words` become an answer of the actor's in domain/contribution, unless empty.
struct AnswerNote {
    std::string question;
    std::string words;
    std::string by;        ///< as said in the room, "" when that does not matter
    std::string language;  ///< of the words
};
Result<Done> note_answer(const Act& act, std::string_view workshop, const AnswerNote& note);

/// Puts a question with another one that asks the same: both keep who asked, whoever voted for both counts
/// once. Only where the same people may read both.
Result<Done> merge(const Act& act, std::string_view workshop, std::string_view question,
                   std::string_view into);

/// Prepares a statement; or puts one again, for before and after. Returns its number.
Result<std::int64_t> prepare(const Act& act, std::string_view workshop, const Bilingual& text);
Result<std::int64_t> repeat(const Act& act, std::string_view workshop, std::int64_t number);
/// Removes one that was never opened.
Result<Done> remove(const Act& act, std::string_view workshop, std::int64_t number);

/// One statement is open at a time: opening one closes another. What people chose is counted when it
/// closes, and who chose what is forgotten in the same transaction.
Result<Done> open_statement(const Act& act, std::string_view workshop, std::int64_t number);
Result<Done> close_statement(const Act& act, std::string_view workshop, std::int64_t number);
/// Lets everybody see the result of a closed one, or hides it again.
Result<Done> show_result(const Act& act, std::string_view workshop, std::int64_t number, bool is_shown);
/// Agrees, disagrees or has no opinion; a second choice takes the place of the first.
Result<Done> choose(const Act& act, std::string_view workshop, std::int64_t number, Choice choice);

/// Draws the order of pitches from the seed and keeps both. Another draw is another round; none while a
/// pitch runs. Returns its number.
Result<std::int64_t> draw(const Act& act, std::string_view workshop, const std::vector<std::string>& names,
                          std::int64_t seconds, std::string_view seed);
/// The next one starts, or who was stopped goes on; stopping keeps the time used; next ends this pitch.
Result<Done> start_pitch(const Act& act, std::string_view workshop);
Result<Done> stop_pitch(const Act& act, std::string_view workshop);
Result<Done> next_pitch(const Act& act, std::string_view workshop);

}  // namespace kring::live
