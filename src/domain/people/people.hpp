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
    std::string organisation_id;    ///< "" when none
    std::string organisation_name;
    std::string job;
    std::string language = "nl";
    std::string state;              ///< invited, active or suspended
    bool is_administrator = false;
    std::string password_hash;      ///< "" when none was set
};

std::optional<Person> find_person(db::Connection& in, std::string_view id);
std::optional<Person> find_by_email(db::Connection& in, std::string_view email);
std::vector<Person> all_people(db::Connection& in);
std::vector<Organisation> all_organisations(db::Connection& in);

/// The actor of a person with all memberships and workshops; nothing unless active.
std::optional<Actor> actor_of(db::Connection& in, std::string_view person_id);

}  // namespace kring::people
