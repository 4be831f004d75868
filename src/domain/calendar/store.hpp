// SPDX-License-Identifier: EUPL-1.2
// The SQL of secret links: one a person, found by the hash of its token.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/base/time.hpp"
#include "platform/db/db.hpp"

namespace kring::calendar {

/// The person whose link has this token, "" when it is nobody's. Whether they may come in is another
/// question.
std::string owner_of_link(db::Connection& in, std::string_view token);

/// When the person's link was made; nothing when there is none.
std::optional<Time> link_made_at(db::Connection& in, std::string_view person);

/// In place of the one there was.
void put_link(db::Connection& in, std::string_view person, std::string_view token_hash, Time when);
bool drop_link(db::Connection& in, std::string_view person);  ///< false when there was none

}  // namespace kring::calendar
