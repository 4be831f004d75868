// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/bound.hpp"

#include <algorithm>
#include <functional>

namespace kring::seating {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

int pairs_of(int people) { return people * (people - 1) / 2; }

/// Pairs that stay together when so many people part over so many tables, as evenly as can be.
int pairs_left(int people, int tables) {
    if (tables == 0) return pairs_of(people);
    const int each = people / tables;
    const int more = people % tables;
    return more * pairs_of(each + 1) + (tables - more) * pairs_of(each);
}

/// One round as seen by those who are counted: all, or all but the hosts.
struct Counted {
    std::vector<bool> who;  ///< [person]: counted and present
    int people = 0;
    std::vector<Size> size;  ///< by table, of those counted
    std::vector<int> hosts;  ///< by table, of those not counted
    int extra = 0;           ///< people to share out above the lows

    int tables() const {
        return static_cast<int>(
            std::count_if(size.begin(), size.end(), [](Size one) { return one.high > 0; }));
    }
};

/// The largest sum over tables of worth(size) when `worth` grows ever faster: the extra go where one more
/// person adds most, so each to a table that may have more.
int largest_sum(const Counted& round, const std::function<int(int table, int size)>& worth) {
    int sum = 0;
    std::vector<int> gains;
    for (int table = 0; table < static_cast<int>(round.size.size()); ++table) {
        const Size size = round.size[at(table)];
        sum += worth(table, size.low);
        for (int count = size.low; count < size.high; ++count) {
            gains.push_back(worth(table, count + 1) - worth(table, count));
        }
    }
    std::sort(gains.begin(), gains.end(), std::greater<>());
    for (int given = 0; given < std::min(round.extra, static_cast<int>(gains.size())); ++given)
        sum += gains[at(given)];
    return sum;
}

class Counting {
public:
    Counting(const Setting& setting, const Grid<Size>& sizes, bool without_hosts)
        : setting_(setting), without_hosts_(without_hosts) {
        for (int round = setting.held; round < setting.rounds; ++round)
            rounds_.push_back(counted(round, sizes));
    }

    int bound() const {
        const int among = std::min(by_seats(), by_people());
        return without_hosts_ ? among + with_hosts() + among_hosts() : among;
    }

private:
    bool is_counted(int person) const { return !without_hosts_ || setting_.host_of(person) == nowhere; }

    Counted counted(int round, const Grid<Size>& sizes) const {
        Counted result;
        result.who.assign(at(setting_.people), false);
        result.size.assign(sizes[round], sizes[round] + setting_.tables);
        result.hosts.assign(at(setting_.tables), 0);
        for (int person = 0; person < setting_.people; ++person) {
            if (setting_.present[round][person] == 0) continue;
            if (is_counted(person)) {
                result.who[at(person)] = true;
                ++result.people;
            } else {
                ++result.hosts[at(setting_.host_of(person))];
            }
        }
        result.extra = result.people;
        for (int table = 0; table < setting_.tables; ++table) {
            Size& size = result.size[at(table)];
            size.low = std::max(0, size.low - result.hosts[at(table)]);
            size.high = std::max(0, size.high - result.hosts[at(table)]);
            result.extra -= size.low;
        }
        return result;
    }

    bool is_new(int one, int other) const {
        return (setting_.ties[one][other] & (tie_uncounted | tie_met_held)) == 0;
    }

    bool can_meet(int one, int other) const {
        const int host = setting_.host_of(one);
        const int other_host = setting_.host_of(other);
        const bool stay_elsewhere = host != nowhere && other_host != nowhere && host != other_host;
        return one != other && is_new(one, other) && !stay_elsewhere && are_both_there(one, other);
    }

    bool are_both_there(int one, int other) const {
        for (int round = setting_.held; round < setting_.rounds; ++round) {
            if (setting_.present[round][one] != 0 && setting_.present[round][other] != 0) return true;
        }
        return false;
    }

    /// Pairs at all tables in all rounds, less those that must be together again: rounds hang on each other,
    /// and on what was before, as a tree, and what two sets share counts once (Hunter 1976, Worsley 1982).
    int by_seats() const {
        int sum = 0;
        const auto worth = [](int, int size) { return pairs_of(size); };
        std::vector<int> ties;
        for (const Counted& round : rounds_) {
            sum += largest_sum(round, worth);
            ties.push_back(not_new(round));
        }
        std::vector<bool> hangs(rounds_.size(), false);
        for (std::size_t hung = 0; hung < rounds_.size(); ++hung) {
            std::size_t next = 0;
            while (hangs[next]) ++next;
            for (std::size_t round = next; round < rounds_.size(); ++round) {
                if (!hangs[round] && ties[round] > ties[next]) next = round;
            }
            hangs[next] = true;
            sum -= ties[next];
            for (std::size_t round = 0; round < rounds_.size(); ++round) {
                if (!hangs[round])
                    ties[round] = std::max(ties[round], together_in_both(rounds_[next], rounds_[round]));
            }
        }
        return sum;
    }

    static int together_in_both(const Counted& one, const Counted& other) {
        return std::max(together_again(one, other), together_again(other, one));
    }

    /// Pairs that must be together in both rounds: the tables of one part over the tables of the other.
    static int together_again(const Counted& one, const Counted& other) {
        int both = 0;
        for (std::size_t person = 0; person < one.who.size(); ++person) {
            both += one.who[person] && other.who[person] ? 1 : 0;
        }
        const int tables = other.tables();
        std::vector<int> costs;
        for (const Size& size : one.size) {
            for (int count = 0; tables > 0 && count < size.high; ++count) costs.push_back(count / tables);
        }
        std::sort(costs.begin(), costs.end());
        int sum = 0;
        for (int seat = 0; seat < std::min(both, static_cast<int>(costs.size())); ++seat)
            sum += costs[at(seat)];
        return sum;
    }

    /// Pairs at the tables of the round that cannot be new: of one organisation, or together at a former
    /// table.
    int not_new(const Counted& round) const {
        std::vector<std::vector<int>> colleagues(at(setting_.people));
        for (int person = 0; person < setting_.people; ++person) {
            colleagues[at(setting_.organisation[at(person)])].push_back(person);
        }
        int most = stay_together(round, colleagues);
        for (const auto& groups : setting_.earlier) most = std::max(most, stay_together(round, groups));
        for (const auto& groups : setting_.held_groups) most = std::max(most, stay_together(round, groups));
        return most;
    }

    static int stay_together(const Counted& round, const std::vector<std::vector<int>>& groups) {
        int sum = 0;
        const int tables = round.tables();
        for (const auto& group : groups) {
            const auto count = std::count_if(group.begin(), group.end(), [&round](int person) {
                return static_cast<bool>(round.who[at(person)]);
            });
            sum += pairs_left(static_cast<int>(count), tables);
        }
        return sum;
    }

    /// Each person meets no more than there are new people, and than there are neighbours over all rounds.
    int by_people() const {
        std::vector<int> fewest(at(setting_.people), 0);
        std::vector<int> spread(at(setting_.people), 0);
        int extra = 0;
        for (const Counted& round : rounds_) {
            int low = setting_.people;
            int high = 0;
            for (const Size& size : round.size) {
                if (size.high == 0) continue;
                low = std::min(low, std::max(0, size.low - 1));
                high = std::max(high, size.high - 1);
            }
            const auto worth = [](int, int size) { return size * (size - 1); };
            extra += largest_sum(round, worth) - low * round.people;
            for (int person = 0; person < setting_.people; ++person) {
                if (!round.who[at(person)]) continue;
                fewest[at(person)] += low;
                spread[at(person)] += high - low;
            }
        }
        int sum = 0;
        int usable = 0;
        for (int person = 0; person < setting_.people; ++person) {
            const int most = people_to_meet(person);
            sum += std::min(most, fewest[at(person)]);
            usable += std::min(spread[at(person)], std::max(0, most - fewest[at(person)]));
        }
        return (sum + std::min(extra, usable)) / 2;
    }

    int people_to_meet(int person) const {
        int count = 0;
        if (!is_counted(person)) return count;
        for (int other = 0; other < setting_.people; ++other) {
            count += is_counted(other) && can_meet(person, other) ? 1 : 0;
        }
        return count;
    }

    /// Who walks meets the hosts of as many tables as there are rounds; a table has room for so many.
    int with_hosts() const {
        int by_rounds = 0;
        for (int person = 0; person < setting_.people; ++person) {
            if (setting_.host_of(person) == nowhere) by_rounds += hosts_to_meet(person);
        }
        int by_chairs = 0;
        for (const Counted& round : rounds_) {
            by_chairs +=
                largest_sum(round, [&round](int table, int size) { return size * round.hosts[at(table)]; });
        }
        return std::min(by_rounds, by_chairs);
    }

    int hosts_to_meet(int person) const {
        std::vector<int> hosts(at(setting_.tables), 0);
        for (int other = 0; other < setting_.people; ++other) {
            const int table = setting_.host_of(other);
            if (table != nowhere && can_meet(person, other)) ++hosts[at(table)];
        }
        std::sort(hosts.begin(), hosts.end(), std::greater<>());
        int visits = 0;
        for (const Counted& round : rounds_) visits += round.who[at(person)] ? 1 : 0;
        int sum = 0;
        for (int table = 0; table < std::min(visits, setting_.tables); ++table) sum += hosts[at(table)];
        return sum;
    }

    int among_hosts() const {
        int sum = 0;
        for (int one = 0; one < setting_.people; ++one) {
            for (int other = one + 1; other < setting_.people; ++other) {
                const bool stay_together =
                    setting_.host_of(one) != nowhere && setting_.host_of(other) != nowhere;
                sum += stay_together && can_meet(one, other) ? 1 : 0;
            }
        }
        return sum;
    }

    const Setting& setting_;
    bool without_hosts_;
    std::vector<Counted> rounds_;
};

int met_in_held(const Setting& setting) {
    int sum = 0;
    for (int one = 0; one < setting.people; ++one) {
        for (int other = one + 1; other < setting.people; ++other) {
            const Tie tie = setting.ties[one][other];
            sum += (tie & tie_met_held) != 0 && (tie & tie_uncounted) == 0 ? 1 : 0;
        }
    }
    return sum;
}

}  // namespace

int most_new_meetings(const Setting& setting, const Grid<Size>& sizes) {
    const int with_all = Counting(setting, sizes, false).bound();
    const int with_hosts_apart = Counting(setting, sizes, true).bound();
    return met_in_held(setting) + std::min(with_all, with_hosts_apart);
}

int fewest_colleagues(const Setting& setting) {
    int sum = 0;
    std::vector<int> count(at(setting.people));
    for (int round = setting.held; round < setting.rounds; ++round) {
        count.assign(at(setting.people), 0);
        for (int person = 0; person < setting.people; ++person) {
            count[at(setting.organisation[at(person)])] += setting.present[round][person];
        }
        for (const int people : count) sum += pairs_left(people, setting.tables);
    }
    return sum;
}

}  // namespace kring::seating
