// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/seating/planners.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace kring::seating {

namespace {

bool is_there(const Person& person, int round) {
    return std::count(person.absent.begin(), person.absent.end(), round) == 0;
}

bool are_apart(const Request& request, const Person& one, const Person& other) {
    const auto has = [](const std::vector<Apart>& pairs, const std::string& here, const std::string& there) {
        return std::any_of(pairs.begin(), pairs.end(), [&](const Apart& pair) {
            return (pair.one == here && pair.other == there) || (pair.one == there && pair.other == here);
        });
    };
    const bool share_group =
        std::any_of(one.groups.begin(), one.groups.end(), [&other](const std::string& group) {
            return std::count(other.groups.begin(), other.groups.end(), group) != 0;
        });
    const bool are_colleagues = !one.organisation.empty() && one.organisation == other.organisation;
    return has(request.apart_people, one.id, other.id) || (share_group && !are_colleagues) ||
           (!are_colleagues && has(request.apart_organisations, one.organisation, other.organisation));
}

Round with_hosts(const Request& request, int round) {
    Round seated;
    for (const Table& table : request.tables) {
        seated.push_back({table.id, {}});
        for (const Person& person : request.people) {
            if (person.hosts == table.id && is_there(person, round))
                seated.back().people.push_back(person.id);
        }
    }
    return seated;
}

/// The smallest table with a chair left among those that please; nowhere when none does.
Seated* emptiest(const Request& request, Round& round, const std::function<bool(const Seated&)>& pleases) {
    Seated* best = nullptr;
    for (std::size_t table = 0; table < round.size(); ++table) {
        Seated& seated = round[table];
        const bool has_chair = static_cast<int>(seated.people.size()) < request.tables[table].capacity;
        if (!has_chair || !pleases(seated)) continue;
        if (best == nullptr || seated.people.size() < best->people.size()) best = &seated;
    }
    return best;
}

class Greedy {
public:
    explicit Greedy(const Request& request) : request_(request) {}

    std::vector<Round> run() {
        std::vector<Round> rounds;
        for (int number = 0; number < request_.rounds; ++number) {
            Round round = with_hosts(request_, number);
            for (const Person& person : request_.people) {
                if (person.hosts.empty() && is_there(person, number)) seat(person, round);
            }
            for (const Seated& seated : round) remember(seated);
            rounds.push_back(round);
        }
        return rounds;
    }

private:
    void seat(const Person& person, Round& round) {
        const auto anybody = [](const Seated&) { return true; };
        const auto allowed = [&](const Seated& seated) { return !holds_apart(person, seated); };
        Seated* best = emptiest(request_, round, allowed);
        if (best == nullptr) best = emptiest(request_, round, anybody);
        const std::size_t size = best->people.size();
        for (Seated& seated : round) {
            const bool is_as_empty = seated.people.size() == size && allowed(seated);
            if (is_as_empty && new_faces(person, seated) > new_faces(person, *best)) best = &seated;
        }
        best->people.push_back(person.id);
    }

    bool holds_apart(const Person& person, const Seated& seated) const {
        return std::any_of(request_.people.begin(), request_.people.end(), [&](const Person& other) {
            const bool sits_here = std::count(seated.people.begin(), seated.people.end(), other.id) != 0;
            return sits_here && are_apart(request_, person, other);
        });
    }

    std::ptrdiff_t new_faces(const Person& person, const Seated& seated) const {
        return std::count_if(seated.people.begin(), seated.people.end(), [&](const std::string& other) {
            return met_.count(std::minmax(person.id, other)) == 0;
        });
    }

    void remember(const Seated& seated) {
        for (const std::string& one : seated.people) {
            for (const std::string& other : seated.people) met_.insert(std::minmax(one, other));
        }
    }

    const Request& request_;
    std::set<std::pair<std::string, std::string>> met_;
};

}  // namespace

std::vector<Round> random_rounds(const Request& request, Random& random) {
    std::vector<Round> rounds;
    for (int number = 0; number < request.rounds; ++number) {
        Round round = with_hosts(request, number);
        std::vector<std::string> people;
        for (const Person& person : request.people) {
            if (person.hosts.empty() && is_there(person, number)) people.push_back(person.id);
        }
        random.shuffle(people);
        for (const std::string& person : people) {
            emptiest(request, round, [](const Seated&) { return true; })->people.push_back(person);
        }
        rounds.push_back(round);
    }
    return rounds;
}

std::vector<Round> greedy_rounds(const Request& request) { return Greedy(request).run(); }

}  // namespace kring::seating
