// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/start.hpp"

#include <algorithm>
#include <tuple>

#include "engine/seating/field.hpp"

namespace kring::seating {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Who is not to meet stands side by side: in one row of points, of which no other line holds two.
std::vector<int> in_rows(const Setting& setting) {
    std::vector<std::tuple<int, int, int, int>> order;
    for (int person = 0; person < setting.people; ++person) {
        if (setting.host_of(person) != nowhere) continue;
        int first = 0;
        while (first != person && (setting.ties[person][first] & (tie_apart | tie_colleague)) == 0) ++first;
        order.emplace_back(setting.side[at(person)], first, setting.organisation[at(person)], person);
    }
    std::sort(order.begin(), order.end());
    std::vector<int> people;
    for (const auto& one : order) people.push_back(std::get<3>(one));
    return people;
}

/// The table of point (x, y) in the round of this number; nowhere when there are no such lines.
int on_line(const std::optional<Field>& field, int tables, int number, int x, int y) {
    if (field && number < tables) return field->add(x, field->multiply(number, y));
    if (!field && number < 2) return (x + number * y) % tables;
    return number == (field ? tables : 2) ? y : nowhere;
}

Seats on_lines(const Setting& setting) {
    const std::optional<Field> field = Field::of_order(setting.tables);
    std::vector<bool> is_hosted(at(setting.tables), false);
    for (const int table : setting.host) {
        if (table != nowhere) is_hosted[at(table)] = true;
    }
    Seats seats(setting.rounds, setting.people, nowhere);
    int point = 0;
    for (const int person : in_rows(setting)) {
        while (point < setting.tables && is_hosted[at(point)]) ++point;
        const int x = point % setting.tables;
        const int y = point / setting.tables % setting.tables;
        for (int round = setting.held; round < setting.rounds; ++round) {
            seats[round][person] = on_line(field, setting.tables, round - setting.held, x, y);
        }
        ++point;
    }
    return seats;
}

/// A round robin: one stands still, the others go round, and who stand opposite meet.
Seats in_pairs(const Setting& setting) {
    Seats seats(setting.rounds, setting.people, nowhere);
    const int ring = setting.people - 1;
    for (int round = setting.held; round < setting.rounds; ++round) {
        const int turn = (round - setting.held) % ring;
        seats[round][ring] = 0;
        for (int person = 0; person < ring; ++person) {
            const int place = (person + turn) % ring;
            seats[round][person] = std::min(place, (ring - place) % ring);
        }
    }
    return seats;
}

/// A first round from which the others follow: each next one adds 1 to every number below `turns`, to every
/// number from `turns` to twice that, and so on, within its own range; what is left over stays.
struct Starter {
    int people;
    int tables;
    int turns;
    std::vector<int> first;  ///< people, table by table
};

/// Found by a search over first rounds; perfect for as many rounds as there are turns. The first is a
/// schedule for Kirkman's fifteen schoolgirls.
const std::vector<Starter>& starters() {
    static const std::vector<Starter> all = {
        {15, 5, 7, {1, 8, 11, 3, 5, 6, 2, 7, 13, 0, 9, 14, 4, 10, 12}},
        {24, 6, 7, {6, 8, 18, 22, 3, 9, 20, 23, 1, 2, 4, 15, 5, 13, 14, 21, 0, 7, 11, 12, 10, 16, 17, 19}},
    };
    return all;
}

std::optional<Seats> by_turns(const Setting& setting) {
    for (const Starter& starter : starters()) {
        if (starter.people != setting.people || starter.tables != setting.tables) continue;
        const int turning = starter.people / starter.turns * starter.turns;
        Seats seats(setting.rounds, setting.people, nowhere);
        for (int round = setting.held; round < std::min(setting.rounds, setting.held + starter.turns);
             ++round) {
            for (int place = 0; place < starter.people; ++place) {
                const int number = starter.first[at(place)];
                const int base = number / starter.turns * starter.turns;
                const int turned = number < turning ? base + (number - base + round) % starter.turns : number;
                seats[round][turned] = place * starter.tables / starter.people;
            }
        }
        return seats;
    }
    return std::nullopt;
}

int cheapest_table(const Seating& seating, int round, int person) {
    int best = 0;
    for (int table = 1; table < seating.setting().tables; ++table) {
        const bool is_better =
            seating.cost_of_move(round, person, table) < seating.cost_of_move(round, person, best);
        if (is_better) best = table;
    }
    return best;
}

}  // namespace

std::optional<Seats> perfect_seats(const Setting& setting) {
    if (setting.tables < 2 || setting.people < 2) return std::nullopt;
    const bool has_hosts =
        std::any_of(setting.host.begin(), setting.host.end(), [](int table) { return table != nowhere; });
    if (setting.people == 2 * setting.tables && !has_hosts) return in_pairs(setting);
    const bool has_lines = Field::of_order(setting.tables) && setting.rounds - setting.held <= setting.tables;
    const std::optional<Seats> turned = has_hosts || has_lines ? std::nullopt : by_turns(setting);
    return turned ? turned : on_lines(setting);
}

void take_seats(Seating& seating, const Seats& seats) {
    const Setting& setting = seating.setting();
    for (int round = setting.held; round < setting.rounds; ++round) {
        for (int person = 0; person < setting.people; ++person) {
            const int table = seats[round][person];
            const bool needs_seat =
                setting.is_mobile(round, person) && seating.seat(round, person) == nowhere;
            if (table != nowhere && needs_seat) seating.move(round, person, table);
        }
    }
}

void seat_one_by_one(Seating& seating, Random& random) {
    const Setting& setting = seating.setting();
    for (int round = setting.held; round < setting.rounds; ++round) {
        std::vector<int> people;
        for (int person = 0; person < setting.people; ++person) {
            const bool needs_seat =
                setting.is_mobile(round, person) && seating.seat(round, person) == nowhere;
            if (needs_seat) people.push_back(person);
        }
        random.shuffle(people);
        for (const int person : people) seating.move(round, person, cheapest_table(seating, round, person));
    }
}

}  // namespace kring::seating
