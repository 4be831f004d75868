// SPDX-License-Identifier: EUPL-1.2
// What every change of the working summary begins with, and the checks of what was typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/journal.hpp"
#include "domain/people/letters.hpp"
#include "domain/summary/summary.hpp"

namespace kring::summary {

/// Takes the next revision of the summary. `not_found` when the actor may not read it, `forbidden` unless
/// they may edit it, `conflict` when `revision` is not the one it has.
Result<chain::Record> take_revision(const Act& act, std::string_view summary, std::int64_t revision);

/// The same for the summary that a chapter or a statement belongs to.
Result<chain::Record> take_revision_of_chapter(const Act& act, std::string_view chapter,
                                               std::int64_t revision);
Result<chain::Record> take_revision_of_statement(const Act& act, std::string_view statement,
                                                 std::int64_t revision);

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field = "");

/// Adds problems with the fields `stem`_nl and `stem`_en: at most so long, no controls.
void check_pair(const Bilingual& text, std::string_view stem, std::size_t most, Problems& problems);

/// `ids` with `id` moved `by` places, as far as the ends let it.
std::vector<std::string> moved(std::vector<std::string> ids, std::string_view id, int by);

/// Asks the owner of a placed record for consent to the statement as it is now; who placed their own record
/// agrees with that. Nothing when nobody need be asked, or was asked for exactly this. Somebody who still
/// has a question open about this statement gets no second letter: its link leads to the newest text.
/// Returns whether somebody was asked anew.
bool ask_owner(const Act& act, const people::Stationery& stationery, const chain::Record& record,
               std::string_view statement, const Bilingual& text, Naming naming);

}  // namespace kring::summary
