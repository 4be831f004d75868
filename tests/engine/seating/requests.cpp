// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/seating/requests.hpp"

#include <algorithm>
#include <stdexcept>

#include "tests/engine/seating/planners.hpp"

namespace kring::seating {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool share_table(const std::vector<Round>& rounds, const std::string& one, const std::string& other) {
    for (const Round& round : rounds) {
        for (const Seated& seated : round) {
            const auto has = [&seated](const std::string& id) {
                return std::count(seated.people.begin(), seated.people.end(), id) != 0;
            };
            if (has(one) && has(other)) return true;
        }
    }
    return false;
}

void add_people(Request& request, int people, Random& random) {
    int organisation = 0;
    int left = 0;
    for (int number = 0; number < people; ++number) {
        Person& person = request.people.emplace_back();
        person.id = "p" + std::to_string(number);
        person.side = number < people / 2       ? Side::purchaser
                      : number < people * 5 / 6 ? Side::supplier
                                                : Side::adviser;
        const bool is_new_side = number > 0 && request.people[at(number - 1)].side != person.side;
        if (left == 0 || is_new_side) {
            ++organisation;
            left = 1 + random.below(3);
        }
        --left;
        person.organisation = "o" + std::to_string(organisation);
    }
}

void add_tables(Request& request, int tables, int chairs) {
    for (int number = 0; number < tables; ++number)
        request.tables.push_back({"t" + std::to_string(number), chairs});
}

/// Suppliers by threes become competitors, and some pairs are kept apart, when the hidden seating allows it.
void add_rules(Request& request, Random& random) {
    const std::vector<Round> hidden = random_rounds(request, random);
    const auto people = static_cast<int>(request.people.size());
    const auto are_strangers = [&](const Person& one, const Person& other) {
        return one.organisation == other.organisation || !share_table(hidden, one.id, other.id);
    };
    for (int group = 0; group < people / 6; ++group) {
        const std::string name = "g" + std::to_string(group);
        std::vector<Person*> members;
        for (Person& person : request.people) {
            const bool fits = person.side == Side::supplier && person.groups.empty() && members.size() < 3 &&
                              std::all_of(
                                  members.begin(), members.end(),
                                  [&](const Person* member) { return are_strangers(*member, person); });
            if (fits) members.push_back(&person);
        }
        for (Person* member : members) member->groups.push_back(name);
    }
    for (int tried = 0; tried < people / 3; ++tried) {
        const Person& one = request.people[at(random.below(people))];
        const Person& other = request.people[at(random.below(people))];
        if (one.id != other.id && !share_table(hidden, one.id, other.id)) {
            request.apart_people.push_back({one.id, other.id});
        }
    }
}

}  // namespace

Request plain_request(int people, int tables, int rounds, std::uint64_t seed) {
    Request request;
    for (int number = 0; number < people; ++number) {
        request.people.emplace_back().id = "p" + std::to_string(number);
    }
    add_tables(request, tables, std::max(1, (people + tables - 1) / tables));
    request.rounds = rounds;
    request.mix = Mix::any;
    request.seed = seed;
    return request;
}

Request workshop_request(int people, int tables, int rounds, std::uint64_t seed) {
    Random random(seed * 1000003 + static_cast<std::uint64_t>(people * 10000 + tables * 100 + rounds));
    Request request;
    request.rounds = rounds;
    request.seed = seed;
    add_people(request, people, random);
    add_tables(request, tables, (people + tables - 1) / tables + 1);
    for (int table = 0; table < tables;) {
        Person& person = request.people[at(random.below(people))];
        if (!person.hosts.empty()) continue;
        person.hosts = request.tables[at(table)].id;
        ++table;
    }
    add_rules(request, random);
    return request;
}

Request tiny_request(std::uint64_t seed) {
    Random random(seed);
    Request request;
    request.seed = seed;
    const int people = 4 + random.below(3);
    const int tables = 2 + random.below(2);
    request.rounds = tables == 2 ? 2 + random.below(2) : 2;
    request.mix = Mix{random.below(3)};
    add_tables(request, tables, 0);
    for (Table& table : request.tables) table.capacity = people / tables + random.below(3);
    for (int number = 0; number < people; ++number) {
        Person& person = request.people.emplace_back();
        person.id = "p" + std::to_string(number);
        person.side = Side{random.below(3)};
        if (random.below(2) == 0) person.organisation = "o" + std::to_string(random.below(3));
        if (random.below(4) == 0) person.groups.push_back("g");
        if (random.below(5) == 0) person.hosts = request.tables[at(random.below(tables))].id;
        if (random.below(6) == 0) person.absent.push_back(random.below(request.rounds));
    }
    for (int pair = random.below(4); pair > 0; --pair) {
        request.apart_people.push_back(
            {request.people[at(random.below(people))].id, request.people[at(random.below(people))].id});
    }
    if (random.below(3) == 0) request.apart_organisations.push_back({"o0", "o1"});
    if (random.below(3) == 0) request.earlier = {{{"x", {"p0", "p1", "elsewhere"}}}};
    return request;
}

Plan planned(const Request& request) {
    const Result<Plan> plan = make_plan(request);
    if (!plan) throw std::runtime_error("the request has problems: " + plan.problems().front().phrase);
    return *plan;
}

}  // namespace kring::seating
