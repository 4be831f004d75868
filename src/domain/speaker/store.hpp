// SPDX-License-Identifier: EUPL-1.2
// The SQL of guest speakers, and of the files they handed in. What is found by id is found without asking
// who reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/speaker/guest.hpp"
#include "platform/db/db.hpp"

namespace kring::speaker {

std::optional<Guest> find(db::Connection& in, std::string_view id);

/// Whose link this is: one that works at this moment, of a session that is still there.
std::optional<Guest> find_by_token(db::Connection& in, std::string_view token, Time when);

/// Of all sessions of a workshop, in the order of the agenda.
std::vector<Guest> of_workshop(db::Connection& in, std::string_view workshop);
bool has_guests(db::Connection& in, std::string_view workshop);
bool is_invited(db::Connection& in, std::string_view session, std::string_view email);

/// `by`: id of who invites.
void insert(db::Connection& in, const Guest& guest, std::string_view by);
/// What a guest says of themselves, their talk and their consent.
void update(db::Connection& in, const Guest& guest);

/// Another link in place of the one there was; without a hash there is none.
void set_link(db::Connection& in, std::string_view id, std::string_view token_hash, Time expires_at);
void set_opened(db::Connection& in, std::string_view id, Time when);

/// Puts a file in the place of the one with the same purpose.
void put_file(db::Connection& in, std::string_view guest, const Kept& file, std::string bytes, Time when);
/// False when there was none.
bool drop_file(db::Connection& in, std::string_view guest, Purpose purpose);
void set_photo_alt(db::Connection& in, std::string_view guest, std::string_view alt);

/// The bytes under a hash; "" when there are none.
std::string bytes_of(db::Connection& in, std::string_view hash);

}  // namespace kring::speaker
