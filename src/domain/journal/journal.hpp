// SPDX-License-Identifier: EUPL-1.2
// The journal: every act leaves one line in the transaction that did it, tied to the line
// before by its hash, so that a line changed, dropped or moved shows (R34, BIO2 8.15).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/actor.hpp"
#include "platform/base/time.hpp"
#include "platform/db/db.hpp"

namespace kring {

/// Who, when, and in which transaction: all the context an act gets.
struct Act {
    Actor who;
    Time when;
    db::Connection& in;
    std::string origin;  ///< "web", "cli", "job" or "mail"
};

}  // namespace kring

namespace kring::journal {

struct Line {
    std::int64_t sequence = 0;
    std::string at;
    std::string actor;   ///< person id, "" for an anonymous act, "operator" for the command line
    std::string word;    ///< "question.asked"
    std::string object;  ///< record or person id
    std::string result;  ///< "done" or "refused"
    std::string origin;
    std::string detail;  ///< never text that somebody wrote, never a secret
    std::string previous_hash;
    std::string hash;
};

/// Writes one line. Call it last in the act.
void record(const Act& act, std::string_view word, std::string_view object, std::string_view detail = "");

/// For an act whose author must leave no trace (R19): no actor, the day in place of the moment.
void record_anonymously(const Act& act, std::string_view word, std::string_view object);

/// For an act that was refused, in a transaction of its own.
void record_refusal(const Act& act, std::string_view word, std::string_view object, std::string_view detail);

/// Newest first, from `before` (exclusive; 0 for the newest) at most `most`.
std::vector<Line> lines(db::Connection& in, std::int64_t before, int most, std::string_view actor = "",
                        std::string_view object = "");

/// Oldest first, after `sequence` (exclusive), at most `most`.
std::vector<Line> lines_after(db::Connection& in, std::int64_t sequence, int most);

/// Sequence of the last line, 0 when there is none.
std::int64_t last_sequence(db::Connection& in);

struct Verdict {
    std::int64_t lines = 0;
    std::int64_t first_bad = 0;  ///< sequence of the first line that does not fit; 0 when whole
    std::string why;
    std::string head;  ///< hash of the last line
};

/// Walks the whole chain. `anchor_sequence`/`anchor_hash`: a head noted earlier, to find a cut-off tail.
Verdict verify(db::Connection& in, std::int64_t anchor_sequence = 0, std::string_view anchor_hash = "");

/// Puts a message in the outbox, in this transaction; hands back its id. A message whose words are made
/// when it is sent (domain/letters) has no subject and no body yet.
struct Letter {
    std::string person;  ///< "" when the addressee has no account
    std::string to_name;
    std::string to_email;
    std::string language;
    std::string subject;
    std::string body;
    std::string calendar = {};  ///< iCalendar that goes along; "" for none
};
std::string post(const Act& act, const Letter& letter);

}  // namespace kring::journal
