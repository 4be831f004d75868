// SPDX-License-Identifier: EUPL-1.2
#include "domain/bid/may.hpp"

#include <algorithm>

#include "domain/tender/may.hpp"

namespace kring::bid {

bool may_run(const Actor& actor, const tender::Tender& tender) {
    return tender::may_change(actor, tender.record);
}

bool may_see(const Actor& actor, const tender::Tender& tender, const std::vector<std::string>& readers) {
    if (may_run(actor, tender)) return true;
    if (!actor.is_signed_in() || tender.record.is_withdrawn || tender.organisation.empty()) return false;
    const bool is_named = std::find(readers.begin(), readers.end(), actor.person) != readers.end();
    return is_named && actor.organisation == tender.organisation &&
           tender::may_draft(actor, tender.record.network);
}

}  // namespace kring::bid
