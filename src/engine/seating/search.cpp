// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/search.hpp"

#include <algorithm>

namespace kring::seating {

namespace {

constexpr int stages = 64;

Cost warmth(const Heat& heat, int stage) {
    return heat.first + (heat.last - heat.first) * stage / (stages - 1);
}

/// What this step may cost: twice as much is half as likely.
Cost allowance(Random& random, Cost warmth) { return (warmth * random.surprise()) >> 12; }

std::vector<int> mobile_in(const Setting& setting, int round) {
    std::vector<int> people;
    for (int person = 0; person < setting.people; ++person) {
        if (setting.is_mobile(round, person)) people.push_back(person);
    }
    return people;
}

/// One step in one round: an exchange mostly, a move now and then.
void step(Seating& seating, Random& random, int round, const std::vector<int>& people, Cost warmth) {
    const int one = people[static_cast<std::size_t>(random.below(static_cast<int>(people.size())))];
    const int here = seating.seat(round, one);
    if ((random.next() & 7U) == 0) {
        const int table = random.below(seating.setting().tables);
        if (table == here) return;
        if (seating.cost_of_move(round, one, table) <= allowance(random, warmth))
            seating.move(round, one, table);
        return;
    }
    const int other = people[static_cast<std::size_t>(random.below(static_cast<int>(people.size())))];
    if (seating.seat(round, other) == here) return;
    if (seating.cost_of_swap(round, one, other) <= allowance(random, warmth)) seating.swap(round, one, other);
}

bool have_like_parts(const Setting& setting, int one, int other) {
    for (int round = setting.held; round < setting.rounds; ++round) {
        if (setting.present[round][one] != setting.present[round][other]) return false;
    }
    return one != other;
}

bool better_by_move(Seating& seating, int round, int person) {
    for (int table = 0; table < seating.setting().tables; ++table) {
        if (table == seating.seat(round, person) || seating.cost_of_move(round, person, table) >= 0) continue;
        seating.move(round, person, table);
        return true;
    }
    return false;
}

bool better_by_swap(Seating& seating, int round, int one, const std::vector<int>& people) {
    for (const int other : people) {
        if (other <= one || seating.seat(round, one) == seating.seat(round, other)) continue;
        if (seating.cost_of_swap(round, one, other) >= 0) continue;
        seating.swap(round, one, other);
        return true;
    }
    return false;
}

}  // namespace

void anneal(Seating& seating, Random& random, int steps, const Heat& heat) {
    const Setting& setting = seating.setting();
    std::vector<std::vector<int>> people;
    std::vector<int> rounds;
    for (int round = 0; round < setting.rounds; ++round) {
        people.push_back(mobile_in(setting, round));
        if (round >= setting.held && !people.back().empty()) rounds.push_back(round);
    }
    if (rounds.empty() || setting.tables < 2) return;
    for (int stage = 0; stage < stages; ++stage) {
        const Cost warm = warmth(heat, stage);
        for (int left = steps / stages; left > 0; --left) {
            const int round = rounds[static_cast<std::size_t>(random.below(static_cast<int>(rounds.size())))];
            step(seating, random, round, people[static_cast<std::size_t>(round)], warm);
        }
    }
}

void exchange_parts(Seating& seating, Random& random, int steps, const Heat& heat) {
    const Setting& setting = seating.setting();
    std::vector<int> people;
    for (int person = 0; person < setting.people; ++person) {
        if (setting.host_of(person) == nowhere) people.push_back(person);
    }
    if (people.size() < 2 || setting.tables < 2) return;
    for (int stage = 0; stage < stages; ++stage) {
        const Cost warm = warmth(heat, stage);
        for (int left = steps / stages; left > 0; --left) {
            const int one = people[static_cast<std::size_t>(random.below(static_cast<int>(people.size())))];
            const int other = people[static_cast<std::size_t>(random.below(static_cast<int>(people.size())))];
            if (!have_like_parts(setting, one, other)) continue;
            if (seating.cost_of_exchange(one, other) <= allowance(random, warm)) seating.exchange(one, other);
        }
    }
}

void descend(Seating& seating, int passes) {
    const Setting& setting = seating.setting();
    bool is_better = true;
    for (; passes > 0 && is_better; --passes) {
        is_better = false;
        for (int round = setting.held; round < setting.rounds; ++round) {
            const std::vector<int> people = mobile_in(setting, round);
            for (const int person : people) {
                is_better = better_by_move(seating, round, person) || is_better;
                is_better = better_by_swap(seating, round, person, people) || is_better;
            }
        }
    }
}

}  // namespace kring::seating
