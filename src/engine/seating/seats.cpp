// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/seats.hpp"

#include <algorithm>

namespace kring::seating {

namespace {

Cost outside(const Size& size, int count) { return std::max({0, size.low - count, count - size.high}); }

Weights with_wishes(const Setting& setting, Weights weights) {
    weights.meeting = 10;
    weights.side = setting.mix == Mix::separate ? 24 : setting.mix == Mix::even ? 4 : 0;
    weights.colleague = 3;
    return weights;
}

}  // namespace

Weights free_weights(const Setting& setting) { return with_wishes(setting, {30, 40, 25, 0, 0, 0}); }

Weights firm_weights(const Setting& setting) { return with_wishes(setting, {4000, 200, 100, 0, 0, 0}); }

// The largest change of each kind in one exchange over all rounds fits in the room left below the next.
Weights strict_weights(const Setting& setting) {
    const Cost one = 1;
    if (setting.mix == Mix::separate) return {one << 46, one << 40, one << 34, one << 11, one << 22, one};
    return {one << 46, one << 40, one << 34, one << 19, setting.mix == Mix::even ? one << 11 : 0, one};
}

Seating::Seating(const Setting& setting, const Weights& weights)
    : setting_(setting),
      weights_(weights),
      seats_(setting.rounds, setting.people, nowhere),
      place_(setting.rounds, setting.people),
      members_(setting.rounds * setting.tables, setting.people),
      count_(setting.rounds, setting.tables),
      of_side_(setting.rounds * setting.tables, sides_count),
      shared_(setting.people, setting.people),
      loss_(setting.people, setting.people),
      gain_(setting.people, setting.people),
      join_(setting.people, setting.people),
      stay_(setting.people, setting.people) {
    weigh(weights);
    for (int round = setting.held; round < setting.rounds; ++round) {
        for (int person = 0; person < setting.people; ++person) {
            const int table = setting.host_of(person);
            if (table != nowhere && setting.present[round][person] != 0) add(round, person, table);
        }
    }
}

void Seating::weigh(const Weights& weights) {
    weights_ = weights;
    for (int one = 0; one < setting_.people; ++one) {
        for (int other = 0; other < setting_.people; ++other) {
            const Tie tie = setting_.ties[one][other];
            const bool counts = (tie & (tie_uncounted | tie_met_held)) == 0;
            loss_[one][other] = ((tie & tie_apart) != 0 ? weights.broken : 0) +
                                ((tie & tie_across) != 0 ? weights.side : 0) +
                                ((tie & tie_colleague) != 0 ? weights.colleague : 0);
            gain_[one][other] = counts ? weights.meeting : 0;
            price(one, other);
        }
    }
}

void Seating::price(int one, int other) {
    const int shared = shared_[one][other];
    const Cost gain = gain_[one][other];
    const Cost loss = loss_[one][other];
    join_[one][other] = join_[other][one] = shared == 0 ? loss - gain : loss;
    stay_[one][other] = stay_[other][one] = shared == 1 ? loss - gain : loss;
}

const int* Seating::members(int round, int table) const { return members_[round * setting_.tables + table]; }

Cost Seating::join(int round, int person, int table, int without) const {
    const int* const sitting = members(round, table);
    const Cost* const join = join_[person];
    Cost sum = without == nowhere ? 0 : -join[without];
    for (int place = 0; place < count_[round][table]; ++place) sum += join[sitting[place]];
    return sum;
}

Cost Seating::leave(int round, int person, int table) const {
    const int* const sitting = members(round, table);
    const Cost* const stay = stay_[person];
    Cost sum = stay[person];
    for (int place = 0; place < count_[round][table]; ++place) sum -= stay[sitting[place]];
    return sum;
}

Cost Seating::size_cost(int round, int table, int size) const {
    const auto capacity = setting_.capacity[static_cast<std::size_t>(table)];
    return weights_.broken * std::max(0, size - capacity) +
           weights_.uneven * outside(setting_.sizes[round][table], size);
}

Cost Seating::moved_cost(int round, int person, int table) const {
    const int standing = setting_.standing[round][person];
    return standing == nowhere || standing == table ? 0 : weights_.moved;
}

Cost Seating::sides_cost(int round, int table, int size, int side, int change) const {
    const Grid<Size>& shares = setting_.shares[static_cast<std::size_t>(round)];
    const int* const of_side = of_side_[round * setting_.tables + table];
    Cost sum = 0;
    for (int each = 0; each < sides_count; ++each) {
        sum += outside(shares[each][size], of_side[each] + (each == side ? change : 0));
    }
    return sum * weights_.side;
}

/// What changes when somebody of one side at the table makes place for one of another.
Cost Seating::sides_step(int round, int table, int side_in, int side_out) const {
    const Grid<Size>& shares = setting_.shares[static_cast<std::size_t>(round)];
    const int* const of_side = of_side_[round * setting_.tables + table];
    const int size = count_[round][table];
    const Size in = shares[side_in][size];
    const Size out = shares[side_out][size];
    const Cost sum = outside(in, of_side[side_in] + 1) - outside(in, of_side[side_in]) +
                     outside(out, of_side[side_out] - 1) - outside(out, of_side[side_out]);
    return sum * weights_.side;
}

Cost Seating::cost_of_move(int round, int person, int table) const {
    const int from = seats_[round][person];
    const int side = setting_.side[static_cast<std::size_t>(person)];
    const int size = count_[round][table];
    const bool is_mixed = setting_.mix == Mix::even;
    Cost cost = join(round, person, table, nowhere) + moved_cost(round, person, table) +
                size_cost(round, table, size + 1) - size_cost(round, table, size);
    if (is_mixed) {
        cost += sides_cost(round, table, size + 1, side, 1) - sides_cost(round, table, size, side, 0);
    }
    if (from == nowhere) return cost;
    const int left = count_[round][from];
    cost += leave(round, person, from) - moved_cost(round, person, from) + size_cost(round, from, left - 1) -
            size_cost(round, from, left);
    if (is_mixed) {
        cost += sides_cost(round, from, left - 1, side, -1) - sides_cost(round, from, left, side, 0);
    }
    return cost;
}

Cost Seating::cost_of_swap(int round, int one, int other) const {
    const int here = seats_[round][one];
    const int there = seats_[round][other];
    Cost cost = leave(round, one, here) + leave(round, other, there) + join(round, one, there, other) +
                join(round, other, here, one);
    if (setting_.is_replan) {
        cost += moved_cost(round, one, there) - moved_cost(round, one, here) +
                moved_cost(round, other, here) - moved_cost(round, other, there);
    }
    const int side = setting_.side[static_cast<std::size_t>(one)];
    const int other_side = setting_.side[static_cast<std::size_t>(other)];
    if (setting_.mix != Mix::even || side == other_side) return cost;
    return cost + sides_step(round, here, other_side, side) + sides_step(round, there, side, other_side);
}

void Seating::remove(int round, int person) {
    const int table = seats_[round][person];
    int* const sitting = members_[round * setting_.tables + table];
    const int last = sitting[--count_[round][table]];
    sitting[place_[round][person]] = last;
    place_[round][last] = place_[round][person];
    seats_[round][person] = nowhere;
    --of_side_[round * setting_.tables + table][setting_.side[static_cast<std::size_t>(person)]];
    for (int place = 0; place < count_[round][table]; ++place) {
        const int other = sitting[place];
        shared_[other][person] = --shared_[person][other];
        price(person, other);
    }
}

void Seating::add(int round, int person, int table) {
    int* const sitting = members_[round * setting_.tables + table];
    for (int place = 0; place < count_[round][table]; ++place) {
        const int other = sitting[place];
        shared_[other][person] = ++shared_[person][other];
        price(person, other);
    }
    place_[round][person] = count_[round][table];
    sitting[count_[round][table]++] = person;
    seats_[round][person] = table;
    ++of_side_[round * setting_.tables + table][setting_.side[static_cast<std::size_t>(person)]];
}

void Seating::move(int round, int person, int table) {
    if (seats_[round][person] != nowhere) remove(round, person);
    add(round, person, table);
}

void Seating::swap(int round, int one, int other) {
    const int here = seats_[round][one];
    const int there = seats_[round][other];
    remove(round, one);
    remove(round, other);
    add(round, one, there);
    add(round, other, here);
}

Cost Seating::cost_of_exchange(int one, int other) const {
    Cost cost = 0;
    for (int person = 0; person < setting_.people; ++person) {
        if (person == one || person == other) continue;
        const int shared = shared_[one][person];
        const int other_shared = shared_[other][person];
        if (shared == other_shared) continue;
        const int more = other_shared - shared;
        const int first = (other_shared > 0 ? 1 : 0) - (shared > 0 ? 1 : 0);
        cost += more * (loss_[one][person] - loss_[other][person]) -
                first * (gain_[one][person] - gain_[other][person]);
    }
    const int side = setting_.side[static_cast<std::size_t>(one)];
    const int other_side = setting_.side[static_cast<std::size_t>(other)];
    if (setting_.mix != Mix::even || side == other_side) return cost;
    for (int round = setting_.held; round < setting_.rounds; ++round) {
        const int here = seats_[round][one];
        const int there = seats_[round][other];
        if (here == there) continue;
        cost += sides_step(round, here, other_side, side) + sides_step(round, there, side, other_side);
    }
    return cost;
}

void Seating::exchange(int one, int other) {
    for (int round = setting_.held; round < setting_.rounds; ++round) {
        if (seats_[round][one] != seats_[round][other]) swap(round, one, other);
    }
}

}  // namespace kring::seating
