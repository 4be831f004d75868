// SPDX-License-Identifier: EUPL-1.2
// The SQL of series, workshops, sessions and who takes part. Lists for a reader go through the
// audience rule; what is found by id for an act does not, and the act asks `may`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/chain/record.hpp"
#include "domain/journal/actor.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/db/db.hpp"

namespace kring::workshop {

std::optional<Series> find_series(db::Connection& in, std::string_view id);
std::optional<Series> find_series(db::Connection& in, std::string_view network, std::int64_t number);
std::vector<Series> series_of(db::Connection& in, std::string_view network);  ///< by number
void insert_series(db::Connection& in, const Series& series);
void update_series(db::Connection& in, const Series& series);

/// How many series each network has, for the networks that have any.
std::vector<std::pair<std::string, std::int64_t>> series_counts(db::Connection& in);

/// A number nobody has yet: one above the highest.
std::int64_t next_series_number(db::Connection& in, std::string_view network);
std::int64_t next_workshop_number(db::Connection& in, std::string_view series);
std::int64_t next_position(db::Connection& in, std::string_view workshop);
bool has_series_number(db::Connection& in, const Series& series);        ///< another one in its network
bool has_workshop_number(db::Connection& in, const Workshop& workshop);  ///< another one in its series

/// Any workshop by id, without asking who reads.
std::optional<Workshop> find(db::Connection& in, std::string_view id);

/// Those of a series the actor may read, by number; withdrawn ones are left out.
std::vector<Workshop> of_series(db::Connection& in, const Actor& actor, std::string_view series, Time when);

/// Those of a network the actor may read, by series and number: for series steps and select fields.
std::vector<Workshop> workshops_of_network(db::Connection& in, const Actor& actor, std::string_view network,
                                           Time when);

/// Which workshops that have a day.
struct Dated {
    std::string since;            ///< first day
    std::string network;          ///< id, "" for all
    bool of_own = false;          ///< of the actor's networks, and those in which they take part
    bool with_withdrawn = false;  ///< also what the actor took back and may still put back
    int most = 100;
};
/// Those the actor may read, by day.
std::vector<Workshop> dated(db::Connection& in, const Actor& actor, const Dated& wanted, Time when);

/// The record header and the workshop's own row together; but not that it is cancelled.
void insert(db::Connection& in, const Workshop& workshop);
void update(db::Connection& in, const Workshop& workshop);

/// Writes whether and why it is cancelled, its sequence and when it was changed.
void set_cancelled(db::Connection& in, const Workshop& workshop);

/// For a change that is not made by update(); nothing when the id is no workshop's.
void raise_sequence(db::Connection& in, std::string_view id);

/// Any session by id with its speakers, without asking who reads.
std::optional<Session> find_session(db::Connection& in, std::string_view id);

/// Those of a workshop the actor may read, with their speakers, in the order of the agenda.
std::vector<Session> sessions_of(db::Connection& in, const Actor& actor, std::string_view workshop,
                                 Time when);

/// Speakers without an id get one; on an update, the ids of those that stood in the same place.
void insert(db::Connection& in, const Session& session);
void update(db::Connection& in, const Session& session);

std::vector<std::string> participants_of(db::Connection& in, std::string_view workshop);  ///< person ids
std::int64_t count_participants(db::Connection& in, std::string_view workshop);
/// Puts these people in the place of whoever took part.
void set_participants(db::Connection& in, std::string_view workshop, const std::vector<std::string>& people,
                      Time when);

/// One more, or one less, without touching the others; nothing happens when it is so already.
void add_participant(db::Connection& in, std::string_view workshop, std::string_view person, Time when);
void drop_participant(db::Connection& in, std::string_view workshop, std::string_view person);

/// From now on who takes part follows from registrations.
void let_register(db::Connection& in, std::string_view workshop);

/// Readable questions, cases and lessons tied to any of these records, either way, newest first.
std::vector<chain::Record> tied_to(db::Connection& in, const Actor& actor,
                                   const std::vector<std::string>& ids, Time when);

/// The newest readable records of a kind in a network.
std::vector<chain::Record> newest(db::Connection& in, const Actor& actor, std::string_view network,
                                  chain::Kind kind, int most, Time when);

}  // namespace kring::workshop
