// SPDX-License-Identifier: EUPL-1.2
// What one can do with the secret link of one's own calendar. Each act leaves one line in the journal.
#pragma once

#include <string>

#include "domain/journal/journal.hpp"
#include "platform/base/result.hpp"

namespace kring::calendar {

/// Makes the actor's link, in place of the one there was; hands back its token, of which only a hash is
/// kept. `forbidden` for somebody who is not signed in.
Result<std::string> make_link(const Act& act);

/// Ends it. `conflict` when there is none.
Result<Done> revoke_link(const Act& act);

}  // namespace kring::calendar
