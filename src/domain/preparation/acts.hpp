// SPDX-License-Identifier: EUPL-1.2
// The menu: sending a message, wording it at the moment it leaves, and saying what one wants to discuss.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/journal.hpp"
#include "domain/letters/acts.hpp"
#include "domain/people/people.hpp"
#include "domain/preparation/message.hpp"

namespace kring::preparation {

/// Everybody of the group by name, with why some of them will not get it.
std::vector<Reached> reach(db::Connection& in, const Subject& subject, People people, Time when);

/// Sends it: one row in the outbox for each who gets it, and what went to whom is kept. `shown`: print_of()
/// what was looked at; `conflict` at "shown" when that is not so any more, so that it is looked at again.
/// The same form sent twice is sent once: the second time hands back the first message. Facilitators only.
Result<Message> send(const Act& act, const Subject& subject, Message wanted, std::string_view shown);

/// Fills in whom it is for, subject and text for one reader; `unsubscribe` must be there already. What may
/// not travel by mail is told of by a link alone.
void word_for(const letters::Letterhead& head, const Subject& subject, const Message& message,
              const people::Person& reader, mail::Message& mail);

/// A message in the outbox that this room sent, as it may leave at this moment, or why not; nothing when
/// it is another room's.
std::optional<letters::Written> write(db::Connection& in, const letters::Letterhead& head,
                                      const journal::Waiting& waiting, Time when);

/// A question of a workshop, as a choice.
struct Discussable {
    std::string id;
    std::string title;
    std::string language;
    std::int64_t votes = 0;
    bool is_own = false;     ///< asked under one's own name: it counts already
    bool is_chosen = false;  ///< the reader votes for it
};
/// Open questions of the workshop that the actor may read, the most wanted first; at most 100.
std::vector<Discussable> discussables(db::Connection& in, const Actor& actor, std::string_view workshop,
                                      Time when);

/// Votes for those of `shown` that are chosen and takes the votes for the others back. What is no question
/// of this workshop that one may vote for is left alone. `forbidden` for who is no member.
Result<Done> choose_to_discuss(const Act& act, std::string_view workshop,
                               const std::vector<std::string>& shown, const std::vector<std::string>& chosen);

}  // namespace kring::preparation
