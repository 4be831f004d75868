// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with the report of a workshop.
#pragma once

#include "domain/desk/visit.hpp"
#include "domain/people/letters.hpp"
#include "domain/report/report.hpp"

namespace kring::report {

// The draft. All `not_found` for who cannot read the workshop, `forbidden` unless its facilitator, `conflict`
// before it is over.

/// Keeps introduction, remarks and what is left out; `conflict` when another facilitator was first (the
/// revision is not the one it has).
Result<Done> edit(const Act& act, const Draft& draft);

/// Asks a participant by mail to check a part, as they may read it; asking again asks for the text as it is
/// now. `invalid` for a person who does not take part.
Result<Done> ask_check(const Act& act, const desk::Site& site, std::string_view workshop,
                       std::string_view part, std::string_view person);

/// The person asked agrees with the text as they may read it now, or comments, for which a remark is needed.
/// `not_found` for who was not asked about this part.
Result<Done> decide(const Act& act, const desk::Site& site, std::string_view workshop, std::string_view part,
                    bool is_agreed, std::string_view remark);

/// Fixes the report as `number` (the one the facilitator saw as next) for an audience: copies what everybody
/// in that audience may read, but the names of guest speakers, who may change their mind: those are read
/// anew. `conflict` when that number is there already. Returns the report's id.
Result<std::string> fix(const Act& act, const desk::Site& site, std::string_view workshop,
                        std::int64_t number, chain::Audience audience);

// A report that was fixed.

/// Adds a chapter to the network's working summary with a statement for every line that tells of a record,
/// and that record as its source; who is quoted is asked for consent there. `forbidden` for who does not
/// edit it, `conflict` when the network has no working summary, or when one of the workshop's reports is a
/// chapter there already: editors may have worked on that. Returns the summary's id.
Result<std::string> take_into_summary(const Act& act, const people::Stationery& stationery,
                                      std::string_view report);

/// Takes it back, or undoes that within 30 days; as with every record.
Result<Done> withdraw(const Act& act, std::string_view report);
Result<Done> restore(const Act& act, std::string_view report);

}  // namespace kring::report
