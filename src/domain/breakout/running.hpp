// SPDX-License-Identifier: EUPL-1.2
// What every act on break-out tables finds first, and the one way in which a change of them ends.
#pragma once

#include <string_view>

#include "domain/breakout/breakout.hpp"
#include "domain/chain/record.hpp"
#include "domain/journal/journal.hpp"

namespace kring::breakout {

struct Running {
    chain::Record workshop;
    Breakout breakout;
};

/// A workshop that the actor may read and its tables. `not_found` without, `conflict` when withdrawn.
Result<Running> find_running(const Act& act, std::string_view workshop);

/// The same for whoever runs it, at the version they saw where that matters: `forbidden`, `conflict`.
Result<Running> find_to_run(const Act& act, std::string_view workshop,
                            std::optional<std::int64_t> version = {});

/// Keeps it, one version further, and journals "breakout.WORD"; `conflict` when somebody was first.
Result<Done> keep(const Act& act, const Breakout& breakout, std::string_view what,
                  std::string_view detail = "");

Problem conflict(std::string_view phrase);
Problem not_found();

}  // namespace kring::breakout
