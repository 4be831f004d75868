// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "engine/award/stakes.hpp"

namespace kring::award {

namespace {

constexpr std::size_t draws_in_part = 16 * draws_in_block;

using Wins = std::array<std::int64_t, places_max>;

Wins count_part(const Rules& rules, const Field& field, std::uint64_t first, std::size_t count) {
    Wins wins{};
    Block block(field);
    for (std::size_t done = 0; done < count; done += draws_in_block) {
        block.draw(field, first + done, std::min(draws_in_block, count - done), rules.needs_kg());
        if (rules.needs_logarithms()) block.take_logarithms();
        for (std::size_t at = 0; at < block.count(); ++at) {
            const Stakes stakes = rules.stakes(block, at);
            ++wins[stakes.who[rules.first(stakes, rules.own_part(), block, at).place]];
        }
    }
    return wins;
}

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
        wins[part] = count_part(rules, field, first, std::min(draws_in_part, draws - first));
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
