// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/acts.hpp"
#include "domain/people/lockout.hpp"
#include "domain/people/password.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::people {

namespace {

struct Proof {
    Person person;
    bool is_fresh = false;  ///< by a link just now: the mailbox is the proof
};

Counter own_counter(const Actor& who) { return {"password-change:" + who.person, account_budget}; }

Result<Proof> begin_change(db::Connection& in, const Actor& who, std::string_view session_id, Time when) {
    const auto person = find_person(in, who.person);
    if (!person || person->state != "active")
        return Problem{Trouble::forbidden, "people.person.gone", "", {}};
    Proof proof{*person, is_fresh_by_link(in, session_id, when)};
    if (!proof.is_fresh) TRY_DONE(count_try(in, {own_counter(who)}, when));
    return proof;
}

Problems check(const Proof& proof, const PasswordChange& change, std::string_view wanted,
               std::string_view site_name) {
    Problems problems = password_problems(wanted, own_words(proof.person, site_name), "wanted");
    if (proof.is_fresh) return problems;
    if (proof.person.password_hash.empty())
        return {{Trouble::invalid, "people.password.by_link_first", "", {}}};
    if (!password_matches(proof.person.password_hash, normal_password(change.current))) {
        problems.insert(problems.begin(), {Trouble::invalid, "people.password.current_wrong", "current", {}});
    }
    return problems;
}

}  // namespace

Result<Done> change_own_details(const Act& act, std::string_view name, std::string_view job,
                                std::string_view language) {
    auto person = find_person(act.in, act.who.person);
    if (!person) return Problem{Trouble::forbidden, "people.person.gone", "", {}};
    person->name = trim(name);
    person->job = trim(job);
    person->language = language;
    Problems problems;
    check_person(act.in, {person->name, person->organisation_id, person->job, person->language, false},
                 problems);
    if (!problems.empty()) return problems;
    update_person(act.in, *person);
    journal::record(act, "person.changed", person->id, "own");
    return Done{};
}

Result<Done> change_password(db::Database& database, const Stationery& stationery, const Actor& who,
                             const PasswordChange& change, Time when) {
    if (password_queue_is_full()) return Problem{Trouble::too_many, "people.busy", "", {}};
    const std::string wanted = normal_password(change.wanted);
    TRY(proof,
        database.write([&](db::Connection& in) { return begin_change(in, who, change.session_id, when); }));
    if (const Problems problems = check(proof, change, wanted, stationery.site_name); !problems.empty()) {
        return problems;
    }
    const std::string hash = password_hash(wanted);
    return database.write([&](db::Connection& in) -> Result<Done> {
        const Act act{who, when, in, "web"};
        set_password_hash(in, who.person, hash);
        forget_tries(in, own_counter(who));
        in.execute("delete from login_sessions where person_id = $1 and id <> $2",
                   {who.person, change.session_id});
        post_letter(act, stationery, proof.person, "password_changed",
                    {{"link", stationery.address(language_of(proof.person.language), "/aanmelden")}});
        journal::record(act, "password.changed", who.person);
        return Done{};
    });
}

}  // namespace kring::people
