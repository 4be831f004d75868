// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/seating.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "engine/seating/bound.hpp"
#include "engine/seating/fit.hpp"
#include "engine/seating/report.hpp"
#include "engine/seating/search.hpp"
#include "engine/seating/setting.hpp"
#include "engine/seating/start.hpp"

namespace kring::seating {

namespace {

constexpr int runs = 6;
constexpr int work_of_a_run = 4000000;  ///< neighbours looked at, roughly: some 10 ms
constexpr int enough_steps = 1000;      ///< for each person and round: small plans need no more
constexpr int passes = 8;

constexpr Heat heat_of_parts = {400, 8};
constexpr Heat heat_from_lines = {30, 6};
constexpr Heat heat_from_lot = {90, 40};
/// Under strict weights: warm enough for the last two wishes, too cold to lose anything graver.
constexpr Heat heat_to_settle = {1 << 14, 1};

/// Looks for good seats from several beginnings, a fixed number of steps each, and keeps the best.
class Planning {
public:
    explicit Planning(const Setting& setting)
        : setting_(setting),
          random_(setting.seed),
          best_(setting.rounds, setting.people, nowhere),
          held_(score_of(setting, best_)),
          bound_(most_new_meetings(setting, setting.sizes)),
          colleagues_(held_.colleagues + fewest_colleagues(setting)),
          steps_(std::min(work_of_a_run / (20 + 4 * setting.people / setting.tables),
                          enough_steps * setting.people * setting.rounds)) {}

    Seats run() {
        if (!setting_.is_replan && setting_.held == 0) from_lines();
        for (int run = 0; run < runs && !is_perfect(); ++run) from_lot(run);
        if (score_->broken + score_->uneven > 0) from_fit();
        return best_;
    }

private:
    /// Nothing can be better: every count is what it is at least, or most.
    bool is_perfect() const {
        return score_ && score_->broken + score_->uneven + score_->moved == 0 &&
               score_->new_meetings == bound_ && score_->sides == held_.sides &&
               score_->colleagues == colleagues_;
    }

    void from_lines() {
        const std::optional<Seats> lines = perfect_seats(setting_);
        if (!lines) return;
        Seating seating(setting_, free_weights(setting_));
        take_seats(seating, *lines);
        seat_one_by_one(seating, random_);
        consider(seating);
        if (is_perfect()) return;
        seating.weigh(free_weights(setting_));
        exchange_parts(seating, random_, steps_ / 4, heat_of_parts);
        consider(seating);
        if (is_perfect()) return;
        seating.weigh(free_weights(setting_));
        anneal(seating, random_, steps_ / 2, heat_from_lines);
        consider(seating);
    }

    /// Standing seats are kept more firmly every other time.
    void from_lot(int run) {
        const bool is_firm = setting_.is_replan && run % 2 == 0;
        Seating seating(setting_, is_firm ? firm_weights(setting_) : free_weights(setting_));
        take_seats(seating, setting_.standing);
        seat_one_by_one(seating, random_);
        anneal(seating, random_, steps_, heat_from_lot);
        consider(seating);
    }

    /// Rules that all other ways broke: begins from seats that keep them, or break the fewest, and stays
    /// there.
    void from_fit() {
        Seats fitting(setting_.rounds, setting_.people, nowhere);
        for (int round = setting_.held; round < setting_.rounds; ++round) {
            const std::vector<int> seats = fitting_seats(setting_, round);
            std::copy(seats.begin(), seats.end(), fitting[round]);
        }
        Seating seating(setting_, firm_weights(setting_));
        take_seats(seating, fitting);
        seat_one_by_one(seating, random_);
        consider(seating);
        seating.weigh(firm_weights(setting_));
        anneal(seating, random_, steps_, heat_from_lot);
        consider(seating);
    }

    /// Puts graver matters before lesser ones, and keeps the seats when they are the best so far.
    void consider(Seating& seating) {
        seating.weigh(strict_weights(setting_));
        keep(seating);
        if (is_perfect()) return;
        anneal(seating, random_, steps_ / 4, heat_to_settle);
        descend(seating, passes);
        keep(seating);
    }

    void keep(const Seating& seating) {
        const Score score = score_of(setting_, seating.seats());
        if (score_ && !is_better(score, *score_, setting_.mix)) return;
        score_ = score;
        best_ = seating.seats();
    }

    const Setting& setting_;
    Random random_;
    Seats best_;
    std::optional<Score> score_;
    Score held_;
    int bound_;
    int colleagues_;
    int steps_;
};

auto in_order(const Score& score, Mix mix) {
    const int first = mix == Mix::separate ? score.sides : 0;
    return std::make_tuple(score.broken, score.uneven, score.moved, first, -score.new_meetings, score.sides,
                           score.colleagues);
}

}  // namespace

bool is_better(const Score& one, const Score& other, Mix mix) {
    return in_order(one, mix) < in_order(other, mix);
}

Result<Plan> make_plan(const Request& request) {
    Problems problems = problems_of(request);
    if (!problems.empty()) return problems;
    const Setting setting = setting_of(request);
    return report(setting, Planning(setting).run(), request.standing);
}

Result<Plan> judge(const Request& request, const std::vector<Round>& rounds) {
    Problems problems = problems_of(request);
    if (!problems.empty()) return problems;
    const Setting setting = setting_of(request);
    return report(setting, seats_of(setting, rounds), request.standing);
}

}  // namespace kring::seating
