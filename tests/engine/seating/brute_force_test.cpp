// SPDX-License-Identifier: EUPL-1.2
// Tiny requests, where every plan can be tried: nothing is better than what the planner gives.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <map>

#include "tests/engine/seating/checker.hpp"
#include "tests/engine/seating/requests.hpp"

namespace kring::seating {
namespace {

/// Less is better, the first number first.
using Order = std::array<int, 7>;

Order order_of(const Score& score, Mix mix) {
    const bool are_separate = mix == Mix::separate;
    return {score.broken,        score.uneven, score.moved,     are_separate ? score.sides : 0,
            -score.new_meetings, score.sides,  score.colleagues};
}

/// One way to seat one round: what it costs by itself, and who meet first, a bit for each pair.
struct Way {
    Score score;
    std::uint64_t pairs = 0;
};

class EveryWay {
public:
    explicit EveryWay(const Request& request) : request_(request) {
        for (int round = 0; round < request.rounds; ++round) {
            ways_.emplace_back();
            if (round < request.held) {
                add(round, request.standing[static_cast<std::size_t>(round)]);
            } else {
                seat_next(round, 0, empty_round());
            }
        }
    }

    Score best() {
        combine(0, Score(), 0);
        return best_;
    }

private:
    Round empty_round() const {
        Round round;
        for (const Table& table : request_.tables) round.push_back({table.id, {}});
        return round;
    }

    void seat_next(int round, std::size_t number, Round seated) {
        if (number == request_.people.size()) {
            add(round, seated);
            return;
        }
        const Person& person = request_.people[number];
        if (std::count(person.absent.begin(), person.absent.end(), round) != 0) {
            seat_next(round, number + 1, seated);
            return;
        }
        for (std::size_t table = 0; table < seated.size(); ++table) {
            if (!person.hosts.empty() && person.hosts != seated[table].table) continue;
            Round with_person = seated;
            with_person[table].people.push_back(person.id);
            seat_next(round, number + 1, with_person);
        }
    }

    void add(int round, const Round& seated) {
        const Recount counted = recount(alone(round), {seated});
        Way& way = ways_.back().emplace_back();
        const bool is_held = round < request_.held;
        way.score.broken = is_held ? 0 : counted.broken_by;
        way.score.uneven = is_held ? 0 : counted.uneven;
        way.score.moved = is_held ? 0 : counted.moved;
        way.score.sides = counted.sides;
        way.score.colleagues = counted.colleagues;
        for (const Names& pair : counted.first_meetings) {
            const int number = numbers_.emplace(pair, static_cast<int>(numbers_.size())).first->second;
            way.pairs |= std::uint64_t{1} << static_cast<unsigned>(number);
        }
    }

    /// The request with this round alone.
    Request alone(int round) const {
        Request one = request_;
        one.rounds = 1;
        one.held = 0;
        one.standing.clear();
        if (static_cast<int>(request_.standing.size()) > round) {
            one.standing = {request_.standing[static_cast<std::size_t>(round)]};
        }
        for (Person& person : one.people) {
            const bool is_away = std::count(person.absent.begin(), person.absent.end(), round) != 0;
            person.absent = is_away ? std::vector<int>{0} : std::vector<int>{};
        }
        return one;
    }

    void combine(std::size_t round, const Score& so_far, std::uint64_t pairs) {
        if (round == ways_.size()) {
            Score score = so_far;
            score.new_meetings = std::popcount(pairs);
            if (has_best_ && order_of(score, request_.mix) >= order_of(best_, request_.mix)) return;
            best_ = score;
            has_best_ = true;
            return;
        }
        for (const Way& way : ways_[round]) {
            Score score = so_far;
            score.broken += way.score.broken;
            score.uneven += way.score.uneven;
            score.moved += way.score.moved;
            score.sides += way.score.sides;
            score.colleagues += way.score.colleagues;
            combine(round + 1, score, pairs | way.pairs);
        }
    }

    const Request& request_;
    std::vector<std::vector<Way>> ways_;
    std::map<Names, int> numbers_;
    Score best_;
    bool has_best_ = false;
};

void expect_best(const Request& request) {
    const Plan plan = planned(request);
    const Score best = EveryWay(request).best();
    EXPECT_EQ(order_of(plan.score, request.mix), order_of(best, request.mix)) << text_of(plan);
    const bool keeps_all = best.broken == 0 && best.uneven == 0;
    EXPECT_TRUE(!keeps_all || best.new_meetings <= plan.bound) << best.new_meetings << " of " << plan.bound;
}

TEST(TinyPlan, is_the_best_of_all_plans) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        expect_best(tiny_request(seed));
    }
}

TEST(TinyPlan, is_the_best_of_all_plans_when_made_anew) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        Request request = tiny_request(seed);
        request.standing = planned(request).rounds;
        request.held = static_cast<int>(seed % 2);
        Random random(seed);
        Person& leaver = request.people[static_cast<std::size_t>(random.below(4))];
        leaver.absent = {request.rounds - 1};
        Person& late = request.people.emplace_back();
        late.id = "late";
        if (request.held == 1) late.absent = {0};
        request.apart_people.push_back({"late", "p1"});
        expect_best(request);
    }
}

}  // namespace
}  // namespace kring::seating
