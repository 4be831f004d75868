// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "domain/people/acts.hpp"
#include "domain/people/store.hpp"

namespace kring::people {

namespace {

struct Role {
    std::string_view name;
    bool Membership::* is_held;
};
constexpr std::array roles = {Role{"facilitator", &Membership::is_facilitator},
                              Role{"editor", &Membership::is_editor}, Role{"expert", &Membership::is_expert}};

Membership membership_before(db::Connection& in, std::string_view person_id, std::string_view network) {
    for (const Membership& membership : memberships_of(in, person_id)) {
        if (membership.network == network) return membership;
    }
    return {};
}

void journal_roles(const Act& act, std::string_view person_id, const Membership& before,
                   const Membership& after, std::string_view network) {
    for (const Role& role : roles) {
        if (before.*role.is_held == after.*role.is_held) continue;
        journal::record(act, after.*role.is_held ? "role.given" : "role.taken", person_id,
                        "network=" + std::string(network) + " role=" + std::string(role.name));
    }
}

}  // namespace

void check_membership(db::Connection& in, std::string_view organisation_id, const Membership& membership,
                      Problems& problems) {
    if (!in.exists("select 1 from networks where id = $1", {membership.network})) {
        problems.push_back({Trouble::invalid, "people.membership.no_network", "network", {}});
    }
    const auto organisation = find_organisation(in, organisation_id);
    // Also not as an adviser: with a role, an adviser reads what purchasers keep among themselves (T2).
    if (organisation && organisation->kind == "supplier" && membership.side != Side::supplier) {
        problems.push_back({Trouble::invalid,
                            "people.membership.supplier_elsewhere",
                            "side",
                            {{"organisation", organisation->name}}});
    }
}

void give_membership(const Act& act, std::string_view person_id, const Membership& membership) {
    const Membership before = membership_before(act.in, person_id, membership.network);
    put_membership(act.in, person_id, membership, act.when);
    journal::record(act, "membership.set", person_id,
                    "network=" + membership.network + " side=" + std::string(word(membership.side)));
    journal_roles(act, person_id, before, membership, membership.network);
}

Result<Done> set_membership(const Act& act, std::string_view person_id, const Membership& membership) {
    if (!may_administer(act.who)) return Problem{Trouble::forbidden, "people.administrator.only", "", {}};
    const auto person = find_person(act.in, person_id);
    if (!person) return Problem{Trouble::not_found, "people.person.gone", "", {}};
    Problems problems;
    check_membership(act.in, person->organisation_id, membership, problems);
    if (!problems.empty()) return problems;
    give_membership(act, person_id, membership);
    return Done{};
}

Result<Done> end_membership(const Act& act, std::string_view person_id, std::string_view network) {
    if (!may_administer(act.who)) return Problem{Trouble::forbidden, "people.administrator.only", "", {}};
    const Membership before = membership_before(act.in, person_id, network);
    if (!drop_membership(act.in, person_id, network)) {
        return Problem{Trouble::not_found, "people.membership.gone", "", {}};
    }
    journal::record(act, "membership.ended", person_id, "network=" + std::string(network));
    journal_roles(act, person_id, before, Membership{}, network);
    return Done{};
}

}  // namespace kring::people
