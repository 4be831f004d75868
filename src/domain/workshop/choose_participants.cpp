// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/store.hpp"

namespace kring::workshop {

namespace {

bool is_in(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

Result<Done> choose_participants(const Act& act, std::string_view workshop,
                                 const std::vector<std::string>& people) {
    TRY(record, chain::find_readable(act.in, act.who, workshop, act.when));
    if (record.kind != chain::Kind::workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_choose_participants(act.who, record.network)) {
        return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    }
    if (find(act.in, record.id).value().takes_registrations)
        return Problem{Trouble::conflict, "workshop.problem.registered", "", {}};
    std::vector<std::string> choosable;
    for (const network::Member& member : network::members_of(act.in, record.network))
        choosable.push_back(member.person);
    std::vector<std::string> chosen;
    for (const std::string& person : people) {
        if (!is_in(choosable, person)) return Problem{Trouble::invalid, "problem.choice", "person", {}};
        if (!is_in(chosen, person)) chosen.push_back(person);
    }
    for (const std::string& person : participants_of(act.in, record.id)) {
        if (!is_in(choosable, person)) chosen.push_back(person);
    }
    set_participants(act.in, record.id, chosen, act.when);
    journal::record(act, "participants.chosen", record.id);
    return Done{};
}

}  // namespace kring::workshop
