// SPDX-License-Identifier: EUPL-1.2
// The SQL of break-out tables. Notes are lessons, and are listed by the audience rule.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/breakout/breakout.hpp"
#include "domain/chain/record.hpp"
#include "domain/journal/actor.hpp"
#include "platform/db/db.hpp"

namespace kring::breakout {

/// With its tables, pairs and who is away.
std::optional<Breakout> find(db::Connection& in, std::string_view workshop);

/// Makes it, at version 1. False when somebody did so before.
bool insert(db::Connection& in, const Breakout& breakout);

/// Everything but tables, pairs and who is away, and one version further; false when the one kept is not
/// `breakout.version` any more.
bool advance(db::Connection& in, const Breakout& breakout);

/// So many tables, with ids for new ones; those above go, with their questions.
void put_tables(db::Connection& in, const Breakout& breakout, std::int64_t count, Time when);
void put_table(db::Connection& in, const Table& table);  ///< host and questions
void put_apart(db::Connection& in, std::string_view workshop, const std::vector<Apart>& apart);
void put_away(db::Connection& in, std::string_view workshop, const std::vector<std::string>& away);

/// By round, table number and name of the person.
std::vector<Seat> seats_of(db::Connection& in, std::string_view workshop);
/// Puts these in the place of the seats of `from` and later rounds.
void put_seats(db::Connection& in, std::string_view workshop, std::int64_t from,
               const std::vector<Seat>& seats);

/// Who sat together in rounds that were held, in workshops of the same series before this one.
std::vector<seating::Round> earlier_rounds(db::Connection& in, std::string_view workshop);

/// Somebody who may be seated.
struct Sitter {
    std::string person;
    std::string name;
    std::string organisation;  ///< id, "" for none
    std::string organisation_name;
    std::string side;      ///< word, as in the membership
    bool is_here = false;  ///< in the room now; before anybody is noted present, expected there
};

/// Participants, and facilitators of the network, that are members and not suspended, by name; also whoever
/// has a seat already. Who is in the room is what domain/attendance says.
std::vector<Sitter> sitters(db::Connection& in, std::string_view workshop, std::string_view network);

/// The notes of this workshop that the actor may read, by table, round and time. `table` "" for all; `round`
/// 0 for all.
std::vector<Note> notes(db::Connection& in, const Actor& actor, std::string_view workshop, Time when,
                        std::string_view table = "", std::int64_t round = 0);
std::optional<Note> find_note(db::Connection& in, const Actor& actor, std::string_view lesson, Time when);
void insert_note(db::Connection& in, const Note& note);
void set_merged(db::Connection& in, std::string_view note, std::string_view into);  ///< "" for none

/// Lessons in which notes of this workshop were taken up, that the actor may read, oldest first.
std::vector<chain::Record> merged_lessons(db::Connection& in, const Actor& actor, std::string_view workshop,
                                          Time when);

/// Questions asked for the workshop that all who take part may read, by votes; those can lie on a table.
std::vector<chain::Record> questions_for(db::Connection& in, const Actor& actor, std::string_view workshop,
                                         Time when);

}  // namespace kring::breakout
