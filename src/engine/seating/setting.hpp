// SPDX-License-Identifier: EUPL-1.2
// The request in numbers: people, tables and rounds by index, and for each pair what they are to each other.
// Everything the planner asks while it searches stands here ready.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/seating/grid.hpp"
#include "engine/seating/seating.hpp"

namespace kring::seating {

inline constexpr int nowhere = -1;
inline constexpr int sides_count = 3;

/// What two people are to each other: bits.
using Tie = std::uint8_t;
inline constexpr Tie tie_apart_people = 1;
inline constexpr Tie tie_apart_organisations = 2;
inline constexpr Tie tie_apart_group = 4;
inline constexpr Tie tie_apart = tie_apart_people | tie_apart_organisations | tie_apart_group;
inline constexpr Tie tie_colleague = 8;
inline constexpr Tie tie_across = 16;    ///< purchaser and supplier, when sides are to be separate
inline constexpr Tie tie_met = 32;       ///< before these rounds
inline constexpr Tie tie_met_held = 64;  ///< in a round that is held
/// A first meeting counts when none of these holds.
inline constexpr Tie tie_uncounted = tie_apart | tie_colleague | tie_across | tie_met;

/// The fewest and most people at a table.
struct Size {
    int low = 0;
    int high = 0;
};

using Seats = Grid<int>;  ///< [round][person]: table, or nowhere

struct Setting {
    int people = 0;
    int tables = 0;
    int rounds = 0;
    int held = 0;
    Mix mix = Mix::even;
    std::uint64_t seed = 0;
    std::vector<std::string> person_ids;
    std::vector<std::string> table_ids;
    std::vector<int> capacity;
    std::vector<int> side;
    std::vector<int> organisation;  ///< colleagues share a number; who comes alone has one of their own
    std::vector<int> host;          ///< table or nowhere
    Grid<std::uint8_t> present;     ///< [round][person]
    Grid<Tie> ties;                 ///< [person][person]
    Seats standing;                 ///< nowhere when there is no standing seat
    bool is_replan = false;         ///< somebody has a standing seat in a round to come
    std::vector<std::vector<std::vector<int>>> earlier;  ///< groups who sat together, by round
    std::vector<std::vector<std::vector<int>>> held_groups;
    Grid<Size> sizes;                ///< [round][table]: as equal as chairs and hosts allow
    std::vector<Grid<Size>> shares;  ///< by round: [side][people at the table], for an even mix

    bool is_mobile(int round, int person) const {
        return present[round][person] != 0 && host_of(person) == nowhere;
    }
    int host_of(int person) const { return host[static_cast<std::size_t>(person)]; }
    int present_in(int round) const;
};

/// Everything wrong with the request, all at once.
Problems problems_of(const Request& request);

/// The request must be without problems.
Setting setting_of(const Request& request);

/// The seats of these rounds; unknown tables and people are left out, and who is absent.
Seats seats_of(const Setting& setting, const std::vector<Round>& rounds);

}  // namespace kring::seating
