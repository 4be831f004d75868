// SPDX-License-Identifier: EUPL-1.2
// Persons and organisations: the things and their tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/actor.hpp"
#include "platform/db/db.hpp"

namespace kring::people {

struct Organisation {
    std::string id;
    std::string name;
    std::string kind;  ///< purchaser, supplier or knowledge
};

struct Person {
    std::string id;
    std::string email;
    std::string name;
    std::string organisation_id;  ///< "" when none
    std::string organisation_name;
    std::string job;
    std::string language = "nl";
    std::string state;  ///< invited, active or suspended
    bool is_administrator = false;
    std::string password_hash;  ///< "" when none was set
};

inline constexpr std::size_t name_length_max = 120;
inline constexpr std::size_t job_length_max = 120;
inline constexpr std::size_t organisation_name_length_max = 160;

/// Without spaces around it and in ASCII lower case: the form in which addresses are kept and compared.
std::string canonical_email(std::string_view typed);

bool is_organisation_kind(std::string_view text);
bool is_language(std::string_view text);

/// "purchaser", "supplier" or "adviser", as in the table.
std::string_view word(Side side);
std::optional<Side> side_of(std::string_view word);

/// The roles of a membership as words with a comma between them, "" when it has none.
std::string role_words(const Membership& membership);

std::optional<Person> find_person(db::Connection& in, std::string_view id);
std::optional<Person> find_by_email(db::Connection& in, std::string_view email);
std::vector<Person> all_people(db::Connection& in);
std::vector<Organisation> all_organisations(db::Connection& in);

/// The actor of a person with all memberships and workshops; nothing unless active.
std::optional<Actor> actor_of(db::Connection& in, std::string_view person_id);

}  // namespace kring::people
