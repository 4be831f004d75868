// SPDX-License-Identifier: EUPL-1.2
// From choices and figures to a question of engine/impact, and back from its answer. No database, no clock:
// the same inputs and figures give the same outcome.
#pragma once

#include <functional>

#include "domain/scenario/figures.hpp"
#include "domain/scenario/inputs.hpp"
#include "domain/scenario/outcome.hpp"
#include "platform/base/result.hpp"

namespace kring::scenario {

/// Goes up with every change by which the same inputs may come out otherwise; names the engine's too.
std::string engine_now();

/// Told how many draws are done; false stops it.
using Progress = std::function<bool(std::int64_t draws_done)>;

/// Problems: those of the engine, in its words; `conflict` when it was stopped.
Result<Outcome> reckon(const Inputs& inputs, const Figures& figures, unsigned threads,
                       const Progress& progress = nullptr);

/// Draws times kinds of devices times routes: what a calculation takes. Those of at most `quick_work` are
/// done while one waits.
std::int64_t work_of(const Inputs& inputs);
inline constexpr std::int64_t quick_work = 3'000'000;

/// The equation that a measure is computed by, as docs/impact-method.md names it.
std::string formula_of(Measure measure);

}  // namespace kring::scenario
