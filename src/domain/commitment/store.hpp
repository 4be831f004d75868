// SPDX-License-Identifier: EUPL-1.2
// The SQL of commitments. Lists for a reader go through the audience rule.
#pragma once

#include <vector>

#include "domain/commitment/commitment.hpp"
#include "domain/journal/actor.hpp"
#include "platform/db/db.hpp"

namespace kring::commitment {

/// Any commitment by id, without asking who reads.
std::optional<Commitment> find(db::Connection& in, std::string_view id);

/// Those of a workshop that the actor may read, by the day they are for.
std::vector<Commitment> of_workshop(db::Connection& in, const Actor& actor, std::string_view workshop,
                                    Time when);

/// Those of the earlier workshops of the same series that the actor may read: what the next workshop
/// begins with. Open ones first, each group by day.
std::vector<Commitment> from_before(db::Connection& in, const Actor& actor, std::string_view workshop,
                                    Time when);

/// Those of all workshops of a series that the actor may read, by workshop and day.
std::vector<Commitment> of_series(db::Connection& in, const Actor& actor, std::string_view series, Time when);

/// The actor's own: open ones first, each group by day; with those taken back that may still be put back.
std::vector<Commitment> own(db::Connection& in, const Actor& actor, Time when);

/// Open ones for a day in this range, by day.
std::vector<Commitment> open_between(db::Connection& in, std::string_view first_day,
                                     std::string_view last_day);

/// Whether the person has one from this workshop, not taken back, with exactly this title.
bool has_same(db::Connection& in, std::string_view person, std::string_view workshop, std::string_view what);

/// The record header and its own row together.
void insert(db::Connection& in, const Commitment& one);
void update(db::Connection& in, const Commitment& one);

}  // namespace kring::commitment
