// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/violations.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "engine/seating/fit.hpp"

namespace kring::seating {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// A rule broken in a round, with people and table still by number.
struct Found {
    Rule rule = Rule::seat;
    int table = nowhere;
    std::vector<int> people;
    int by = 1;
};

Rule rule_of(Tie tie) {
    if ((tie & tie_apart_people) != 0) return Rule::apart_people;
    return (tie & tie_apart_organisations) != 0 ? Rule::apart_organisations : Rule::apart_group;
}

void find_at_table(const Setting& setting, int round, int table, const std::vector<int>& people,
                   std::vector<Found>& found) {
    const auto count = static_cast<int>(people.size());
    const int capacity = setting.capacity[at(table)];
    if (count > capacity) found.push_back({Rule::capacity, table, people, count - capacity});
    for (std::size_t one = 0; one < people.size(); ++one) {
        for (std::size_t other = one + 1; other < people.size(); ++other) {
            const Tie tie = setting.ties[people[one]][people[other]];
            if ((tie & tie_apart) != 0)
                found.push_back({rule_of(tie), table, {people[one], people[other]}, 1});
        }
    }
    const Size size = setting.sizes[round][table];
    const int off = std::max({0, size.low - count, count - size.high});
    if (off > 0) found.push_back({Rule::even_sizes, table, people, off});
}

std::vector<Found> found_in(const Setting& setting, const Seats& seats, int round) {
    std::vector<Found> found;
    std::vector<std::vector<int>> tables(at(setting.tables));
    for (int person = 0; person < setting.people; ++person) {
        if (setting.present[round][person] == 0) continue;
        const int table = seats[round][person];
        const int host = setting.host_of(person);
        if (table == nowhere) found.push_back({Rule::seat, nowhere, {person}, 1});
        if (table != nowhere) tables[at(table)].push_back(person);
        if (table != nowhere && host != nowhere && host != table)
            found.push_back({Rule::host, table, {person}, 1});
    }
    for (int table = 0; table < setting.tables; ++table)
        find_at_table(setting, round, table, tables[at(table)], found);
    std::sort(found.begin(), found.end(), [](const Found& one, const Found& other) {
        return std::tie(one.rule, one.table, one.people) < std::tie(other.rule, other.table, other.people);
    });
    return found;
}

int hosts_at(const Setting& setting, int round, int table) {
    int hosts = 0;
    for (int person = 0; person < setting.people; ++person) {
        hosts += setting.present[round][person] != 0 && setting.host_of(person) == table ? 1 : 0;
    }
    return hosts;
}

/// Why the rules of one round cannot be kept; what takes long is found out once, and only when asked.
class Reasons {
public:
    Reasons(const Setting& setting, int round) : setting_(setting), round_(round) {}

    Why why(const Found& found) {
        if (found.rule == Rule::capacity) return why_capacity(found.table);
        if (found.rule == Rule::seat || found.rule == Rule::host) return Why::avoidable;
        if (found.rule == Rule::even_sizes) return search(true);
        const int host = setting_.host_of(found.people.front());
        if (host != nowhere && host == setting_.host_of(found.people.back())) return Why::hosts_apart;
        return because().empty() ? search(false) : Why::too_many_apart;
    }

    const std::vector<int>& because() {
        if (!has_looked_) because_ = too_many_apart(setting_, round_);
        has_looked_ = true;
        return because_;
    }

private:
    Why why_capacity(int table) {
        if (hosts_at(setting_, round_, table) > setting_.capacity[at(table)]) return Why::too_many_hosts;
        int chairs = 0;
        for (const int capacity : setting_.capacity) chairs += capacity;
        return setting_.present_in(round_) > chairs ? Why::too_few_chairs : search(false);
    }

    Why search(bool evenly) {
        std::optional<Answer>& answer = evenly ? even_answer_ : any_answer_;
        if (!answer) answer = fit_round(setting_, round_, 0, evenly).answer;
        if (*answer == Answer::seated) return Why::avoidable;
        return *answer == Answer::impossible ? Why::every_way_failed : Why::none_found;
    }

    const Setting& setting_;
    int round_;
    bool has_looked_ = false;
    std::optional<Answer> even_answer_;
    std::optional<Answer> any_answer_;
    std::vector<int> because_;
};

std::vector<std::string> names(const Setting& setting, const std::vector<int>& people) {
    std::vector<std::string> names;
    for (const int person : people) names.push_back(setting.person_ids[at(person)]);
    return names;
}

}  // namespace

Broken broken_rules(const Setting& setting, const Seats& seats) {
    Broken broken;
    for (int round = setting.held; round < setting.rounds; ++round) {
        for (const Found& found : found_in(setting, seats, round)) {
            (found.rule == Rule::even_sizes ? broken.uneven : broken.hard) += found.by;
        }
    }
    return broken;
}

std::vector<Violation> violations_in(const Setting& setting, const Seats& seats) {
    std::vector<Violation> violations;
    for (int round = setting.held; round < setting.rounds; ++round) {
        Reasons reasons(setting, round);
        for (const Found& found : found_in(setting, seats, round)) {
            Violation& violation = violations.emplace_back();
            violation.rule = found.rule;
            violation.round = round;
            if (found.table != nowhere) violation.table = setting.table_ids[at(found.table)];
            violation.people = names(setting, found.people);
            violation.by = found.by;
            violation.why = reasons.why(found);
            if (violation.why == Why::too_many_apart) violation.because = names(setting, reasons.because());
        }
    }
    return violations;
}

}  // namespace kring::seating
