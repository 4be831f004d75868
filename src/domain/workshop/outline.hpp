// SPDX-License-Identifier: EUPL-1.2
// A series before it is there: four workshops from the template of the house, or those of a former series,
// each with its agenda and a day still to be chosen. What is copied is what the copier may read; speakers,
// participants and days are not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/actor.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/db/db.hpp"
#include "platform/html/phrases.hpp"

namespace kring::workshop {

/// A workshop to be, with its agenda; no ids, no speakers, no day.
struct Outlined {
    Workshop workshop;
    std::vector<Session> sessions;
};

/// What stands for the template where a series could be named.
inline constexpr std::string_view four_workshops_word = "vier";

inline constexpr std::int64_t weeks_max = 26;

/// Four afternoons: what members ask first, speakers, tables, pitches in the last, plenary, evaluation.
std::vector<Outlined> four_workshops(const html::Phrases& phrases);

/// The template, or the workshops of a series of this network that the actor may read, by number.
/// `not_found` for any other word, and for a series of which they may read no workshop.
Result<std::vector<Outlined>> outline_of(db::Connection& in, const Actor& actor, std::string_view network,
                                         std::string_view from, Time when, const html::Phrases& phrases);

/// One workshop that the actor may read, with its agenda. `not_found` otherwise.
Result<Outlined> outline_of_workshop(db::Connection& in, const Actor& actor, std::string_view id, Time when);

/// Lets the agenda begin with the workshop: every clock in it moves along, and is dropped past midnight.
void begin_at(Outlined& outlined, const std::string& clock);

/// The day so many days later; both as "2027-01-14".
std::string day_after(std::string_view day, std::int64_t days);

/// `count` days, the first given, each so many weeks after the one before.
std::vector<std::string> rhythm(std::string_view first, std::int64_t weeks, std::size_t count);

/// Whether the day, which must be one, is a Saturday or a Sunday.
bool is_weekend(std::string_view day);

}  // namespace kring::workshop
