// SPDX-License-Identifier: EUPL-1.2
// The SQL of rounds, topics and votes. Nothing here asks who may; whose vote is whose is asked of one
// person at a time, their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/topic/topic.hpp"
#include "platform/db/db.hpp"

namespace kring::topic {

std::optional<Round> find_round(db::Connection& in, std::string_view id);
std::optional<Round> round_of_series(db::Connection& in, std::string_view series);
void insert(db::Connection& in, const Round& round);
/// Writes the votes of each and when it closes.
void update(db::Connection& in, const Round& round);

/// Rounds whose time is over and that were not closed yet.
std::vector<Round> overdue_rounds(db::Connection& in, Time when);
/// Open rounds of these networks, by when they close.
std::vector<Round> open_rounds(db::Connection& in, const std::vector<std::string>& networks, Time when);

std::optional<Topic> find_topic(db::Connection& in, std::string_view id);
/// Those with most votes first, once counted; before that in the order in which they came.
std::vector<Topic> topics_of(db::Connection& in, std::string_view round);
std::int64_t count_topics(db::Connection& in, std::string_view round, std::string_view person);
void insert(db::Connection& in, const Topic& topic);
/// With the votes for it.
void remove_topic(db::Connection& in, std::string_view id);
/// Titles of the topics that a workshop takes up, for whoever may see their round.
std::vector<Topic> topics_of_workshop(db::Connection& in, std::string_view workshop);
/// "" unties it.
void set_workshop(db::Connection& in, std::string_view topic, std::string_view workshop);

/// Topics of the round that this person votes for.
std::vector<std::string> votes_of(db::Connection& in, std::string_view round, std::string_view person);
/// False when it was there already.
bool add_vote(db::Connection& in, std::string_view topic, std::string_view person);
/// False when there was none.
bool drop_vote(db::Connection& in, std::string_view topic, std::string_view person);
/// The most votes that any one person gives now.
std::int64_t most_votes(db::Connection& in, std::string_view round);

/// How many people vote in the round; and writes the counts of its topics, and forgets whose they were.
std::int64_t count_people(db::Connection& in, std::string_view round);
void write_counts(db::Connection& in, std::string_view round);
void forget_votes(db::Connection& in, std::string_view round);

void insert(db::Connection& in, std::string_view round, const Outcome& outcome,
            const std::vector<Voter>& voters);
std::optional<Outcome> find_outcome(db::Connection& in, std::string_view round);
std::vector<Voter> voters_of(db::Connection& in, std::string_view round);  ///< by name

/// Members of a network whose accounts are open, by name.
std::vector<Voter> active_members(db::Connection& in, std::string_view network);

}  // namespace kring::topic
