// SPDX-License-Identifier: EUPL-1.2
// Break-out tables of one workshop: tables × rounds, who hosts, which question lies on which table, and what
// must hold; the things, and the rules that hold for them whoever asks. Rounds count from 1 here and on every
// page; engine/seating counts them from 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/seating/seating.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::breakout {

using seating::Mix;
inline constexpr Mix mixes[] = {Mix::even, Mix::separate, Mix::any};
std::string_view word(Mix mix);
std::optional<Mix> mix_of(std::string_view word);

inline constexpr std::int64_t minutes_max = 180;

struct Table {
    std::string id;
    std::int64_t number = 1;
    std::string host;  ///< person, "" for none
    std::vector<std::string> questions;
};

/// Two organisations that share no table; the one with the lower id first.
struct Apart {
    std::string one;
    std::string other;
};

struct Breakout {
    std::string workshop;
    std::int64_t rounds = 3;
    std::int64_t minutes = 20;  ///< of each round
    std::int64_t chairs = 0;    ///< at each table; 0 when that does not matter
    Mix mix = Mix::even;
    std::int64_t seed = 1;
    std::int64_t version = 0;  ///< rises with each change; 0 before the first
    bool is_published = false;
    std::int64_t round = 0;  ///< that goes on; 0 before the first, rounds + 1 after the last
    std::optional<Time> round_began_at;
    std::optional<Time> closed_at;  ///< since when notes stand as they are
    std::vector<Table> tables;      ///< by number
    std::vector<Apart> apart;
    std::vector<std::string> away;  ///< people who do not sit at a table, or have left

    bool has_begun() const { return round > 0; }
    bool is_over() const { return round > rounds; }
    bool is_closed() const { return closed_at.has_value(); }
    /// Rounds that are over, and stay as they were.
    std::int64_t held() const { return round > 0 ? round - 1 : 0; }
    /// Until when the round goes on, by the clock.
    std::optional<Time> round_ends_at() const;
    const Table* table(std::string_view id) const;
    const Table* table_numbered(std::int64_t number) const;
};

/// What the facilitator sets of all tables together.
struct Wishes {
    std::int64_t tables = 4;
    std::int64_t rounds = 3;
    std::int64_t minutes = 20;
    std::int64_t chairs = 0;
    std::string mix = "even";
    std::vector<Apart> apart;
    std::vector<std::string> away;
};

/// Everything wrong with it, fields named as in the form. While rounds go on, `standing` is what their
/// number, that of the tables and the chairs must stay.
Problems problems_of(const Wishes& setup, const Breakout* standing);

/// The pair with the lower id first; nothing when both are one, or one is missing.
std::optional<Apart> pair_of(std::string one, std::string other);

/// Who sits at which table in which round, as published.
struct Seat {
    std::int64_t round = 1;
    std::string table;
    std::string person;
};

/// What a table noted: a lesson of domain/contribution, and where it was noted.
struct Note {
    std::string lesson;
    std::string table;  ///< id
    std::int64_t table_number = 1;
    std::int64_t round = 1;
    std::string question;  ///< "" for none
    std::string body;
    std::string owner_name;
    std::string merged_into;  ///< lesson, "" for none
    std::string language;
};

}  // namespace kring::breakout
