// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/compose.hpp"

#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/contribution/may.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::contribution {

namespace {

// A workshop may be an audience when the author takes part in it, or runs its network.
bool may_address_workshop(const Act& act, const Common& common) {
    if (!act.who.takes_part_in(common.audience_of) && !act.who.is_facilitator(common.network)) return false;
    const auto workshop = chain::find(act.in, common.audience_of);
    return workshop && workshop->kind == chain::Kind::workshop && workshop->network == common.network;
}

Result<Done> address(const Act& act, const Common& common, chain::Record& record) {
    const auto audience = chain::audience_of(common.audience).value();
    const auto open = chain::audiences_open_to(act.who, common.network);
    if (std::find(open.begin(), open.end(), audience) == open.end()) {
        return problem(Trouble::invalid, "contribution.audience.not_yours", "audience");
    }
    record.audience = audience;
    record.audience_of.clear();
    if (audience == chain::Audience::organisation) record.audience_of = act.who.organisation;
    if (audience == chain::Audience::workshop) {
        if (!may_address_workshop(act, common))
            return problem(Trouble::invalid, "contribution.audience.workshop", "audience_of");
        record.audience_of = common.audience_of;
    }
    return Done{};
}

void describe(const Common& common, chain::Record& record) {
    record.title = trim(common.title);
    record.language = common.language;
    record.source = common.source;
}

}  // namespace

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field) {
    return Problem{trouble, std::string(phrase), std::string(field), {}};
}

Result<chain::Record> compose(const Act& act, chain::Kind kind, const Common& common) {
    if (!may_bring(act.who, common.network))
        return problem(Trouble::forbidden, "contribution.not_a_member", "network");
    chain::Record record;
    record.id = new_id(act.when);
    record.kind = kind;
    record.network = common.network;
    record.owner = act.who.person;
    record.created_at = record.updated_at = act.when;
    describe(common, record);
    TRY_DONE(address(act, common, record));
    return record;
}

Result<chain::Record> recompose(const Act& act, const chain::Record& old, const Common& common) {
    if (!may_rewrite(act.who, old)) return problem(Trouble::forbidden, "contribution.not_yours");
    Common kept = common;
    kept.network = old.network;
    chain::Record record = old;
    record.updated_at = act.when;
    describe(kept, record);
    TRY_DONE(address(act, kept, record));
    return record;
}

Result<chain::Record> find_of_kind(const Act& act, std::string_view id, chain::Kind kind) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    if (record.kind != kind) return problem(Trouble::not_found, "problem.not_found");
    return record;
}

}  // namespace kring::contribution
