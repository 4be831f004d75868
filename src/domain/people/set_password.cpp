// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/acts.hpp"
#include "domain/people/password.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::people {

Result<Done> set_password(const Act& act, std::string_view email, std::string_view password) {
    if (!act.who.is_operator) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    const auto person = find_by_email(act.in, email);
    if (!person) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    const std::string wanted = normal_password(password);
    const Problems problems = password_problems(wanted, own_words(*person, ""), "password");
    if (!problems.empty()) return problems;
    set_password_hash(act.in, person->id, password_hash(wanted));
    end_all_sessions(act.in, person->id);
    journal::record(act, "password.set", person->id);
    return Done{};
}

}  // namespace kring::people
