// SPDX-License-Identifier: EUPL-1.2
// Drawing, publishing, and going from round to round.
#include "domain/breakout/acts.hpp"
#include "domain/breakout/running.hpp"
#include "domain/breakout/store.hpp"

namespace kring::breakout {

Result<Done> draw_again(const Act& act, std::string_view id, std::int64_t version) {
    TRY(running, find_to_run(act, id, version));
    Breakout breakout = running.breakout;
    if (breakout.has_begun()) return conflict("breakout.problem.round_goes_on");
    ++breakout.seed;
    breakout.is_published = false;
    put_seats(act.in, id, 1, {});
    return keep(act, breakout, "drawn_again", "seed=" + std::to_string(breakout.seed));
}

Result<Done> publish(const Act& act, std::string_view id, const Proposal& proposal, std::string_view seen) {
    TRY(running, find_to_run(act, id));
    Breakout breakout = running.breakout;
    // The proposal was computed outside this transaction: it holds only for what is so still.
    const std::string mark = mark_of(breakout, request_of(act.in, breakout, running.workshop.network));
    if (mark != proposal.mark || mark != seen) return conflict("breakout.problem.changed");
    if (breakout.is_published && !proposal.changes_anything()) return Done{};
    breakout.is_published = true;
    TRY_DONE(keep(act, breakout, "published",
                  "seed=" + std::to_string(breakout.seed) + " from=" + std::to_string(breakout.held() + 1) +
                      " moved=" + std::to_string(proposal.plan.moves.size())));
    put_seats(act.in, id, breakout.held() + 1, seats_of(proposal.plan));
    return Done{};
}

Result<Done> go_to_round(const Act& act, std::string_view id, std::int64_t version, std::int64_t round) {
    TRY(running, find_to_run(act, id, version));
    Breakout breakout = running.breakout;
    if (!breakout.is_published) return conflict("breakout.problem.not_published");
    const bool is_next = round == breakout.round + 1 && round <= breakout.rounds + 1;
    const bool is_back = round == breakout.round - 1 && round >= 0;
    if (!is_next && !is_back) return conflict("breakout.problem.changed");
    const bool has_notes = act.in.exists(
        "select 1 from breakout_notes n join breakout_tables t on t.id = n.table_id where t.workshop_id = $1",
        {id});
    if (round == 0 && has_notes) return conflict("breakout.problem.noted");
    breakout.round = round;
    breakout.round_began_at = round == 0 ? std::optional<Time>() : act.when;
    return keep(act, breakout, "round", "round=" + std::to_string(round));
}

Result<Done> set_closed(const Act& act, std::string_view id, std::int64_t version, bool is_closed) {
    TRY(running, find_to_run(act, id, version));
    Breakout breakout = running.breakout;
    if (breakout.is_closed() == is_closed) return Done{};
    breakout.closed_at = is_closed ? act.when : std::optional<Time>();
    return keep(act, breakout, is_closed ? "closed" : "opened");
}

}  // namespace kring::breakout
