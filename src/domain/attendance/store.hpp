// SPDX-License-Identifier: EUPL-1.2
// The SQL of attendance: who came, who was expected. Nothing here asks who may; what is shown of
// others is for facilitators alone, but for what rooms built on present() show of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/attendance/attendance.hpp"
#include "domain/journal/actor.hpp"
#include "platform/db/db.hpp"

namespace kring::attendance {

/// Somebody with an account who is there now: came, and did not leave yet.
struct Present {
    std::string person;  ///< id
    std::string name;
    std::string organisation;   ///< id of the one of that day, "" for none
    Side side = Side::adviser;  ///< in the workshop's network; adviser for who is no member of it any more
    Pool pool = Pool::room;
};
/// Those with an account who are there now, by id. Guests without an account are not among them.
std::vector<Present> present(db::Connection& in, std::string_view workshop);

std::optional<Attendance> find(db::Connection& in, std::string_view workshop, std::string_view person);
std::optional<Attendance> find_by_id(db::Connection& in, std::string_view id);

/// Inserts it; or changes pool, how, came_at and left_at of the one with this id.
void put(db::Connection& in, const Attendance& attendance);
void drop(db::Connection& in, std::string_view id);

std::int64_t count_guests(db::Connection& in, std::string_view workshop);

/// Somebody on the list: expected, or come, or both.
struct Listed {
    std::string person;  ///< id, "" for a guest
    std::string name;
    std::string organisation;     ///< name
    std::string organisation_id;  ///< "" for none and for a guest
    std::optional<Side> side;     ///< none for a guest and who is no member
    Pool pool = Pool::room;       ///< where they came, else where they are expected
    std::string registration;     ///< id of their confirmed registration, "" without one
    bool is_expected = false;
    std::optional<Attendance> attendance;
};
/// All who are expected or came, by sort_key.
std::vector<Listed> listed(db::Connection& in, std::string_view workshop);

/// Members of the network who neither are expected nor came, by sort_key: they may walk in.
std::vector<Listed> other_members(db::Connection& in, std::string_view workshop, std::string_view network);

}  // namespace kring::attendance
