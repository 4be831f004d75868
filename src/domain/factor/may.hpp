// SPDX-License-Identifier: EUPL-1.2
// Who may bring factors in. Reading them needs no right: they are public.
#pragma once

#include "domain/journal/actor.hpp"

namespace kring::factor {

/// Administrators, and the command line of the machine itself.
bool may_manage(const Actor& actor);

}  // namespace kring::factor
