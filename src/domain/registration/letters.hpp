// SPDX-License-Identifier: EUPL-1.2
// The letters of this room, one for each thing that happens to a registration: worded in the reader's
// language, laid in the outbox by the act's own transaction. A link leads to a page with a button;
// following it changes nothing.
#pragma once

#include <string_view>

#include "domain/desk/visit.hpp"
#include "domain/registration/registration.hpp"

namespace kring::registration {

/// Posts "registration.letter.KIND" to whoever the registration is of. KIND: confirmed, waiting, offered,
/// expired, cancelled, passed_over, put_back, week, day, called_off, on_again; or lapsed, for somebody who
/// may not read the workshop any more and whose letter does not name it.
void post_letter(const Act& act, const desk::Site& site, const workshop::Workshop& workshop,
                 const Registration& registration, std::string_view kind);

}  // namespace kring::registration
