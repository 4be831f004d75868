// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/acts.hpp"
#include "domain/people/password.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::people {

namespace {

Problem only_administrators() { return {Trouble::forbidden, "people.administrator.only", "", {}}; }
Problem person_gone() { return {Trouble::not_found, "people.person.gone", "", {}}; }

/// Whether the house would be left without anybody who can let others in.
bool is_last_administrator(db::Connection& in, const Person& person) {
    return person.is_administrator && person.state == "active" && count_active_administrators(in) <= 1;
}

Problems check_right(const Act& act, const Person& person, bool is_administrator) {
    if (person.is_administrator == is_administrator) return {};
    if (act.who.person == person.id) {
        return {{Trouble::forbidden, "people.administrator.yourself", "administrator", {}}};
    }
    if (!is_administrator && is_last_administrator(act.in, person)) {
        return {{Trouble::conflict, "people.administrator.last", "administrator", {}}};
    }
    return {};
}

/// Somebody who goes to work for a supplier may not stay among the purchasers or advisers of a network.
Problems check_move(db::Connection& in, const Person& person, std::string_view organisation_id) {
    if (organisation_id == person.organisation_id) return {};
    const auto organisation = find_organisation(in, organisation_id);
    if (!organisation || organisation->kind != "supplier") return {};
    for (const Membership& membership : memberships_of(in, person.id)) {
        if (membership.side == Side::supplier) continue;
        return {{Trouble::conflict,
                 "people.organisation.stands_elsewhere",
                 "organisation",
                 {{"network", membership.network}}}};
    }
    return {};
}

void journal_change(const Act& act, const Person& before, const Person& after) {
    journal::record(act, "person.changed", after.id);
    if (before.is_administrator == after.is_administrator) return;
    journal::record(act, after.is_administrator ? "role.given" : "role.taken", after.id,
                    "role=administrator");
}

}  // namespace

bool may_administer(const Actor& actor) { return actor.is_administrator || actor.is_operator; }

void check_person(db::Connection& in, const PersonChange& change, Problems& problems) {
    const std::string_view name = trim(change.name);
    if (name.empty()) problems.push_back({Trouble::invalid, "people.name.missing", "name", {}});
    if (length(name) > name_length_max) {
        problems.push_back(
            {Trouble::invalid, "people.too_long", "name", {{"most", std::to_string(name_length_max)}}});
    }
    if (length(trim(change.job)) > job_length_max) {
        problems.push_back(
            {Trouble::invalid, "people.too_long", "job", {{"most", std::to_string(job_length_max)}}});
    }
    if (!is_language(change.language)) {
        problems.push_back({Trouble::invalid, "people.language.missing", "language", {}});
    }
    if (!change.organisation.empty() && !find_organisation(in, change.organisation)) {
        problems.push_back({Trouble::invalid, "people.organisation.unknown", "organisation", {}});
    }
}

Result<Done> change_person(const Act& act, std::string_view person_id, const PersonChange& change) {
    if (!may_administer(act.who)) return only_administrators();
    const auto before = find_person(act.in, person_id);
    if (!before) return person_gone();
    Problems problems;
    check_person(act.in, change, problems);
    for (const Problem& problem : check_right(act, *before, change.is_administrator))
        problems.push_back(problem);
    for (const Problem& problem : check_move(act.in, *before, change.organisation))
        problems.push_back(problem);
    if (!problems.empty()) return problems;

    Person after = *before;
    after.name = trim(change.name);
    after.organisation_id = change.organisation;
    after.job = trim(change.job);
    after.language = change.language;
    after.is_administrator = change.is_administrator;
    update_person(act.in, after);
    // A right gained or lost begins with a new session (R9).
    if (before->is_administrator != after.is_administrator) end_all_sessions(act.in, after.id);
    journal_change(act, *before, after);
    return Done{};
}

Result<Done> suspend(const Act& act, std::string_view person_id) {
    if (!may_administer(act.who)) return only_administrators();
    auto person = find_person(act.in, person_id);
    if (!person) return person_gone();
    if (person->state == "suspended")
        return Problem{Trouble::conflict, "people.person.suspended_already", "", {}};
    if (act.who.person == person->id)
        return Problem{Trouble::forbidden, "people.administrator.yourself", "", {}};
    if (is_last_administrator(act.in, *person))
        return Problem{Trouble::conflict, "people.administrator.last", "", {}};
    person->state = "suspended";
    update_person(act.in, *person);
    end_all_sessions(act.in, person->id);
    act.in.execute("delete from login_links where person_id = $1", {person->id});
    act.in.execute("delete from known_devices where person_id = $1", {person->id});
    journal::record(act, "person.suspended", person->id);
    return Done{};
}

Result<Done> reactivate(const Act& act, std::string_view person_id) {
    if (!may_administer(act.who)) return only_administrators();
    auto person = find_person(act.in, person_id);
    if (!person) return person_gone();
    if (person->state != "suspended")
        return Problem{Trouble::conflict, "people.person.not_suspended", "", {}};
    person->state = "active";
    update_person(act.in, *person);
    journal::record(act, "person.reactivated", person->id);
    return Done{};
}

Result<Person> first_administrator(const Act& act, std::string_view email, std::string_view name,
                                   std::string_view password) {
    if (!act.who.is_operator) return only_administrators();
    auto known = find_by_email(act.in, email);
    Person person = known ? *known : Person{};
    person.email = canonical_email(email);
    if (!known) person.id = new_id(act.when);
    if (!trim(name).empty()) person.name = trim(name);
    person.state = "active";
    person.is_administrator = true;

    const std::string wanted = normal_password(password);
    Problems problems = password_problems(wanted, own_words(person, ""), "password");
    if (!is_email(person.email)) problems.push_back({Trouble::invalid, "people.email.invalid", "email", {}});
    check_person(act.in, {person.name, person.organisation_id, person.job, person.language, true}, problems);
    if (!problems.empty()) return problems;

    person.password_hash = password_hash(wanted);
    if (known) {
        update_person(act.in, person);
        set_password_hash(act.in, person.id, person.password_hash);
        end_all_sessions(act.in, person.id);
    } else {
        insert_person(act.in, person, act.when);
    }
    journal::record(act, "role.given", person.id, "role=administrator");
    return person;
}

}  // namespace kring::people
