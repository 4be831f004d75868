// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with evaluations.
#pragma once

#include "domain/desk/visit.hpp"
#include "domain/evaluation/evaluation.hpp"

namespace kring::evaluation {

/// Asks the participants by mail; one may answer for `open_days`. `not_found` for who cannot read the
/// workshop, `forbidden` unless its facilitator; `conflict` before it is over, when it was cancelled, or
/// when it was asked already. Returns how many letters were posted.
Result<int> ask(const Act& act, const desk::Site& site, std::string_view workshop);

/// Keeps the actor's one answer, in the place of an earlier one; and makes their commitment in the same act
/// when they ticked that, which is then kept as a commitment alone. The journal holds no name. `forbidden`
/// for who does not take part, `conflict` when it is not open.
Result<Done> answer(const Act& act, std::string_view workshop, const Draft& draft);

// For jobs. The first only looks, so that a job that finds nothing writes nothing.

bool has_work(db::Connection& in, Time when);
/// Asks about workshops that are over, and forgets whose the answers are that may not change any more.
/// Returns how much it did.
Result<int> tend(const Act& act, const desk::Site& site);

}  // namespace kring::evaluation
