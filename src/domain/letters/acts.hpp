// SPDX-License-Identifier: EUPL-1.2
// The menu: what people choose, what jobs post and write, and what comes in by mail.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/journal/journal.hpp"
#include "domain/journal/outbox.hpp"
#include "domain/letters/letters.hpp"
#include "domain/letters/seal.hpp"
#include "platform/mail/mail.hpp"

namespace kring::letters {

// Choosing

/// Keeps what somebody chose; `invalid` for a network they are no member of, or a day that is none.
Result<Done> choose(const Act& act, const Choices& choices);

/// Stops the list that this token of an address is for, whoever asks (RFC 8058); hands back what was
/// stopped. `not_found` for any other token. Twice is once.
Result<Stop> stop(const Act& act, std::string_view token);

// Posting: for jobs

/// Posts a letter about each question and answer that the journal tells of since the last time, to every
/// member who may read it and wants it. Hands back how many letters.
Result<int> announce(const Act& act);

/// Whether the journal holds anything that announce() has not read yet.
bool has_news(db::Connection& in);

/// Posts the overview of the day to those who chose it and for whom something happened, some tens of
/// people at a time. Hands back how many were posted.
Result<int> make_digests(const Act& act);

/// Whether anybody has not had the overview of this day yet.
bool has_due_digests(db::Connection& in, Time when);

// Writing: just before sending

/// A message as it may be sent at this moment, or why not.
struct Written {
    std::optional<mail::Message> message;
    std::string withheld;          ///< "person", "rights", "choice" or "empty"; "" when there is a message
    std::string record;            ///< what it is about, "" for an overview or for no letter at all
    bool keeps_day_alone = false;  ///< about an anonymous question: no moment is kept (R19)
};

/// Words the message in the reader's language, after asking anew whether they may read what it is about
/// and still want it. A message with words of its own is handed on as it is. The date is left empty.
Written write(db::Connection& in, const Letterhead& head, const journal::Waiting& waiting, Time when);

/// Takes a message that may not be sent out of the outbox.
Result<Done> withhold(const Act& act, std::string_view outbox_id, const Written& why);

// Answers by mail

/// What the mail server does with a message, and says to whoever sent it.
enum class Reaction {
    placed,   ///< taken as an answer
    held,     ///< taken; its person is asked whether they wrote it
    silence,  ///< taken and dropped: an answer would go to a robot, or to somebody who wrote nothing
    bounce,   ///< sent back with a text
    wait,     ///< to be offered again later
};
struct Received {
    Reaction reaction = Reaction::silence;
    std::string why;   ///< a word for the journal: "seal", "automatic: list", "closed" …
    std::string text;  ///< of a bounce, in ASCII, with its enhanced status code (RFC 3463)
};

/// Judges a message and does with it what it deserves, all in one transaction, journalled.
Received receive(db::Database& database, const Letterhead& head, std::string_view bytes, Time when);

/// Says that one did write an answer that was held: it becomes an answer. `not_found` for anybody else's.
/// Hands back the answer's id.
Result<std::string> place_held(const Act& act, std::string_view id);
Result<Done> discard_held(const Act& act, std::string_view id);

/// Drops what has served its time: addresses, hashes, answers that were never confirmed.
Result<Done> drop_expired(db::Connection& in, Time when);

}  // namespace kring::letters
