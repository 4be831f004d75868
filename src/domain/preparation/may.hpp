// SPDX-License-Identifier: EUPL-1.2
// Who gets a workshop ready, and whom a message may reach: asked when it is looked at, when it is sent, and
// once more when it leaves.
#pragma once

#include <string_view>

#include "domain/journal/actor.hpp"
#include "domain/preparation/message.hpp"
#include "platform/db/db.hpp"

namespace kring::preparation {

/// Sees what is missing, writes and sends: the network's facilitators.
bool may_prepare(const Actor& actor, std::string_view network);

/// Whether this person may get a message about it and did not ask for no mail; `state` as in people.
LeftOut judge(db::Connection& in, std::string_view person, std::string_view state, const Subject& subject,
              Time when);

/// Opens a message: whom it went to and who may still read what it is about, and its facilitators.
bool may_open(db::Connection& in, const Actor& actor, const Message& message, const Subject& subject,
              Time when);

}  // namespace kring::preparation
