// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>
#include <string_view>

#include "engine/seating/setting.hpp"

namespace kring::seating {

namespace {

using Ids = std::set<std::string>;

void wrong(Problems& problems, std::string_view phrase, std::string_view field, const std::string& value) {
    problems.push_back({Trouble::invalid, std::string(phrase), std::string(field), {{"value", value}}});
}

bool is_within(int number, int low, int high) { return low <= number && number <= high; }

void check_numbers(const Request& request, Problems& problems) {
    const auto people = static_cast<int>(request.people.size());
    const auto tables = static_cast<int>(request.tables.size());
    const auto standing = static_cast<int>(request.standing.size());
    if (people > people_max) wrong(problems, "seating.problem.people", "people", std::to_string(people_max));
    if (!is_within(tables, 1, tables_max)) {
        wrong(problems, "seating.problem.tables", "tables", std::to_string(tables_max));
    }
    if (!is_within(request.rounds, 1, rounds_max)) {
        wrong(problems, "seating.problem.rounds", "rounds", std::to_string(rounds_max));
    }
    if (!is_within(request.held, 0, std::min(request.rounds, standing)) || standing > rounds_max) {
        wrong(problems, "seating.problem.held", "rounds", std::to_string(request.held));
    }
}

void check_tables(const Request& request, Problems& problems) {
    Ids seen;
    for (const Table& table : request.tables) {
        if (!seen.insert(table.id).second) wrong(problems, "seating.problem.double", "tables", table.id);
        if (is_within(table.capacity, 1, chairs_max)) continue;
        wrong(problems, "seating.problem.chairs", "tables", std::to_string(chairs_max));
    }
}

void check_people(const Request& request, Problems& problems) {
    Ids tables;
    for (const Table& table : request.tables) tables.insert(table.id);
    Ids seen;
    for (const Person& person : request.people) {
        if (!seen.insert(person.id).second) wrong(problems, "seating.problem.double", "people", person.id);
        if (!person.hosts.empty() && tables.count(person.hosts) == 0) {
            wrong(problems, "seating.problem.host", "people", person.hosts);
        }
        const bool is_known = std::all_of(person.absent.begin(), person.absent.end(), [&request](int round) {
            return is_within(round, 0, request.rounds - 1);
        });
        if (!is_known) wrong(problems, "seating.problem.absent", "people", person.id);
    }
}

void check_seated_once(const Round& round, Problems& problems) {
    Ids seen;
    for (const Seated& seated : round) {
        for (const std::string& person : seated.people) {
            if (!seen.insert(person).second) wrong(problems, "seating.problem.two_seats", "people", person);
        }
    }
}

}  // namespace

Problems problems_of(const Request& request) {
    Problems problems;
    check_numbers(request, problems);
    check_tables(request, problems);
    check_people(request, problems);
    for (const Round& round : request.earlier) check_seated_once(round, problems);
    for (const Round& round : request.standing) check_seated_once(round, problems);
    return problems;
}

}  // namespace kring::seating
