// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "engine/award/stakes.hpp"

namespace kring::award {

namespace {

constexpr std::size_t draws_in_part = 16 * draws_in_block;

using Wins = std::array<std::int64_t, places_max>;

/// Two scores nearer to each other than this may be a tie, or be told apart only by the exact way.
constexpr double too_near = 1e-9;

class Counter {
public:
    Counter(const Rules& rules, const Field& field)
        : rules_(rules),
          field_(field),
          block_(field),
          is_fast_(rules.has_lead() && field.least == field.most) {
        if (is_fast_) lead_ = rules.lead(block_, field.most);
    }

    Wins count(std::uint64_t first, std::size_t draws) {
        for (std::size_t done = 0; done < draws; done += draws_in_block) {
            block_.draw(field_, first + done, std::min(draws_in_block, draws - done), rules_.needs_kg());
            if (rules_.needs_logarithms()) block_.take_logarithms();
            is_fast_ ? count_leaders() : count_exactly();
        }
        return wins_;
    }

private:
    void count_one(std::size_t at) {
        const Stakes stakes = rules_.stakes(block_, at);
        ++wins_[stakes.who[rules_.first(stakes, rules_.own_part(), block_, at).place]];
    }

    void count_exactly() {
        for (std::size_t at = 0; at < block_.count(); ++at) count_one(at);
    }

    void count_leaders() {
        find_leaders(lead_, {who_.data(), by_.data()}, draws_in_block);
        for (std::size_t at = 0; at < block_.count(); ++at) {
            if (by_[at] > too_near) {
                ++wins_[static_cast<std::size_t>(who_[at])];
            } else {
                count_one(at);
            }
        }
    }

    const Rules& rules_;
    const Field& field_;
    Block block_;
    bool is_fast_;
    Lead lead_;
    std::array<double, draws_in_block> who_{};
    std::array<double, draws_in_block> by_{};
    Wins wins_{};
};

}  // namespace

Result<std::vector<std::int64_t>> tally(const Tender& tender, const Market& market, const Run& run) {
    if (Problems problems = problems_of(tender, market, run); !problems.empty()) return problems;
    const Field field = field_of(tender, market, run.seed);
    const Rules rules(tender, field, run.knob_most, market.price);
    const auto draws = static_cast<std::size_t>(run.draws);
    const std::size_t parts = (draws + draws_in_part - 1) / draws_in_part;
    std::vector<Wins> wins(parts);
    const auto work = [&](std::size_t part) {
        const std::size_t first = part * draws_in_part;
        wins[part] = Counter(rules, field).count(first, std::min(draws_in_part, draws - first));
    };
    if (!chance::for_each_part(parts, run.threads, work, run.progress)) {
        return Problem{Trouble::conflict, "award.problem.stopped", "", {}};
    }
    std::vector<std::int64_t> all(field.most);
    for (const Wins& part : wins) {
        for (std::size_t bidder = 0; bidder < all.size(); ++bidder) all[bidder] += part[bidder];
    }
    return all;
}

}  // namespace kring::award
