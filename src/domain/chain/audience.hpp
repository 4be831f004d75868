// SPDX-License-Identifier: EUPL-1.2
// The one audience rule (R13). Pages, lists, search, counts, feeds, mail and exports all ask
// here: may_read for one record in hand, `readable` for the same rule as a condition in SQL.
// A test compares the two on every combination.
//
// Rule: an open record is read by its audience; a withdrawn one by nobody but its owner, for 30
// days, to undo it. A record with a parent is read only where the parent is open. Its owner always
// reads an own record. "purchasers" are members on the purchasers' side, and advisers who
// facilitate, edit or check for the network; never anyone on the suppliers' side. A working summary
// is read by its network's editors and facilitators alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"
#include "domain/journal/actor.hpp"
#include "platform/db/db.hpp"

namespace kring::chain {

/// Whether the actor may read this record (whose `readers` are filled). Looks the parent's state up
/// in the database when it has one.
bool may_read(db::Connection& in, const Actor& actor, const Record& record, Time when);

/// A record the actor may read, or `not_found` for one that is absent or closed alike (R14).
Result<Record> find_readable(db::Connection& in, const Actor& actor, std::string_view id, Time when);

/// A condition on `records r` (alias r, or another) that is true for what the actor may read. Adds
/// its parameters to `params` and numbers them from there; so call it after adding your own.
std::string readable(const Actor& actor, Time when, std::vector<db::Param>& params,
                     std::string_view alias = "r");

/// Whether the actor may see a network's own pages (its audience is everyone, or member).
bool may_read_network(const Actor& actor, std::string_view network, bool is_public);

/// Networks whose purchasers' records the actor may read.
std::vector<std::string> purchaser_networks(const Actor& actor);

/// Audiences that an actor may choose for something new in a network: those they themselves belong
/// to ("everyone" only through an editor's publication or for facilitators and editors).
std::vector<Audience> audiences_open_to(const Actor& actor, std::string_view network);

/// For the line "Zichtbaar voor: …": phrase key and values, from the same rule.
struct VisibleFor {
    std::string phrase;                                       ///< "visible.everyone", "visible.network" …
    std::vector<std::pair<std::string, std::string>> values;  ///< name, count …
};
VisibleFor visible_for(db::Connection& in, const Record& record, std::string_view language);

}  // namespace kring::chain
