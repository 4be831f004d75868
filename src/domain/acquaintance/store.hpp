// SPDX-License-Identifier: EUPL-1.2
// The SQL of acquaintances: rows to things and back. Nothing here asks who may.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/acquaintance/match.hpp"
#include "platform/db/db.hpp"

namespace kring::acquaintance {

std::optional<Wish> find_wish(db::Connection& in, std::string_view network, std::string_view person);
/// In the place of an earlier one.
void put_wish(db::Connection& in, std::string_view network, std::string_view person, const Wish& wish,
              Time when);
/// Whether there was one.
bool drop_wish(db::Connection& in, std::string_view network, std::string_view person);

/// Members who wish it and whose accounts are open, by name.
std::vector<Wisher> wishers_of(db::Connection& in, std::string_view network);

/// Everybody who was ever in one group there.
Met met_in(db::Connection& in, std::string_view network);

struct Round {
    std::string id;
    std::string network;
    std::int64_t number = 1;  ///< from 1 in each network
    std::string seed;
    std::string paired_by;
    Time paired_at;
    std::int64_t groups = 0;  ///< as read, with people
    std::int64_t people = 0;
};
void insert(db::Connection& in, const Round& round);
/// Newest first.
std::vector<Round> rounds_of(db::Connection& in, std::string_view network);

/// Somebody's place in a group.
struct Place {
    std::string round;
    std::string network;
    std::int64_t number = 1;  ///< of the group in its round
    std::string person;
    std::string theme;
    std::string outbox;
};
void insert(db::Connection& in, const Place& place);
std::optional<Place> find_by_outbox(db::Connection& in, std::string_view outbox);
/// Ids of the others in that group.
std::vector<std::string> others_of(db::Connection& in, const Place& place);

/// Somebody one was told of, and who was told of one.
struct Acquaintance {
    Time paired_at;
    std::string name;
    std::string organisation;  ///< name, "" when none
    std::string theme;
};
/// Those who are still members with an open account, newest first.
std::vector<Acquaintance> acquaintances_of(db::Connection& in, std::string_view network,
                                           std::string_view person);

}  // namespace kring::acquaintance
