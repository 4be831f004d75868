// SPDX-License-Identifier: EUPL-1.2
// The SQL of live workshops. Questions come through the audience rule; the rest asks nobody.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/actor.hpp"
#include "domain/live/live.hpp"
#include "platform/db/db.hpp"

namespace kring::live {

/// The room of a workshop; one that was never opened when there is no row.
Room room_of(db::Connection& in, std::string_view workshop);
/// Makes it or changes it, and raises its version.
void put(db::Connection& in, const Room& room);
/// Makes sure that there is a room, and raises its version: something in it changed.
void raise_version(db::Connection& in, std::string_view workshop);
void set_opened_at(db::Connection& in, std::string_view workshop, Time when);
/// Rooms that were opened before a moment and still are.
std::vector<std::string> opened_before(db::Connection& in, Time moment);

/// Questions of the workshop that the actor may read, by votes; merged ones stand with the other.
std::vector<Queued> queue(db::Connection& in, const Actor& actor, std::string_view workshop, Time when);
/// What changes when that queue does: a text to compare. Of questions that the actor may not read it
/// tells nothing, not even that something happened.
std::string state_of_questions(db::Connection& in, const Actor& actor, std::string_view workshop, Time when);
bool is_of_workshop(db::Connection& in, std::string_view question, std::string_view workshop);

struct TurnRow {
    std::string workshop;
    std::string question;
    Turn turn = Turn::waiting;
    std::string answered_by;
    std::string merged_into;
};
void put(db::Connection& in, const TurnRow& row);
/// Whoever had the turn waits again.
void clear_now(db::Connection& in, std::string_view workshop);
/// Those merged into this one follow it elsewhere; "" sets them free.
void move_merged(db::Connection& in, std::string_view workshop, std::string_view from, std::string_view to);

std::vector<Statement> statements_of(db::Connection& in, std::string_view workshop);  ///< by number
std::optional<Statement> find_statement(db::Connection& in, std::string_view workshop, std::int64_t number);
std::int64_t next_statement_number(db::Connection& in, std::string_view workshop);
void insert(db::Connection& in, const Statement& statement);
/// Writes state, whether it is shown, and counts.
void update(db::Connection& in, const Statement& statement, Time when);
void drop_statement(db::Connection& in, std::string_view id);

/// What somebody chose; nothing when they did not.
std::optional<Choice> choice_of(db::Connection& in, std::string_view statement, std::string_view person);
/// Returns whether anything changed.
bool put_choice(db::Connection& in, std::string_view statement, std::string_view person, Choice choice);
Split count_choices(db::Connection& in, std::string_view statement);
void forget_choices(db::Connection& in, std::string_view statement);

/// Every draw with its pitches, the last one last.
std::vector<PitchRound> rounds_of(db::Connection& in, std::string_view workshop);
std::optional<PitchRound> last_round(db::Connection& in, std::string_view workshop);
void insert(db::Connection& in, const PitchRound& round);
void update(db::Connection& in, std::string_view round, const Pitch& pitch);

/// Names of the organisations on the suppliers' side that are present, or that take part where nobody's
/// attendance was noted; by name.
std::vector<std::string> suppliers(db::Connection& in, std::string_view workshop, std::string_view network);

}  // namespace kring::live
