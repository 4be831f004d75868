// SPDX-License-Identifier: EUPL-1.2
// What every act on a draft begins with.
#pragma once

#include "domain/journal/journal.hpp"
#include "domain/report/report.hpp"
#include "domain/workshop/workshop.hpp"

namespace kring::report {

/// The workshop, when it is over. `not_found` for who cannot read it, `conflict` before that.
Result<workshop::Workshop> find_held(const Act& act, std::string_view workshop);

/// The same for its facilitators alone.
Result<workshop::Workshop> find_to_edit(const Act& act, std::string_view workshop);

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field = "");

}  // namespace kring::report
