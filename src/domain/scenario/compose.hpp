// SPDX-License-Identifier: EUPL-1.2
// What making and changing share: putting content in a scenario, and getting its outcome.
#pragma once

#include "domain/journal/journal.hpp"
#include "domain/scenario/scenario.hpp"

namespace kring::scenario {

/// An audience that was checked; an organisation's is that of who acts.
void set_audience(const Act& act, std::string_view audience, chain::Record& record);

/// New inputs and figures: without an outcome, computed with the engine of now.
void set_content(Scenario& one, Inputs inputs, Figures figures);

/// Takes the outcome of the same content when it was computed before, else asks for the calculation.
/// `invalid` when too many wait for its owner.
Result<Done> ask_outcome(const Act& act, Scenario& one);

/// `invalid` when as many wait for the scenario's owner as may, this one not counted.
Result<Done> check_waiting(const Act& act, const Scenario& one);

}  // namespace kring::scenario
