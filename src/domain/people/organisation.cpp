// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/acts.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::people {

namespace {

Problems check(db::Connection& in, const Organisation& organisation) {
    Problems problems;
    if (organisation.name.empty()) {
        problems.push_back({Trouble::invalid, "people.organisation.name_missing", "name", {}});
    } else if (length(organisation.name) > organisation_name_length_max) {
        problems.push_back({Trouble::invalid,
                            "people.too_long",
                            "name",
                            {{"most", std::to_string(organisation_name_length_max)}}});
    } else if (const auto same = find_organisation_by_name(in, organisation.name);
               same && same->id != organisation.id) {
        problems.push_back({Trouble::invalid, "people.organisation.name_taken", "name", {}});
    }
    if (!is_organisation_kind(organisation.kind)) {
        problems.push_back({Trouble::invalid, "people.organisation.kind_missing", "kind", {}});
    }
    return problems;
}

bool has_people_beside_suppliers(db::Connection& in, std::string_view organisation_id) {
    return in.exists(R"(
        select 1 from memberships m join people p on p.id = m.person_id
        where p.organisation_id = $1 and m.side <> 'supplier')",
                     {organisation_id});
}

}  // namespace

Result<Organisation> make_organisation(const Act& act, std::string_view name, std::string_view kind) {
    if (!may_administer(act.who)) return Problem{Trouble::forbidden, "people.administrator.only", "", {}};
    const Organisation organisation{new_id(act.when), std::string(trim(name)), std::string(kind)};
    if (const Problems problems = check(act.in, organisation); !problems.empty()) return problems;
    insert_organisation(act.in, organisation, act.when);
    journal::record(act, "organisation.made", organisation.id, "kind=" + organisation.kind);
    return organisation;
}

Result<Done> change_organisation(const Act& act, std::string_view id, std::string_view name,
                                 std::string_view kind) {
    if (!may_administer(act.who)) return Problem{Trouble::forbidden, "people.administrator.only", "", {}};
    const auto before = find_organisation(act.in, id);
    if (!before) return Problem{Trouble::not_found, "people.organisation.gone", "", {}};
    const Organisation organisation{before->id, std::string(trim(name)), std::string(kind)};
    if (const Problems problems = check(act.in, organisation); !problems.empty()) return problems;
    if (organisation.kind == "supplier" && before->kind != "supplier" &&
        has_people_beside_suppliers(act.in, organisation.id)) {
        return Problem{Trouble::conflict, "people.organisation.has_purchasers", "kind", {}};
    }
    update_organisation(act.in, organisation);
    journal::record(act, "organisation.changed", organisation.id, "kind=" + organisation.kind);
    return Done{};
}

}  // namespace kring::people
