// SPDX-License-Identifier: EUPL-1.2
// A seating under change: moves and swaps, and what each would cost, without counting all again.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/seating/grid.hpp"
#include "engine/seating/setting.hpp"

namespace kring::seating {

using Cost = std::int64_t;

/// What one of each costs. A first meeting that counts is a gain.
struct Weights {
    Cost broken = 0;
    Cost uneven = 0;
    Cost moved = 0;
    Cost meeting = 0;
    Cost side = 0;
    Cost colleague = 0;
};

/// Weights by which the search passes through worse seatings to better ones.
Weights free_weights(const Setting& setting);

/// The same for the soft wishes, while no rule is broken for their sake.
Weights firm_weights(const Setting& setting);

/// Weights with which no gain of a lesser kind, in one move or one exchange, makes up for a graver loss.
Weights strict_weights(const Setting& setting);

class Seating {
public:
    /// Nobody sits yet, but hosts.
    Seating(const Setting& setting, const Weights& weights);

    void weigh(const Weights& weights);
    const Setting& setting() const { return setting_; }
    const Seats& seats() const { return seats_; }
    int seat(int round, int person) const { return seats_[round][person]; }
    int size(int round, int table) const { return count_[round][table]; }

    /// What changes when the person, who may have no seat yet, goes to the table.
    Cost cost_of_move(int round, int person, int table) const;
    void move(int round, int person, int table);

    /// What changes when two who sit at different tables exchange seats.
    Cost cost_of_swap(int round, int one, int other) const;
    void swap(int round, int one, int other);

    /// What changes when two, neither of them a host and both present in the same rounds, exchange all their
    /// seats; standing seats are not looked at.
    Cost cost_of_exchange(int one, int other) const;
    void exchange(int one, int other);

private:
    const int* members(int round, int table) const;
    Cost join(int round, int person, int table, int without) const;
    Cost leave(int round, int person, int table) const;
    Cost size_cost(int round, int table, int size) const;
    Cost moved_cost(int round, int person, int table) const;
    Cost sides_cost(int round, int table, int size, int side, int change) const;
    Cost sides_step(int round, int table, int side_in, int side_out) const;
    void remove(int round, int person);
    void add(int round, int person, int table);
    void price(int one, int other);

    const Setting& setting_;
    Weights weights_;
    Seats seats_;
    Grid<int> place_;            ///< [round][person]: where in members_
    Grid<int> members_;          ///< [round * tables + table]: people
    Grid<int> count_;            ///< [round][table]
    Grid<int> of_side_;          ///< [round * tables + table][side]
    Grid<std::uint8_t> shared_;  ///< [person][person]: rounds to come in which they share a table
    Grid<Cost> loss_;            ///< [person][person]: for sharing a table
    Grid<Cost> gain_;            ///< [person][person]: for sharing one for the first time
    Grid<Cost> join_;            ///< [person][person]: what it costs when they come to share a table
    Grid<Cost> stay_;            ///< [person][person]: what it gains when they, who share one, no longer do
};

}  // namespace kring::seating
