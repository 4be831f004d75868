// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/setting.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kring::seating {

namespace {

using Numbers = std::map<std::string, int>;

template <class Thing>
Numbers numbers_of(const std::vector<Thing>& things) {
    Numbers numbers;
    for (const Thing& thing : things) numbers.emplace(thing.id, static_cast<int>(numbers.size()));
    return numbers;
}

int number_of(const Numbers& numbers, const std::string& id) {
    const auto found = numbers.find(id);
    return found == numbers.end() ? nowhere : found->second;
}

std::size_t at(int index) { return static_cast<std::size_t>(index); }

void fill_people(const Request& request, Setting& setting) {
    const Numbers tables = numbers_of(request.tables);
    Numbers organisations;
    setting.present = Grid<std::uint8_t>(setting.rounds, setting.people, 1);
    for (int person = 0; person < setting.people; ++person) {
        const Person& one = request.people[at(person)];
        setting.person_ids.push_back(one.id);
        setting.side.push_back(static_cast<int>(one.side));
        setting.host.push_back(number_of(tables, one.hosts));
        // No organisation's name ends in a zero byte: who comes alone shares a number with nobody.
        const std::string name = one.organisation.empty() ? one.id + '\0' : one.organisation;
        const auto number = static_cast<int>(organisations.size());
        setting.organisation.push_back(organisations.emplace(name, number).first->second);
        for (const int round : one.absent) setting.present[round][person] = 0;
    }
}

void tie(Setting& setting, int one, int other, Tie what) {
    if (one == nowhere || other == nowhere || one == other) return;
    setting.ties[one][other] |= what;
    setting.ties[other][one] |= what;
}

void tie_kept_apart(const Request& request, Setting& setting) {
    const Numbers people = numbers_of(request.people);
    for (const Apart& pair : request.apart_people) {
        tie(setting, number_of(people, pair.one), number_of(people, pair.other), tie_apart_people);
    }
    std::set<std::pair<std::string, std::string>> organisations;
    for (const Apart& pair : request.apart_organisations) {
        if (pair.one == pair.other) continue;
        organisations.emplace(pair.one, pair.other);
        organisations.emplace(pair.other, pair.one);
    }
    for (int one = 0; one < setting.people; ++one) {
        for (int other = one + 1; other < setting.people; ++other) {
            const std::string& here = request.people[at(one)].organisation;
            const std::string& there = request.people[at(other)].organisation;
            if (organisations.count({here, there}) != 0) tie(setting, one, other, tie_apart_organisations);
        }
    }
}

bool share_group(const Person& one, const Person& other) {
    return std::any_of(one.groups.begin(), one.groups.end(), [&other](const std::string& group) {
        return std::find(other.groups.begin(), other.groups.end(), group) != other.groups.end();
    });
}

bool are_across(const Person& one, const Person& other) {
    return one.side != other.side && one.side != Side::adviser && other.side != Side::adviser;
}

void tie_by_kind(const Request& request, Setting& setting) {
    for (int one = 0; one < setting.people; ++one) {
        for (int other = one + 1; other < setting.people; ++other) {
            const Person& here = request.people[at(one)];
            const Person& there = request.people[at(other)];
            const bool colleagues = setting.organisation[at(one)] == setting.organisation[at(other)];
            if (colleagues) tie(setting, one, other, tie_colleague);
            if (!colleagues && share_group(here, there)) tie(setting, one, other, tie_apart_group);
            if (setting.mix == Mix::separate && are_across(here, there)) tie(setting, one, other, tie_across);
        }
    }
}

void tie_all(const std::vector<int>& group, Tie what, Setting& setting) {
    for (const int one : group) {
        for (const int other : group) tie(setting, one, other, what);
    }
}

/// Who sat together, by table; people who are not in the request, or were away after all, are left out.
std::vector<std::vector<int>> groups_of(const Round& round, const Numbers& people) {
    std::vector<std::vector<int>> groups;
    for (const Seated& seated : round) {
        std::vector<int>& group = groups.emplace_back();
        for (const std::string& id : seated.people) {
            if (const int person = number_of(people, id); person != nowhere) group.push_back(person);
        }
    }
    return groups;
}

void tie_who_met(const Request& request, Setting& setting) {
    const Numbers people = numbers_of(request.people);
    for (const Round& round : request.earlier) setting.earlier.push_back(groups_of(round, people));
    for (int round = 0; round < setting.held; ++round) {
        auto& groups = setting.held_groups.emplace_back(groups_of(request.standing[at(round)], people));
        const std::uint8_t* const present = setting.present[round];
        for (auto& group : groups)
            std::erase_if(group, [present](int person) { return present[person] == 0; });
    }
    for (const auto& round : setting.earlier) {
        for (const auto& group : round) tie_all(group, tie_met, setting);
    }
    for (const auto& round : setting.held_groups) {
        for (const auto& group : round) tie_all(group, tie_met_held, setting);
    }
}

/// Pours people as water: always onto the emptiest tables, while there are chairs. Hosts sit already.
void pour(const std::vector<int>& room, int people, Size* sizes) {
    for (int level = 1; people > 0; ++level) {
        std::vector<int> lowest;
        for (int table = 0; table < static_cast<int>(room.size()); ++table) {
            if (sizes[table].low < std::min(level, room[at(table)])) lowest.push_back(table);
        }
        const int poured = std::min(people, static_cast<int>(lowest.size()));
        const bool is_last = poured < static_cast<int>(lowest.size());
        for (const int table : lowest) (is_last ? sizes[table].high : sizes[table].low) = level;
        people -= poured;
    }
}

void fill_sizes(Setting& setting, int round) {
    Size* const sizes = setting.sizes[round];
    int left = setting.present_in(round);
    for (int person = 0; person < setting.people; ++person) {
        const int table = setting.host_of(person);
        if (table == nowhere || setting.present[round][person] == 0) continue;
        ++sizes[table].low;
        --left;
    }
    std::vector<int> room;
    int chairs = 0;
    for (int table = 0; table < setting.tables; ++table) {
        room.push_back(std::max(setting.capacity[at(table)], sizes[table].low));
        chairs += room.back() - sizes[table].low;
    }
    pour(room, std::min(left, chairs), sizes);
    const int standing = std::max(0, left - chairs);
    for (int table = 0; table < setting.tables; ++table) {
        sizes[table].high = std::max(sizes[table].low, sizes[table].high);
        if (standing == 0) continue;
        sizes[table].high = room[at(table)] + (standing + setting.tables - 1) / setting.tables;
        sizes[table].low = room[at(table)] + standing / setting.tables;
    }
}

void fill_shares(Setting& setting, int round) {
    const int present = setting.present_in(round);
    std::vector<int> of_side(at(sides_count));
    for (int person = 0; person < setting.people; ++person) {
        of_side[at(setting.side[at(person)])] += setting.present[round][person];
    }
    Grid<Size>& shares = setting.shares.emplace_back(sides_count, setting.people + 1);
    for (int side = 0; present > 0 && side < sides_count; ++side) {
        for (int size = 0; size <= setting.people; ++size) {
            const int share = of_side[at(side)] * size;
            shares[side][size] = {share / present, (share + present - 1) / present};
        }
    }
}

bool has_standing_seats(const Setting& setting) {
    for (int round = setting.held; round < setting.rounds; ++round) {
        const int* const seats = setting.standing[round];
        if (std::any_of(seats, seats + setting.people, [](int seat) { return seat != nowhere; })) return true;
    }
    return false;
}

}  // namespace

int Setting::present_in(int round) const {
    return static_cast<int>(std::count(present[round], present[round] + people, std::uint8_t{1}));
}

Setting setting_of(const Request& request) {
    Setting setting;
    setting.people = static_cast<int>(request.people.size());
    setting.tables = static_cast<int>(request.tables.size());
    setting.rounds = request.rounds;
    setting.held = request.held;
    setting.mix = request.mix;
    setting.seed = request.seed;
    for (const Table& table : request.tables) {
        setting.table_ids.push_back(table.id);
        setting.capacity.push_back(table.capacity);
    }
    setting.ties = Grid<Tie>(setting.people, setting.people);
    setting.sizes = Grid<Size>(setting.rounds, setting.tables);
    fill_people(request, setting);
    setting.standing = seats_of(setting, request.standing);
    setting.is_replan = has_standing_seats(setting);
    tie_kept_apart(request, setting);
    tie_by_kind(request, setting);
    tie_who_met(request, setting);
    for (int round = 0; round < setting.rounds; ++round) {
        fill_sizes(setting, round);
        fill_shares(setting, round);
    }
    return setting;
}

Seats seats_of(const Setting& setting, const std::vector<Round>& rounds) {
    Numbers people;
    Numbers tables;
    for (const std::string& id : setting.person_ids) people.emplace(id, static_cast<int>(people.size()));
    for (const std::string& id : setting.table_ids) tables.emplace(id, static_cast<int>(tables.size()));
    Seats seats(setting.rounds, setting.people, nowhere);
    for (int round = 0; round < std::min(setting.rounds, static_cast<int>(rounds.size())); ++round) {
        for (const Seated& seated : rounds[at(round)]) {
            const int table = number_of(tables, seated.table);
            for (const std::string& id : seated.people) {
                const int person = number_of(people, id);
                if (person != nowhere && setting.present[round][person] != 0) seats[round][person] = table;
            }
        }
    }
    return seats;
}

}  // namespace kring::seating
