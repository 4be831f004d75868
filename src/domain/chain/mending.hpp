// SPDX-License-Identifier: EUPL-1.2
// Mends typing errors in a query, by spellings that stand in records the asker may read and by no
// others: a suggestion never tells that a closed record holds a word (R16).
#pragma once

#include <string>
#include <string_view>

#include "domain/journal/actor.hpp"
#include "platform/base/time.hpp"
#include "platform/db/db.hpp"

namespace kring::chain {

/// The query as typed with each word that finds nothing readable replaced by the spelling nearest to
/// it that does: one error in words of 4 to 7 letters, two in longer ones. "" when there is nothing
/// to mend or a word cannot be mended.
std::string mended(db::Connection& in, const Actor& actor, std::string_view typed, Time when);

}  // namespace kring::chain
