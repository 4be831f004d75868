// SPDX-License-Identifier: EUPL-1.2
// The SQL of persons, organisations and memberships: rows to things and back. Acts and the
// folder loader write through these; nothing here asks who may.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/people/people.hpp"
#include "platform/base/time.hpp"

namespace kring::people {

/// Throw db::Error (unique) when the id or the name, or the e-mail address, is taken.
void insert_organisation(db::Connection& in, const Organisation& organisation, Time when);
void update_organisation(db::Connection& in, const Organisation& organisation);
void insert_person(db::Connection& in, const Person& person, Time when);

/// Everything but the e-mail address and the password.
void update_person(db::Connection& in, const Person& person);
void set_password_hash(db::Connection& in, std::string_view person_id, std::string_view hash);

std::optional<Organisation> find_organisation(db::Connection& in, std::string_view id);
std::optional<Organisation> find_organisation_by_name(db::Connection& in, std::string_view name);

/// In order of network id.
std::vector<Membership> memberships_of(db::Connection& in, std::string_view person_id);
/// Adds the membership, or changes the side and the roles of the one there is.
void put_membership(db::Connection& in, std::string_view person_id, const Membership& membership, Time when);
bool drop_membership(db::Connection& in, std::string_view person_id, std::string_view network);

/// Fills the memberships and workshops of an actor whose person is known: two queries.
void fill_rights(db::Connection& in, Actor& actor);

std::int64_t count_active_administrators(db::Connection& in);

/// Which people to list; an empty field does not narrow.
struct PeopleFilter {
    std::string words;  ///< part of a name or mail address
    std::string state;
    std::string organisation;  ///< id
    std::string network;       ///< id
    int page = 1;              ///< from 1
    int per_page = 50;
};
struct PeopleFound {
    std::vector<Person> people;  ///< by name
    std::int64_t total = 0;
};
PeopleFound find_people(db::Connection& in, const PeopleFilter& filter);

struct NamedNetwork {
    std::string id;
    std::string name_nl;
    std::string name_en;
};
std::vector<NamedNetwork> all_networks(db::Connection& in);

/// (id, name) of those of the ids that are a person or an organisation.
std::vector<std::pair<std::string, std::string>> names_of(db::Connection& in,
                                                          const std::vector<std::string>& ids);

}  // namespace kring::people
