// SPDX-License-Identifier: EUPL-1.2
// Calculations that wait in the database: done by whoever asked when they are short, by a job when they are
// long. What is computed is written in a transaction of its own, so nothing waits for it.
#pragma once

#include <functional>
#include <string_view>

#include "domain/scenario/scenario.hpp"
#include "platform/db/db.hpp"

namespace kring::scenario {

/// The moment, read anew each time.
using Clock = std::function<Time()>;

/// Whether the program ends: what is being computed then goes back among those that wait.
using Stopping = std::function<bool()>;

/// Does this one, when it waits and nobody else took it. False when there was nothing to do.
/// What goes wrong is logged and the run has failed; so has one that ended the program too often.
bool compute(db::Database& database, std::string_view run_key, const Clock& clock, unsigned threads = 1,
             const Stopping& is_stopping = {});

/// Does the one that waits longest, in turn; false when none waits.
bool compute_next(db::Database& database, const Clock& clock, unsigned threads = 1,
                  const Stopping& is_stopping = {});

}  // namespace kring::scenario
