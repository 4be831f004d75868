// SPDX-License-Identifier: EUPL-1.2
// The menu: what facilitators do with guest speakers, and what these do themselves. A guest has no account:
// the page that knows their link hands over their id. Each act leaves one line in the journal.
#pragma once

#include <string>
#include <string_view>

#include "domain/desk/visit.hpp"
#include "domain/speaker/guest.hpp"

namespace kring::speaker {

/// Whom a facilitator invites.
struct Invitation {
    std::string session;
    std::string name;
    std::string email;
    std::string language;  ///< "nl" or "en"
};

/// Invites, and posts the link. Hands back the guest's id. `forbidden` for who is no facilitator,
/// `not_found` when they cannot read the session, `conflict` at "email" for who was invited already.
Result<std::string> invite(const Act& act, const desk::Site& site, const Invitation& invitation);

/// Posts a new link; the one before works no more.
Result<Done> renew_link(const Act& act, const desk::Site& site, std::string_view id);

/// From now on no link works; what the guest brought stays, as far as they agreed.
Result<Done> revoke_link(const Act& act, std::string_view id);

/// The guest comes in. Hands back their id; `not_found` for a link that does not work (any more).
Result<std::string> use_link(const Act& act, std::string_view token);

/// What the guest tells: of their talk and themselves.
Result<Done> tell(const Act& act, std::string_view id, const Talk& talk);

/// How they are named and what they agree to; taking back works at once.
Result<Done> agree(const Act& act, std::string_view id, const Guest& wanted);

/// Keeps a file that was accepted, in place of an earlier one. A photo needs its words.
struct HandedIn {
    Purpose purpose = Purpose::slides;
    std::string kind;
    std::string name;
    std::string bytes;
    std::string alt;
};
Result<Done> hand_in(const Act& act, std::string_view id, HandedIn file);
Result<Done> describe_photo(const Act& act, std::string_view id, std::string_view alt);

/// Nothing happens when there is none.
Result<Done> take_back(const Act& act, std::string_view id, Purpose purpose);

/// For jobs: forgets bytes that nobody refers to.
Result<int> drop_orphans(db::Connection& in);

}  // namespace kring::speaker
