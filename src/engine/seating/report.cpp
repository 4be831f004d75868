// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/report.hpp"

#include <algorithm>

#include "engine/seating/bound.hpp"
#include "engine/seating/violations.hpp"

namespace kring::seating {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

using Groups = std::vector<std::vector<int>>;

/// Who sat together in a held round, or sits together in one to come.
Groups groups_in(const Setting& setting, const Seats& seats, int round) {
    if (round < setting.held) return setting.held_groups[at(round)];
    Groups groups(at(setting.tables));
    for (int person = 0; person < setting.people; ++person) {
        if (seats[round][person] != nowhere) groups[at(seats[round][person])].push_back(person);
    }
    return groups;
}

struct Tally {
    int new_meetings = 0;
    int repeated = 0;
    int colleagues = 0;
    int across = 0;
};

void count_pair(const Setting& setting, int one, int other, Grid<std::uint8_t>& have_met, Tally& tally) {
    const Tie tie = setting.ties[one][other];
    const bool is_first = have_met[one][other] == 0 && (tie & tie_met) == 0;
    have_met[one][other] = 1;
    tally.repeated += is_first ? 0 : 1;
    tally.new_meetings += is_first && (tie & tie_uncounted) == 0 ? 1 : 0;
    tally.colleagues += (tie & tie_colleague) != 0 ? 1 : 0;
    tally.across += (tie & tie_across) != 0 ? 1 : 0;
}

void count_group(const Setting& setting, const std::vector<int>& group, Grid<std::uint8_t>& have_met,
                 Tally& tally) {
    for (const int one : group) {
        for (const int other : group) {
            if (one < other) count_pair(setting, one, other, have_met, tally);
        }
    }
}

Tally tally_of(const Setting& setting, const Seats& seats) {
    Tally tally;
    Grid<std::uint8_t> have_met(setting.people, setting.people);
    for (int round = 0; round < setting.rounds; ++round) {
        for (const auto& group : groups_in(setting, seats, round))
            count_group(setting, group, have_met, tally);
    }
    return tally;
}

/// People by which the tables of the round miss their share of each side.
int sides_missed(const Setting& setting, const Groups& groups, int round) {
    int missed = 0;
    for (const auto& group : groups) {
        std::vector<int> count(at(sides_count), 0);
        for (const int person : group) ++count[at(setting.side[at(person)])];
        for (int side = 0; side < sides_count; ++side) {
            const Size share = setting.shares[at(round)][side][static_cast<int>(group.size())];
            missed += std::max({0, share.low - count[at(side)], count[at(side)] - share.high});
        }
    }
    return missed;
}

std::vector<Move> moves_in(const Setting& setting, const Seats& seats) {
    std::vector<Move> moves;
    for (int round = setting.held; round < setting.rounds; ++round) {
        for (int person = 0; person < setting.people; ++person) {
            const int from = setting.standing[round][person];
            const int to = seats[round][person];
            if (from == nowhere || to == nowhere || from == to) continue;
            moves.push_back({setting.person_ids[at(person)], round, setting.table_ids[at(from)],
                             setting.table_ids[at(to)]});
        }
    }
    return moves;
}

Round named(const Setting& setting, const Groups& groups) {
    Round round;
    for (int table = 0; table < setting.tables; ++table) {
        round.push_back({setting.table_ids[at(table)], {}});
        for (const int person : groups[at(table)])
            round.back().people.push_back(setting.person_ids[at(person)]);
    }
    return round;
}

/// A held round keeps the tables it had, also those that are gone by now.
Round as_held(const Setting& setting, const Round& standing, int round) {
    Round held;
    for (std::size_t table = 0; table < standing.size(); ++table) {
        held.push_back({standing[table].table, {}});
        for (const int person : setting.held_groups[at(round)][table]) {
            held.back().people.push_back(setting.person_ids[at(person)]);
        }
    }
    return held;
}

/// The windows, or when the plan does not keep them, its own sizes.
Grid<Size> sizes_for_bound(const Setting& setting, const Seats& seats, int uneven) {
    if (uneven == 0) return setting.sizes;
    Grid<Size> sizes(setting.rounds, setting.tables);
    for (int round = setting.held; round < setting.rounds; ++round) {
        const Groups groups = groups_in(setting, seats, round);
        for (int table = 0; table < setting.tables; ++table) {
            const auto count = static_cast<int>(groups[at(table)].size());
            sizes[round][table] = {count, count};
        }
    }
    return sizes;
}

}  // namespace

Score score_of(const Setting& setting, const Seats& seats) {
    const Tally tally = tally_of(setting, seats);
    const Broken broken = broken_rules(setting, seats);
    Score score;
    score.broken = broken.hard;
    score.uneven = broken.uneven;
    score.moved = static_cast<int>(moves_in(setting, seats).size());
    score.new_meetings = tally.new_meetings;
    score.colleagues = tally.colleagues;
    score.sides = tally.across;
    for (int round = 0; setting.mix == Mix::even && round < setting.rounds; ++round) {
        score.sides += sides_missed(setting, groups_in(setting, seats, round), round);
    }
    return score;
}

Plan report(const Setting& setting, const Seats& seats, const std::vector<Round>& standing) {
    Plan plan;
    for (int round = 0; round < setting.rounds; ++round) {
        const bool is_held = round < setting.held;
        plan.rounds.push_back(is_held ? as_held(setting, standing[at(round)], round)
                                      : named(setting, groups_in(setting, seats, round)));
    }
    plan.score = score_of(setting, seats);
    plan.repeated = tally_of(setting, seats).repeated;
    plan.bound = most_new_meetings(setting, sizes_for_bound(setting, seats, plan.score.uneven));
    plan.violations = violations_in(setting, seats);
    plan.moves = moves_in(setting, seats);
    return plan;
}

}  // namespace kring::seating
