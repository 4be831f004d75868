// SPDX-License-Identifier: EUPL-1.2
// Who may do what with what participants bring.
#pragma once

#include <string_view>

#include "domain/contribution/contribution.hpp"
#include "domain/journal/actor.hpp"

namespace kring::contribution {

bool may_bring(const Actor& actor, std::string_view network);
bool may_answer(const Actor& actor, const chain::Record& question);
bool may_vote(const Actor& actor, const chain::Record& question);
bool may_accept(const Actor& actor, const chain::Record& question);
bool may_check(const Actor& actor, const chain::Record& answer);
bool may_rewrite(const Actor& actor, const chain::Record& record);
bool may_withdraw(const Actor& actor, const chain::Record& record);

}  // namespace kring::contribution
