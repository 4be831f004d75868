// SPDX-License-Identifier: EUPL-1.2
// Addresses that are proof by themselves: one that takes a person's answers to one question, and one
// that stops a list with one POST. Each holds the id of a row and a seal over that row's fields, so
// that nobody makes one up, and none can be bent to another person, question or date.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.hpp"
#include "platform/db/db.hpp"
#include "platform/html/phrases.hpp"

namespace kring::letters {

/// What letters need of the installation.
struct Letterhead {
    const html::Phrases& phrases;
    std::string site_name;
    std::string public_address;  ///< "https://kring.example"
    std::string mail_from;       ///< our own address; its domain ends our Message-IDs
    std::string reply_address;   ///< "antwoord@kring.example"; "" when answers by mail are not taken
    std::string authserv;        ///< name by which our mail server signs its checks; "" when it makes none
};

/// The key of all seals; made when there is none yet.
std::string make_key(db::Connection& in, Time when);
/// "" when there is none yet.
std::string find_key(db::Connection& in);

struct ReplyAddress {
    std::string id;
    std::string person;
    std::string question;
    Time expires_at;
};

/// "antwoord+ID.SEAL@kring.example"
std::string written(const Letterhead& head, std::string_view key, const ReplyAddress& address);

/// What stands between "+" and "@" of an address of this installation; "" of any other.
std::string_view token_in(const Letterhead& head, std::string_view email);

/// The address that the token is the whole of, with its seal unbroken; expired ones too.
std::optional<ReplyAddress> find_reply_address(db::Connection& in, std::string_view token);

/// One list that one person can stop.
struct Stop {
    std::string id;  ///< of the row with their choice
    std::string person;
    std::string network;  ///< "" for the weekly overview
};
std::string written(std::string_view key, const Stop& stop);
std::optional<Stop> find_stop(db::Connection& in, std::string_view token);

/// "ict.kring.example"; of a closed network, whose name is not for the road, a code in its place.
std::string list_id(const Letterhead& head, std::string_view key, std::string_view network, bool is_open);

}  // namespace kring::letters
