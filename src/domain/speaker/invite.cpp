// SPDX-License-Identifier: EUPL-1.2
// Inviting, and the link that lets a guest in.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/people/letters.hpp"
#include "domain/people/people.hpp"
#include "domain/speaker/acts.hpp"
#include "domain/speaker/may.hpp"
#include "domain/speaker/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::speaker {

namespace {

Problem not_found() { return Problem{Trouble::not_found, "problem.not_found", "", {}}; }
Problem forbidden() { return Problem{Trouble::forbidden, "problem.forbidden", "", {}}; }

// A guest whose session the actor reads and runs.
Result<Guest> find_own(const Act& act, std::string_view id) {
    const auto guest = find(act.in, id);
    if (!guest || !chain::find_readable(act.in, act.who, guest->session, act.when)) return not_found();
    if (!may_invite(act.who, guest->network)) return forbidden();
    return *guest;
}

void post_link(const Act& act, const desk::Site& site, const Guest& guest) {
    const std::string token = new_token();
    set_link(act.in, guest.id, sha256_hex(token), act.when + link_ms);
    const html::Language language = people::language_of(guest.language);
    const auto session = workshop::find_session(act.in, guest.session).value();
    const auto workshop = workshop::find(act.in, session.workshop()).value();
    const std::string link = site.public_address + desk::address(language, "/spreker") + "?t=" + token;
    const html::PhraseValues values = {{"name", guest.name},
                                       {"site", site.name},
                                       {"contact", site.contact_email},
                                       {"session", in_language(session.title(), language).text},
                                       {"workshop", in_language(workshop.title(), language).text},
                                       {"when", workshop::moment_in_words(site.phrases, language, workshop)},
                                       {"link", link},
                                       {"days", std::to_string(link_ms / day_ms)}};
    journal::post(act, {"", guest.name, guest.email, guest.language,
                        site.phrases.say("speaker.letter.subject", language, values),
                        site.phrases.say("speaker.letter.body", language, values)});
}

}  // namespace

Result<std::string> invite(const Act& act, const desk::Site& site, const Invitation& wanted) {
    TRY(record, chain::find_readable(act.in, act.who, wanted.session, act.when));
    if (record.kind != chain::Kind::session) return not_found();
    if (!may_invite(act.who, record.network)) return forbidden();
    if (record.is_withdrawn) return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    Guest guest;
    guest.email = people::canonical_email(wanted.email);
    guest.name = wanted.name;
    const Problems problems = problems_of_invitation(guest.name, guest.email);
    if (!problems.empty()) return problems;
    if (is_invited(act.in, record.id, guest.email))
        return Problem{Trouble::conflict, "speaker.problem.invited", "email", {}};
    guest.id = new_id(act.when);
    guest.session = record.id;
    guest.language = wanted.language == "en" ? "en" : "nl";
    guest.invited_at = act.when;
    insert(act.in, guest, act.who.person);
    post_link(act, site, guest);
    journal::record(act, "guest.invited", guest.id);
    return guest.id;
}

Result<Done> renew_link(const Act& act, const desk::Site& site, std::string_view id) {
    TRY(guest, find_own(act, id));
    post_link(act, site, guest);
    journal::record(act, "guest.link_renewed", guest.id);
    return Done{};
}

Result<Done> revoke_link(const Act& act, std::string_view id) {
    TRY(guest, find_own(act, id));
    set_link(act.in, guest.id, "", act.when);
    journal::record(act, "guest.link_revoked", guest.id);
    return Done{};
}

Result<std::string> use_link(const Act& act, std::string_view token) {
    const auto guest = find_by_token(act.in, token, act.when);
    if (!guest) return Problem{Trouble::not_found, "speaker.problem.link_gone", "", {}};
    set_opened(act.in, guest->id, act.when);
    journal::record(act, "guest.came_in", guest->id);
    return guest->id;
}

}  // namespace kring::speaker
