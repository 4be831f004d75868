// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with real bids. Who may not see them finds nothing here (`not_found`), as
// if there were none. The journal tells that something was done, never a price, a score or a name.
#pragma once

#include "domain/bid/account.hpp"
#include "domain/bid/bid.hpp"
#include "domain/desk/visit.hpp"
#include "domain/tender/typed.hpp"

namespace kring::bid {

/// A draft whose bids the actor may see; to run: its owner alone.
struct Room {
    tender::Tender tender;
    std::vector<Bid> bids;
    bool may_run = false;
};
Result<Room> find_room(db::Connection& in, const Actor& actor, std::string_view tender, Time when);

/// Owner: name, price, lot, and the scores agreed on (fields name price lot s1 r1 s2 …, by the criteria that
/// are no price, in order; an empty score is none). `too_many` beyond twelve. Returns the bid's id.
Result<std::string> enter(const Act& act, std::string_view tender, const tender::Typed& typed);
Result<Done> change(const Act& act, std::string_view tender, std::string_view bid,
                    const tender::Typed& typed);
Result<Done> remove(const Act& act, std::string_view tender, std::string_view bid);

/// Anyone who may see the bids: their own scores, in place of those they gave before; not of effects in kg,
/// which are not a matter of judgement.
Result<Done> assess(const Act& act, std::string_view tender, std::string_view bid,
                    const tender::Typed& typed);

/// Owner: who may see the bids (field "person", repeated); colleagues alone. Refused while the draft is for
/// its owner alone.
Result<Done> name_assessors(const Act& act, std::string_view tender, const web::Fields& fields);

/// Owner: signs the account as it stands. `seen`: the hash of the content that was shown; `conflict` when it
/// changed since. A later sheet needs a reason. Returns the number.
struct Signing {
    std::string seen;
    std::string reason;
    bool is_confirmed = false;
};
Result<std::int64_t> sign(const Act& act, const Wording& wording, std::string_view tender,
                          const Signing& signing);

/// What `seen` is compared with.
std::string seal_of(const Document& document);

}  // namespace kring::bid
