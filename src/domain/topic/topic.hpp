// SPDX-License-Identifier: EUPL-1.2
// Topics for a series: a round in which members propose them and vote, and what it came to. Votes are
// secret: who votes for what is kept only as long as a vote can be taken back, and counts are shown to
// nobody before the round has closed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::topic {

struct Round {
    std::string id;
    std::string series;
    std::string network;                                  ///< of the series
    chain::Audience audience = chain::Audience::network;  ///< who reads, proposes and votes; or purchasers
    std::int64_t votes_each = 3;
    Time opened_at;
    std::string opened_by;  ///< person
    Time closes_at;         ///< by the clock of the server; a vote at this very moment is too late
    std::optional<Time> closed_at;
};

struct Topic {
    std::string id;
    std::string round;
    std::string person;  ///< who proposed it
    std::string name;    ///< of that person; read with it, never written
    std::string title;
    std::string why;    ///< Markdown
    std::string theme;  ///< a few words; may be ""
    std::string language = "nl";
    Time proposed_at;
    std::int64_t votes = 0;  ///< once the round has closed
    std::string workshop;    ///< id of the one that takes it up, "" for none
};

struct Voter {
    std::string person;
    std::string name;
};

/// What a round came to; written once.
struct Outcome {
    Time closed_at;
    std::string closed_by;  ///< person, "" when the deadline did
    std::int64_t could_vote = 0;
    std::int64_t did_vote = 0;
    std::string hash;  ///< seal_of() at closing; also in the journal
};

inline constexpr std::int64_t votes_each_max = 10;
inline constexpr std::size_t theme_length_max = 60;
inline constexpr std::size_t why_length_max = 2000;
inline constexpr std::int64_t topics_each_max = 5;  ///< proposed by one person in one round
inline constexpr std::int64_t round_ms_max = 365 * day_ms;

/// Everything wrong with it, all at once; the fields are named as in the forms.
Problems problems_of(const Round& round, Time when);
Problems problems_of(const Topic& topic);

/// Whether topics and votes are taken at this moment.
bool is_open(const Round& round, Time when);

/// The header that the audience rule judges a round by: it is no record of its own.
chain::Record header_of(const Round& round);

/// SHA-256 of a whole outcome: round, times, numbers, topics with their counts, and who could vote.
std::string seal_of(const Round& round, const Outcome& outcome, const std::vector<Topic>& topics,
                    const std::vector<Voter>& voters);

}  // namespace kring::topic
