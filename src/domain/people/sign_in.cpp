// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/sign_in.hpp"

#include "domain/people/acts.hpp"
#include "domain/people/lockout.hpp"
#include "domain/people/password.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::people {

namespace {

/// Verified where there is nothing to verify, so that an unknown address takes as long as a known one (R7).
const std::string& hash_of_nobody() {
    static const std::string hash = password_hash(new_token());
    return hash;
}

struct Try {
    std::string person_id;  ///< "" when nobody can come in under this address by password
    std::string hash;
    std::vector<Counter> counters;
};

std::vector<Counter> counters_for(std::string_view email, const Visitor& visitor, bool is_known_device) {
    // A browser that came in before keeps a budget of its own, so no stranger can shut its owner out (R6).
    if (is_known_device) return {{"device:" + visitor.device_token, device_budget}};
    return {{"account:" + std::string(email), account_budget},
            {"prefix:" + prefix_of(visitor.remote), prefix_budget}};
}

Result<Try> begin_try(db::Connection& in, std::string_view email, const Visitor& visitor, Time when) {
    const auto person = find_by_email(in, email);
    Try begun{"", hash_of_nobody(), {}};
    begun.counters = counters_for(email, visitor,
                                  is_known_device(in, person ? person->id : "", visitor.device_token, when));
    TRY_DONE(count_try(in, begun.counters, when));
    if (person && person->state == "active" && !person->password_hash.empty()) {
        begun.person_id = person->id;
        begun.hash = person->password_hash;
    }
    return begun;
}

Problem wrong() { return {Trouble::invalid, "people.sign_in.wrong", "", {}}; }

Result<Welcome> refuse(db::Database& database, Time when) {
    TRY_DONE(database.write([&](db::Connection& in) -> Result<Done> {
        journal::record_refusal(Act{Actor{}, when, in, "web"}, "sign_in.failed", "", "password");
        return Done{};
    }));
    return wrong();
}

Result<Welcome> complete(db::Connection& in, const Try& begun, std::string_view better_hash,
                         const Visitor& visitor, Time when) {
    const auto person = find_person(in, begun.person_id);
    // Suspended, or given another password, while we were hashing.
    if (!person || person->state != "active" || person->password_hash != begun.hash) return wrong();
    if (!better_hash.empty()) set_password_hash(in, person->id, better_hash);
    for (const Counter& counter : begun.counters) {
        const bool is_shared = counter.name.starts_with("prefix:");
        is_shared ? give_back_try(in, counter) : forget_tries(in, counter);
    }
    Welcome welcome = open_session(in, *person, visitor, false, when);
    Actor who;
    who.person = person->id;
    journal::record(Act{who, when, in, "web"}, "sign_in.done", person->id, "password");
    return welcome;
}

Problems missing(std::string_view email, std::string_view password) {
    Problems problems;
    if (email.empty()) problems.push_back({Trouble::invalid, "people.email.missing", "email", {}});
    if (password.empty()) problems.push_back({Trouble::invalid, "people.password.missing", "password", {}});
    return problems;
}

}  // namespace

Result<Welcome> sign_in(db::Database& database, const Credentials& given, const Visitor& visitor, Time when) {
    const std::string email = canonical_email(given.email);
    const std::string password = normal_password(given.password);
    if (const Problems problems = missing(email, password); !problems.empty()) return problems;
    if (password_queue_is_full()) return Problem{Trouble::too_many, "people.busy", "", {}};
    hash_of_nobody();  // made here, before any difference between known and unknown

    TRY(begun, database.write([&](db::Connection& in) { return begin_try(in, email, visitor, when); }));
    if (!password_matches(begun.hash, password) || begun.person_id.empty()) return refuse(database, when);
    const std::string better_hash = password_needs_rehash(begun.hash) ? password_hash(password) : "";
    return database.write(
        [&](db::Connection& in) { return complete(in, begun, better_hash, visitor, when); });
}

}  // namespace kring::people
