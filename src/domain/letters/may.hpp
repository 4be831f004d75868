// SPDX-License-Identifier: EUPL-1.2
// Who gets mail about what, asked when it is posted and again when it is sent; and who may answer by
// mail. What may be read is decided by the one audience rule, here as everywhere.
#pragma once

#include "domain/journal/actor.hpp"
#include "domain/letters/letters.hpp"
#include "platform/db/db.hpp"

namespace kring::letters {

enum class Wish { wanted, unwanted, forbidden };

/// Whether the actor may read this question or answer, and chose to get it by mail. Nobody gets their own.
Wish wish_for(db::Connection& in, const Actor& actor, const chain::Record& record, Time when);

/// Whether this person's answers to the question are taken by mail: it may travel by mail, they may read
/// and answer it.
bool may_reply(db::Connection& in, const Actor& actor, const chain::Record& question, Time when);

}  // namespace kring::letters
