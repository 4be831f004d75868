// SPDX-License-Identifier: EUPL-1.2
// The SQL of programmes and networks: rows to things and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/actor.hpp"
#include "domain/network/network.hpp"
#include "platform/db/db.hpp"

namespace kring::network {

std::optional<Programme> find_programme(db::Connection& in, std::string_view id);
std::vector<Programme> all_programmes(db::Connection& in);
void insert_programme(db::Connection& in, const Programme& programme);
void update_programme(db::Connection& in, const Programme& programme);

/// Any network by id, without asking who reads; the page then asks may_see.
std::optional<Network> find(db::Connection& in, std::string_view id);

/// The network, when it is there and the actor may see it.
Result<Network> find_visible(db::Connection& in, const Actor& actor, std::string_view id);

/// Those the actor may see, by Dutch name.
std::vector<Network> all(db::Connection& in, const Actor& actor);

void insert(db::Connection& in, const Network& network);
void update(db::Connection& in, const Network& network);

/// Its name in the language given ("nl" or "en").
std::string name(const Network& network, std::string_view language);

struct Member {
    std::string person;
    std::string name;
    std::string organisation;  ///< name, "" when none
    std::string job;
    Membership membership;
};

/// Members who are not suspended, by name.
std::vector<Member> members_of(db::Connection& in, std::string_view network);

/// How many of those each network has, for the networks that have any.
std::vector<std::pair<std::string, std::int64_t>> member_counts(db::Connection& in);

}  // namespace kring::network
