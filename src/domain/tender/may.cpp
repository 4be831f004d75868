// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/may.hpp"

namespace kring::tender {

bool may_draft(const Actor& actor, std::string_view network) {
    const Membership* membership = actor.in(network);
    if (!actor.is_signed_in() || !membership || membership->side == Side::supplier) return false;
    return membership->side == Side::purchaser || membership->is_facilitator || membership->is_editor ||
           membership->is_expert;
}

bool may_change(const Actor& actor, const chain::Record& tender) {
    return actor.is_signed_in() && tender.owner == actor.person && !tender.is_withdrawn &&
           may_draft(actor, tender.network);
}

std::vector<chain::Audience> audiences_for(const Actor& actor, std::string_view network) {
    using chain::Audience;
    const Membership* membership = actor.in(network);
    if (!membership || !may_draft(actor, network)) return {};
    std::vector<Audience> open;
    if (!actor.organisation.empty()) open.push_back(Audience::organisation);
    open.push_back(Audience::persons);
    open.push_back(Audience::purchasers);
    const bool buys = membership->side == Side::purchaser;
    if (!buys && (membership->is_facilitator || membership->is_editor)) {
        open.push_back(Audience::network);
        open.push_back(Audience::everyone);
    }
    return open;
}

}  // namespace kring::tender
