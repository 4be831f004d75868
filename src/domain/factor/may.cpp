// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/may.hpp"

namespace kring::factor {

bool may_manage(const Actor& actor) { return actor.is_administrator || actor.is_operator; }

}  // namespace kring::factor
