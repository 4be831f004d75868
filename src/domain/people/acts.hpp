// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with persons and organisations. Acts that hash a password take
// the database instead of an Act, because hashing must not hold a transaction open.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/people/letters.hpp"
#include "domain/people/people.hpp"
#include "domain/people/sign_in.hpp"

namespace kring::people {

// Coming in and going out

struct Credentials {
    std::string email;
    std::string password;
};

/// Signs in with a password. A wrong password, an unknown address and a suspended person give the same
/// `invalid` in the same time (R7); `too_many` while tries must wait or the queue of hashes is full.
Result<Welcome> sign_in(db::Database& database, const Credentials& given, const Visitor& visitor, Time when);

/// Ends one's own session.
Result<Done> sign_out(const Act& act, std::string_view session_id);

/// Ends one of one's own sessions; `not_found` for anybody else's.
Result<Done> revoke_session(const Act& act, std::string_view session_id);
Result<Done> revoke_other_sessions(const Act& act, std::string_view but_session_id);

inline constexpr std::int64_t sign_in_link_ms = 15 * minute_ms;

/// Mails a link to sign in, if the address is somebody's; the answer is the same when it is not. Somebody
/// who never accepted an invitation gets that once more. `browser_token` binds the link to this browser.
/// `next`: a path of ours to go on to, carried in the link.
Result<Done> ask_for_link(const Act& act, const Stationery& stationery, std::string_view email,
                          const Visitor& visitor, std::string_view browser_token, std::string_view next = "");

/// Signs in with a mailed link, once. `conflict` in another browser than the one that asked, until
/// `is_confirmed`; `not_found` when the link is unknown, used or too old.
Result<Welcome> use_link(const Act& act, std::string_view token, const Visitor& visitor,
                         std::string_view browser_token, bool is_confirmed);

// Invitations

inline constexpr std::int64_t invitation_ms = 7 * day_ms;

struct Invitation {
    std::string email;
    std::string name;
    std::string organisation;  ///< id, "" for none
    std::string job;
    std::string language = "nl";
    std::optional<Membership> membership;
};

/// Makes a person who may come in and mails them a link; administrators only.
Result<Person> invite(const Act& act, const Stationery& stationery, const Invitation& invitation);

/// Mails a new link; `conflict` once accepted.
Result<Done> invite_again(const Act& act, const Stationery& stationery, std::string_view person_id);

/// Accepts: the person becomes active, with the password given or, when that is empty, without one.
Result<Welcome> accept_invitation(db::Database& database, std::string_view site_name, std::string_view token,
                                  std::string_view password, const Visitor& visitor, Time when);

// One's own account

/// Name, job and language.
Result<Done> change_own_details(const Act& act, std::string_view name, std::string_view job,
                                std::string_view language);

struct PasswordChange {
    std::string session_id;
    std::string current;  ///< not asked for in a fresh session by link
    std::string wanted;
};

/// Sets one's own password and ends all other sessions. The person is told by mail.
Result<Done> change_password(db::Database& database, const Stationery& stationery, const Actor& who,
                             const PasswordChange& change, Time when);

// Administration: `forbidden` unless administrator, or the machine's operator

Result<Organisation> make_organisation(const Act& act, std::string_view name, std::string_view kind);

/// Renames, or changes the kind; `conflict` when it would make suppliers of people on the purchasers' side.
Result<Done> change_organisation(const Act& act, std::string_view id, std::string_view name,
                                 std::string_view kind);

struct PersonChange {
    std::string name;
    std::string organisation;  ///< id, "" for none
    std::string job;
    std::string language = "nl";
    bool is_administrator = false;
};

/// Never changes one's own right of administration, nor takes it from the last active administrator.
/// Who gets or loses that right signs in anew.
Result<Done> change_person(const Act& act, std::string_view person_id, const PersonChange& change);

/// Closes the account: all sessions, links and known devices end at once. Not oneself, nor the last
/// active administrator.
Result<Done> suspend(const Act& act, std::string_view person_id);
Result<Done> reactivate(const Act& act, std::string_view person_id);

/// Makes somebody a member, or changes their side and roles. People of a supplier stand on the
/// suppliers' side and nowhere else.
Result<Done> set_membership(const Act& act, std::string_view person_id, const Membership& membership);
Result<Done> end_membership(const Act& act, std::string_view person_id, std::string_view network);

/// For the command line alone: makes an active administrator, or gives an existing person that right and
/// the password. Whoever runs the command owns the machine, so others may exist already.
Result<Person> first_administrator(const Act& act, std::string_view email, std::string_view name,
                                   std::string_view password);

/// For the command line alone: sets somebody's password and ends their sessions.
Result<Done> set_password(const Act& act, std::string_view email, std::string_view password);

// For the other files of this room, and for jobs

bool may_administer(const Actor& actor);

/// Checks what is common to every change of a person; adds Problems for name, job, language, organisation.
void check_person(db::Connection& in, const PersonChange& change, Problems& problems);

/// Whether somebody of this organisation may stand there; adds a Problem for "side" or "network" when not.
void check_membership(db::Connection& in, std::string_view organisation_id, const Membership& membership,
                      Problems& problems);

/// Writes the membership and its journal lines; everything was checked before.
void give_membership(const Act& act, std::string_view person_id, const Membership& membership);

/// Makes a link of this purpose ("sign_in", "invitation") and hands back its token. Earlier ones stay good:
/// somebody else who asks for a link must not spoil the one that is under way.
std::string make_link(const Act& act, std::string_view person_id, std::string_view purpose,
                      std::string_view browser_token);
void post_invitation(const Act& act, const Stationery& stationery, const Person& person);

void end_all_sessions(db::Connection& in, std::string_view person_id);

/// Drops sessions, links, tries and devices whose time is over.
Result<Done> drop_expired(db::Connection& in, Time when);

}  // namespace kring::people
