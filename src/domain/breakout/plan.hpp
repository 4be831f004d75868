// SPDX-License-Identifier: EUPL-1.2
// From what is wished and who is there to a plan of engine/seating, and back to seats. A proposal is
// computed when it is looked at and once more when it is confirmed: its mark tells whether both are one.
#pragma once

#include <string>
#include <vector>

#include "domain/breakout/breakout.hpp"
#include "domain/breakout/store.hpp"
#include "platform/db/db.hpp"

namespace kring::breakout {

/// What the engine is asked. Who sits: those who take part and are not away, and hosts; whoever has left is
/// kept for the rounds that are over.
seating::Request request_of(db::Connection& in, const Breakout& breakout, std::string_view network);

/// Of everything the plan follows from, and of the version it was made for.
std::string mark_of(const Breakout& breakout, const seating::Request& request);

struct Proposal {
    std::string mark;
    seating::Request request;
    seating::Plan plan;
    int newcomers = 0;  ///< who had no seat in any round to come
    int leavers = 0;    ///< who had one, and have none any more

    /// Whether it says something else than what is published.
    bool changes_anything() const { return newcomers + leavers > 0 || !plan.moves.empty(); }
};

/// Problems: those of the engine, when there are more people or tables than it takes.
Result<Proposal> propose(db::Connection& in, const Breakout& breakout, std::string_view network);

/// The plan as rows, rounds from 1.
std::vector<Seat> seats_of(const seating::Plan& plan);

}  // namespace kring::breakout
