// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/may.hpp"

namespace kring::summary {

bool may_edit(const Actor& actor, std::string_view network) {
    return actor.is_editor(network) || actor.is_facilitator(network);
}

bool may_freeze(const Actor& actor, std::string_view network) {
    return actor.is_operator || may_edit(actor, network);
}

bool may_decide(const Actor& actor, std::string_view person_asked) {
    return actor.is_signed_in() && actor.person == person_asked;
}

}  // namespace kring::summary
