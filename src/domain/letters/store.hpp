// SPDX-License-Identifier: EUPL-1.2
// Rows to choices, letters, addresses and held answers, and back. Nothing here asks who may.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/letters/letters.hpp"
#include "domain/letters/seal.hpp"
#include "platform/db/db.hpp"

namespace kring::letters {

// What people chose

Choice choice_of_person(db::Connection& in, std::string_view person, std::string_view network);
int weekday_of_person(db::Connection& in, std::string_view person);
void put_choice(db::Connection& in, std::string_view person, std::string_view network, Choice choice,
                Time when);
/// An overview that begins, or begins again, tells what happened in the last week.
void put_weekday(db::Connection& in, std::string_view person, int weekday, Time when);

/// The row with a choice, to stop it by; made with the first choice when there is none yet. Network "" is
/// the weekly overview.
Stop make_stop(db::Connection& in, std::string_view person, std::string_view network, Time when);
std::optional<Stop> find_stop_of(db::Connection& in, std::string_view person, std::string_view network);
std::optional<Stop> stop_by_id(db::Connection& in, std::string_view id);

// Letters in the outbox

struct LetterRow {
    std::string id;
    Kind kind = Kind::question;
    std::string record;      ///< "" for an overview
    std::int64_t after = 0;  ///< an overview tells the lines of the journal after this one
    std::int64_t until = 0;  ///< up to and with this one
};
void insert(db::Connection& in, const LetterRow& row);
std::optional<LetterRow> find_letter(db::Connection& in, std::string_view outbox_id);

/// Up to which line of the journal has been announced.
std::int64_t announced(db::Connection& in);
void set_announced(db::Connection& in, std::int64_t sequence);

/// Ids of the members of a network whose accounts are open.
std::vector<std::string> active_members(db::Connection& in, std::string_view network);

/// Messages put in the outbox for somebody since then.
std::int64_t posted_since(db::Connection& in, std::string_view person, Time since);

/// Whether somebody asked this question or answered it.
bool takes_part_in(db::Connection& in, std::string_view person, std::string_view question);

/// Whether it was asked without a name.
bool is_anonymous(db::Connection& in, std::string_view question);

// The weekly overview

struct DueDigest {
    std::string person;
    std::int64_t after = 0;
};
/// Those who chose this day and have not had today's yet.
std::vector<DueDigest> due_digests(db::Connection& in, std::string_view day, int most, Time when);
void set_digested(db::Connection& in, std::string_view person, std::string_view day, std::int64_t until);

/// Records brought in between two lines of the journal that the actor may read now, of their networks,
/// without their own and without networks they want nothing of; in the order in which they came.
std::vector<chain::Record> news(db::Connection& in, const Actor& actor, std::int64_t after,
                                std::int64_t until, Time when);

// Answers by mail

ReplyAddress make_reply_address(db::Connection& in, std::string_view person, std::string_view question,
                                Time when);
std::optional<ReplyAddress> reply_address_of(db::Connection& in, std::string_view person,
                                             std::string_view question);
std::optional<ReplyAddress> reply_address(db::Connection& in, std::string_view id);

bool is_taken(db::Connection& in, std::string_view id);
void insert_reply(db::Connection& in, std::string_view id, std::string_view person, Time when);
std::int64_t replies_since(db::Connection& in, std::string_view person, Time since);

struct HeldReply {
    std::string id;
    std::string person;
    std::string question;
    std::string body;
    Time received_at;
};
void insert(db::Connection& in, const HeldReply& reply);
std::optional<HeldReply> held_reply(db::Connection& in, std::string_view id);
std::vector<HeldReply> held_replies_of(db::Connection& in, std::string_view person);
void drop_held_reply(db::Connection& in, std::string_view id);

}  // namespace kring::letters
