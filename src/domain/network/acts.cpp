// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/acts.hpp"

#include "domain/network/may.hpp"
#include "domain/network/store.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::network {

namespace {

Problem forbidden() { return Problem{Trouble::forbidden, "problem.forbidden", "", {}}; }
Problem not_found() { return Problem{Trouble::not_found, "problem.not_found", "", {}}; }

void check_programme(db::Connection& in, const Network& network, Problems& problems) {
    if (find_programme(in, network.programme)) return;
    problems.push_back({Trouble::invalid, "problem.choice", "programme", {}});
}

Side side_of_person(db::Connection& in, const people::Person& person) {
    const auto organisation = people::find_organisation(in, person.organisation_id);
    if (!organisation || organisation->kind == "knowledge") return Side::adviser;
    return organisation->kind == "supplier" ? Side::supplier : Side::purchaser;
}

std::optional<people::Person> find_active(db::Connection& in, std::string_view email) {
    auto person = people::find_by_email(in, email);
    return person && person->state == "active" ? person : std::nullopt;
}

}  // namespace

Result<Programme> make_programme(const Act& act, Programme wanted) {
    if (!may_make_programme(act.who)) return forbidden();
    if (Problems problems = problems_of(wanted); !problems.empty()) return problems;
    wanted.id = new_id(act.when);
    insert_programme(act.in, wanted);
    journal::record(act, "programme.made", wanted.id);
    return wanted;
}

Result<Done> change_programme(const Act& act, const Programme& wanted) {
    if (!may_make_programme(act.who)) return forbidden();
    if (!find_programme(act.in, wanted.id)) return not_found();
    if (Problems problems = problems_of(wanted); !problems.empty()) return problems;
    update_programme(act.in, wanted);
    journal::record(act, "programme.changed", wanted.id);
    return Done{};
}

Result<Network> make_network(const Act& act, Network wanted, std::string_view facilitator_email) {
    if (!may_make_network(act.who)) return forbidden();
    Problems problems = problems_of(wanted);
    check_programme(act.in, wanted, problems);
    const auto facilitator = find_active(act.in, facilitator_email);
    if (!facilitator)
        problems.push_back({Trouble::invalid, "network.problem.facilitator", "facilitator_email", {}});
    if (!problems.empty()) return problems;

    wanted.id = new_id(act.when);
    insert(act.in, wanted);
    Membership membership;
    membership.network = wanted.id;
    membership.side = side_of_person(act.in, *facilitator);
    membership.is_facilitator = true;
    people::put_membership(act.in, facilitator->id, membership, act.when);
    journal::record(act, "network.made", wanted.id);
    return wanted;
}

Result<Done> change_network(const Act& act, Network wanted) {
    const auto known = find(act.in, wanted.id);
    if (!known || !may_see(act.who, *known)) return not_found();
    if (!may_edit_network(act.who, wanted.id)) return forbidden();
    if (!may_make_network(act.who)) wanted.programme = known->programme;
    Problems problems = problems_of(wanted);
    check_programme(act.in, wanted, problems);
    if (!problems.empty()) return problems;
    update(act.in, wanted);
    journal::record(act, "network.changed", wanted.id);
    return Done{};
}

}  // namespace kring::network
