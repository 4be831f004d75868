// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/seating/checker.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kring::seating {

namespace {

using People = std::map<std::string, const Person*>;

People people_of(const Request& request) {
    People people;
    for (const Person& person : request.people) people[person.id] = &person;
    return people;
}

bool is_there(const Person& person, int round) {
    return std::count(person.absent.begin(), person.absent.end(), round) == 0;
}

Names names(const std::string& one, const std::string& other) { return std::minmax(one, other); }

bool is_pair(const Apart& apart, const std::string& one, const std::string& other) {
    return (apart.one == one && apart.other == other) || (apart.one == other && apart.other == one);
}

bool are_colleagues(const Person& one, const Person& other) {
    return !one.organisation.empty() && one.organisation == other.organisation;
}

/// The rule that keeps the two apart, "" for none.
std::string kept_apart(const Request& request, const Person& one, const Person& other) {
    for (const Apart& apart : request.apart_people) {
        if (is_pair(apart, one.id, other.id)) return "apart people";
    }
    for (const Apart& apart : request.apart_organisations) {
        const bool is_named = !one.organisation.empty() && !other.organisation.empty() &&
                              is_pair(apart, one.organisation, other.organisation);
        if (is_named && !are_colleagues(one, other)) return "apart organisations";
    }
    for (const std::string& group : one.groups) {
        const bool shares = std::count(other.groups.begin(), other.groups.end(), group) != 0;
        if (shares && !are_colleagues(one, other)) return "apart group";
    }
    return "";
}

bool are_across(const Person& one, const Person& other) {
    return (one.side == Side::purchaser && other.side == Side::supplier) ||
           (one.side == Side::supplier && other.side == Side::purchaser);
}

/// People at this table when everybody takes a chair at the emptiest table; among equals this table comes
/// first or last.
int poured(const Request& request, int round, std::size_t favoured, bool is_first) {
    const std::size_t tables = request.tables.size();
    std::vector<int> size(tables, 0);
    int left = 0;
    for (const Person& person : request.people) {
        if (!is_there(person, round)) continue;
        std::size_t table = 0;
        while (table < tables && request.tables[table].id != person.hosts) ++table;
        (table < tables ? size[table] : left) += 1;
    }
    std::vector<int> chairs;
    for (std::size_t table = 0; table < tables; ++table)
        chairs.push_back(std::max(request.tables[table].capacity, size[table]));
    for (; left > 0; --left) {
        // A full table comes after all others, and then by how many stand there.
        const auto weight = [&](std::size_t table) {
            const bool is_full = size[table] >= chairs[table];
            const int level = is_full ? 1000 + size[table] - chairs[table] : size[table];
            return 2 * level + (table != favoured ? 1 : is_first ? 0 : 2);
        };
        std::size_t best = 0;
        for (std::size_t table = 1; table < tables; ++table)
            best = weight(table) < weight(best) ? table : best;
        ++size[best];
    }
    return size[favoured];
}

class Recounting {
public:
    Recounting(const Request& request, const std::vector<Round>& rounds)
        : request_(request), rounds_(rounds), people_(people_of(request)) {}

    Recount run() {
        for (const Round& round : request_.earlier) {
            for (const Seated& seated : round) remember(seated);
        }
        for (int round = 0; round < request_.rounds; ++round) count_round(round);
        return result_;
    }

private:
    void remember(const Seated& seated) {
        for (const std::string& one : seated.people) {
            for (const std::string& other : seated.people) met_.insert(names(one, other));
        }
    }

    void count_round(int round) {
        const bool is_held = round < request_.held;
        std::map<std::string, std::string> seats;
        for (const Seated& seated : rounds_[static_cast<std::size_t>(round)]) {
            for (const std::string& person : seated.people) {
                const bool is_new = seats.emplace(person, seated.table).second;
                if (!is_new || !is_there(*people_.at(person), round)) broken("seat", round, person);
            }
            count_pairs(seated, round);
            if (request_.mix == Mix::even) count_sides(seated, round);
            if (!is_held) count_size(seated, round);
        }
        for (const Person& person : request_.people) {
            if (is_held || !is_there(person, round)) continue;
            const auto seat = seats.find(person.id);
            if (seat == seats.end()) broken("seat", round, person.id);
            if (seat == seats.end()) continue;
            if (!person.hosts.empty() && person.hosts != seat->second) broken("host", round, person.id);
            const std::string standing = standing_seat(person.id, round);
            result_.moved += !standing.empty() && standing != seat->second ? 1 : 0;
        }
    }

    std::string standing_seat(const std::string& person, int round) const {
        if (round >= static_cast<int>(request_.standing.size())) return "";
        for (const Seated& seated : request_.standing[static_cast<std::size_t>(round)]) {
            const bool is_known =
                std::any_of(request_.tables.begin(), request_.tables.end(),
                            [&seated](const Table& table) { return table.id == seated.table; });
            if (is_known && std::count(seated.people.begin(), seated.people.end(), person) != 0)
                return seated.table;
        }
        return "";
    }

    void broken(const std::string& rule, int round, const std::string& whom, int by = 1) {
        result_.broken_by += by;
        result_.broken.insert(rule + " " + std::to_string(round) + " " + whom);
    }

    void count_pairs(const Seated& seated, int round) {
        for (const std::string& one : seated.people) {
            for (const std::string& other : seated.people) {
                if (one < other) count_pair(*people_.at(one), *people_.at(other), round);
            }
        }
    }

    void count_pair(const Person& one, const Person& other, int round) {
        const bool is_first = met_.insert(names(one.id, other.id)).second;
        const std::string rule = kept_apart(request_, one, other);
        const bool are_apart_sides = request_.mix == Mix::separate && are_across(one, other);
        result_.repeated += is_first ? 0 : 1;
        result_.colleagues += are_colleagues(one, other) ? 1 : 0;
        result_.sides += are_apart_sides ? 1 : 0;
        if (!rule.empty() && round >= request_.held) broken(rule, round, one.id + " " + other.id);
        if (!is_first || !rule.empty() || are_apart_sides || are_colleagues(one, other)) return;
        ++result_.new_meetings;
        result_.first_meetings.insert(names(one.id, other.id));
    }

    void count_sides(const Seated& seated, int round) {
        double present = 0;
        for (const Person& person : request_.people) present += is_there(person, round) ? 1 : 0;
        for (const Side side : {Side::purchaser, Side::supplier, Side::adviser}) {
            double of_side = 0;
            int here = 0;
            for (const Person& person : request_.people) {
                of_side += person.side == side && is_there(person, round) ? 1 : 0;
            }
            for (const std::string& person : seated.people) here += people_.at(person)->side == side ? 1 : 0;
            const double share = of_side * static_cast<double>(seated.people.size()) / std::max(1.0, present);
            const auto low = static_cast<int>(std::floor(share + 1e-9));
            const auto high = static_cast<int>(std::ceil(share - 1e-9));
            result_.sides += std::max({0, low - here, here - high});
        }
    }

    void count_size(const Seated& seated, int round) {
        std::size_t table = 0;
        while (request_.tables[table].id != seated.table) ++table;
        const auto size = static_cast<int>(seated.people.size());
        const int over = size - request_.tables[table].capacity;
        if (over > 0) broken("capacity", round, seated.table + " by " + std::to_string(over), over);
        const int low = poured(request_, round, table, false);
        const int high = poured(request_, round, table, true);
        result_.uneven += std::max({0, low - size, size - high});
    }

    const Request& request_;
    const std::vector<Round>& rounds_;
    People people_;
    std::set<Names> met_;
    Recount result_;
};

const char* rule_name(Rule rule) {
    constexpr const char* rule_names[] = {
        "seat", "host", "capacity", "apart people", "apart organisations", "apart group", "even sizes"};
    return rule_names[static_cast<std::size_t>(rule)];
}

}  // namespace

Recount recount(const Request& request, const std::vector<Round>& rounds) {
    return Recounting(request, rounds).run();
}

std::string line(const Violation& violation) {
    std::string text = std::string(rule_name(violation.rule)) + " " + std::to_string(violation.round) + " ";
    if (violation.rule == Rule::capacity)
        return text + violation.table + " by " + std::to_string(violation.by);
    if (violation.people.size() == 1) return text + violation.people.front();
    const Names pair = names(violation.people.at(0), violation.people.at(1));
    return text + pair.first + " " + pair.second;
}

std::string text_of(const Plan& plan) {
    std::string text;
    for (const Round& round : plan.rounds) {
        for (const Seated& seated : round) {
            text += seated.table + ":";
            for (const std::string& person : seated.people) text += " " + person;
            text += "\n";
        }
    }
    const Score& score = plan.score;
    for (const int number : {score.broken, score.uneven, score.moved, score.new_meetings, score.sides,
                             score.colleagues, plan.bound, plan.repeated}) {
        text += std::to_string(number) + " ";
    }
    for (const Violation& violation : plan.violations) {
        text += "\n" + std::string(rule_name(violation.rule)) + " " + std::to_string(violation.round) + " " +
                violation.table + " by " + std::to_string(violation.by) + " why " +
                std::to_string(static_cast<int>(violation.why));
        for (const std::string& person : violation.people) text += " " + person;
    }
    return text;
}

int fewest_moves_for_sizes(const Request& request) {
    int moves = 0;
    for (int round = request.held; round < request.rounds; ++round) {
        std::vector<int> spare;  // of the tables that may have one more, how many too many they have already
        int extra = 0;
        int over = 0;
        for (const Person& person : request.people) extra += is_there(person, round) ? 1 : 0;
        for (std::size_t table = 0; table < request.tables.size(); ++table) {
            int sitting = 0;
            const People people = people_of(request);
            for (const std::string& id : request.standing[static_cast<std::size_t>(round)][table].people) {
                sitting += is_there(*people.at(id), round) ? 1 : 0;
            }
            const int low = poured(request, round, table, false);
            extra -= low;
            over += std::max(0, sitting - low);
            if (poured(request, round, table, true) > low) spare.push_back(sitting > low ? 1 : 0);
        }
        moves += over - std::min(extra, static_cast<int>(std::count(spare.begin(), spare.end(), 1)));
    }
    return moves;
}

}  // namespace kring::seating
