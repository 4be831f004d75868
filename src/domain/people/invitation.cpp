// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/acts.hpp"
#include "domain/people/password.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::people {

namespace {

Problem gone() { return {Trouble::not_found, "people.invitation.gone", "", {}}; }

/// The invited person of a live invitation.
std::optional<Person> invited(db::Connection& in, std::string_view token, Time when) {
    const auto link = find_invitation(in, token, when);
    if (!link) return std::nullopt;
    auto person = find_person(in, link->person_id);
    if (!person || person->state != "invited") return std::nullopt;
    return person;
}

Problems check(db::Connection& in, const Invitation& invitation) {
    Problems problems;
    if (!is_email(canonical_email(invitation.email))) {
        problems.push_back({Trouble::invalid, "people.email.invalid", "email", {}});
    } else if (find_by_email(in, invitation.email)) {
        problems.push_back({Trouble::invalid, "people.email.taken", "email", {}});
    }
    check_person(in, {invitation.name, invitation.organisation, invitation.job, invitation.language, false},
                 problems);
    if (invitation.membership)
        check_membership(in, invitation.organisation, *invitation.membership, problems);
    return problems;
}

Result<Welcome> come_in(db::Connection& in, std::string_view token, std::string_view hash,
                        const Visitor& visitor, Time when) {
    auto person = invited(in, token, when);
    if (!person) return gone();
    in.execute("update login_links set used_at = $2 where token_hash = $1", {sha256_hex(token), when});
    person->state = "active";
    update_person(in, *person);
    if (!hash.empty()) set_password_hash(in, person->id, hash);
    Welcome welcome = open_session(in, *person, visitor, true, when);
    Actor who;
    who.person = person->id;
    journal::record(Act{who, when, in, "web"}, "person.accepted", person->id);
    return welcome;
}

}  // namespace

Result<Person> invite(const Act& act, const Stationery& stationery, const Invitation& invitation) {
    if (!may_administer(act.who)) return Problem{Trouble::forbidden, "people.administrator.only", "", {}};
    if (const Problems problems = check(act.in, invitation); !problems.empty()) return problems;
    Person person;
    person.id = new_id(act.when);
    person.email = canonical_email(invitation.email);
    person.name = trim(invitation.name);
    person.organisation_id = invitation.organisation;
    person.job = trim(invitation.job);
    person.language = invitation.language;
    person.state = "invited";
    insert_person(act.in, person, act.when);
    if (invitation.membership) give_membership(act, person.id, *invitation.membership);
    post_invitation(act, stationery, person);
    journal::record(act, "person.invited", person.id);
    return person;
}

Result<Done> invite_again(const Act& act, const Stationery& stationery, std::string_view person_id) {
    if (!may_administer(act.who)) return Problem{Trouble::forbidden, "people.administrator.only", "", {}};
    const auto person = find_person(act.in, person_id);
    if (!person) return Problem{Trouble::not_found, "people.person.gone", "", {}};
    if (person->state != "invited") return Problem{Trouble::conflict, "people.invitation.not_open", "", {}};
    post_invitation(act, stationery, *person);
    journal::record(act, "person.invited", person->id, "again");
    return Done{};
}

Result<Welcome> accept_invitation(db::Database& database, std::string_view site_name, std::string_view token,
                                  std::string_view password, const Visitor& visitor, Time when) {
    const auto person = database.read([&](db::Connection& in) { return invited(in, token, when); });
    if (!person) return gone();
    std::string hash;
    if (const std::string wanted = normal_password(password); !wanted.empty()) {
        const Problems problems = password_problems(wanted, own_words(*person, site_name), "password");
        if (!problems.empty()) return problems;
        if (password_queue_is_full()) return Problem{Trouble::too_many, "people.busy", "", {}};
        hash = password_hash(wanted);
    }
    return database.write([&](db::Connection& in) { return come_in(in, token, hash, visitor, when); });
}

}  // namespace kring::people
