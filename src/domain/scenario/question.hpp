// SPDX-License-Identifier: EUPL-1.2
// The question that a scenario puts to engine/impact: every figure with its source, every route as an option.
#pragma once

#include "domain/scenario/figures.hpp"
#include "domain/scenario/inputs.hpp"
#include "engine/impact/impact.hpp"

namespace kring::scenario {

/// Without `wanted` and `compared`. Each figure is a source of its own, whose row is the figure's key: so
/// that what the engine tells of an input can be told of a figure. `invalid` scenario.problem.no_figures when
/// a figure that is needed is not there.
Result<impact::Question> question_of(const Inputs& inputs, const Figures& figures);

}  // namespace kring::scenario
