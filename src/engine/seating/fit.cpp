// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/fit.hpp"

#include <algorithm>

namespace kring::seating {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// A search with steps back: whoever has the fewest tables left goes first.
class Fitting {
public:
    Fitting(const Setting& setting, int round, int allowed, bool evenly)
        : setting_(setting), round_(round), allowed_(allowed), blocked_(setting.people, setting.tables) {
        seats_.assign(at(setting.people), nowhere);
        count_.assign(at(setting.tables), 0);
        for (int table = 0; table < setting.tables; ++table) {
            const Size even = setting.sizes[round][table];
            bounds_.push_back(evenly ? even : Size{0, std::max(setting.capacity[at(table)], even.high)});
        }
    }

    Fit run() {
        for (int person = 0; person < setting_.people; ++person) {
            if (setting_.present[round_][person] == 0) continue;
            const int table = setting_.host_of(person);
            if (table != nowhere) sit(person, table, 1);
            if (table == nowhere) (is_tied(person) ? tied_ : loose_).push_back(person);
        }
        const Answer answer = place_tied(static_cast<int>(tied_.size()));
        if (answer == Answer::seated) place_loose();
        return {answer, seats_};
    }

private:
    bool is_tied(int person) const {
        const Tie* const ties = setting_.ties[person];
        for (int other = 0; other < setting_.people; ++other) {
            if ((ties[other] & tie_apart) != 0 && setting_.present[round_][other] != 0) return true;
        }
        return false;
    }

    void sit(int person, int table, int sign) {
        seats_[at(person)] = sign > 0 ? table : nowhere;
        count_[at(table)] += sign;
        for (int other = 0; other < setting_.people; ++other) {
            if ((setting_.ties[person][other] & tie_apart) != 0) blocked_[other][table] += sign;
        }
    }

    bool is_open(int person, int table) const {
        return blocked_[person][table] <= allowed_ && count_[at(table)] < bounds_[at(table)].high;
    }

    /// The fewer, the tighter: tables where nobody is in the way count for more.
    int openness(int person) const {
        int open = 0;
        for (int table = 0; table < setting_.tables; ++table) {
            if (is_open(person, table)) open += blocked_[person][table] == 0 ? setting_.tables : 1;
        }
        return open;
    }

    /// Whether those without a seat are enough, and not too many, for the tables.
    bool can_fill(int left) const {
        int needed = 0;
        int room = 0;
        for (int table = 0; table < setting_.tables; ++table) {
            needed += std::max(0, bounds_[at(table)].low - count_[at(table)]);
            room += std::max(0, bounds_[at(table)].high - count_[at(table)]);
        }
        return needed <= left && left <= room;
    }

    int tightest() const {
        int tightest = nowhere;
        int fewest = 0;
        for (const int person : tied_) {
            if (seats_[at(person)] != nowhere) continue;
            const int open = openness(person);
            if (tightest != nowhere && open >= fewest) continue;
            tightest = person;
            fewest = open;
        }
        return tightest;
    }

    /// An empty table like an earlier one need not be tried again.
    bool is_like_earlier(int table) const {
        if (count_[at(table)] != 0) return false;
        for (int earlier = 0; earlier < table; ++earlier) {
            const bool is_same = count_[at(earlier)] == 0 &&
                                 bounds_[at(earlier)].low == bounds_[at(table)].low &&
                                 bounds_[at(earlier)].high == bounds_[at(table)].high;
            if (is_same) return true;
        }
        return false;
    }

    Answer place_tied(int left) {
        if (!can_fill(left + static_cast<int>(loose_.size()))) return Answer::impossible;
        if (left == 0) return Answer::seated;
        const int person = tightest();
        const int standing = setting_.standing[round_][person];
        if (standing != nowhere && is_open(person, standing)) {
            const Answer answer = place_at(person, standing, left);
            if (answer != Answer::impossible) return answer;
        }
        for (int table = 0; table < setting_.tables; ++table) {
            if (table == standing || !is_open(person, table) || is_like_earlier(table)) continue;
            const Answer answer = place_at(person, table, left);
            if (answer != Answer::impossible) return answer;
        }
        return Answer::impossible;
    }

    Answer place_at(int person, int table, int left) {
        if (--steps_ < 0) return Answer::unknown;
        const int pairs = blocked_[person][table];
        allowed_ -= pairs;
        sit(person, table, 1);
        const Answer answer = place_tied(left - 1);
        if (answer != Answer::impossible) return answer;
        sit(person, table, -1);
        allowed_ += pairs;
        return Answer::impossible;
    }

    void place_loose() {
        auto left = static_cast<int>(loose_.size());
        for (const int person : loose_) {
            --left;
            const int standing = setting_.standing[round_][person];
            if (standing != nowhere && is_open(person, standing)) sit(person, standing, 1);
            if (seats_[at(person)] != nowhere && !can_fill(left)) sit(person, standing, -1);
        }
        for (const int person : loose_) {
            if (seats_[at(person)] == nowhere) sit(person, emptiest(), 1);
        }
    }

    int emptiest() const {
        int emptiest = nowhere;
        for (int table = 0; table < setting_.tables; ++table) {
            if (count_[at(table)] >= bounds_[at(table)].high) continue;
            if (emptiest == nowhere || spare(table) < spare(emptiest)) emptiest = table;
        }
        return emptiest;
    }

    int spare(int table) const { return count_[at(table)] - bounds_[at(table)].low; }

    const Setting& setting_;
    int round_;
    int allowed_;
    int steps_ = fit_steps;
    std::vector<Size> bounds_;
    std::vector<int> seats_;
    std::vector<int> count_;
    std::vector<int> tied_;   ///< kept apart from somebody
    std::vector<int> loose_;  ///< from nobody
    Grid<int> blocked_;       ///< [person][table]: how many there must not meet this person
};

/// People around this one, each apart from all before.
std::vector<int> all_apart_around(const Setting& setting, int round, int first) {
    std::vector<int> people = {first};
    for (int person = 0; person < setting.people; ++person) {
        if (setting.present[round][person] == 0) continue;
        const bool is_apart = std::all_of(people.begin(), people.end(), [&setting, person](int other) {
            return (setting.ties[person][other] & tie_apart) != 0;
        });
        if (is_apart) people.push_back(person);
    }
    return people;
}

}  // namespace

Fit fit_round(const Setting& setting, int round, int allowed, bool evenly) {
    return Fitting(setting, round, allowed, evenly).run();
}

std::vector<int> fitting_seats(const Setting& setting, int round) {
    constexpr int pairs_most = 12;
    for (int allowed = 0; allowed <= pairs_most; ++allowed) {
        for (const bool evenly : {true, false}) {
            Fit fit = fit_round(setting, round, allowed, evenly);
            if (fit.answer == Answer::seated) return fit.seats;
        }
    }
    return std::vector<int>(at(setting.people), nowhere);
}

std::vector<int> too_many_apart(const Setting& setting, int round) {
    for (int person = 0; person < setting.people; ++person) {
        if (setting.present[round][person] == 0) continue;
        std::vector<int> people = all_apart_around(setting, round, person);
        if (static_cast<int>(people.size()) > setting.tables) return people;
    }
    return {};
}

}  // namespace kring::seating
