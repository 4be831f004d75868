// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with registrations. Each change of state is one line in the journal
// and one letter in the outbox, in the transaction that made it. Acts run one after the other, also
// over several nodes, and each settles the whole line before and after itself: so what holds after one
// holds after all. Deadlines are judged by the clock of the server, at the moment of the act; who comes
// first is decided by the number of arrival alone.
#pragma once

#include <string>
#include <string_view>

#include "domain/desk/visit.hpp"
#include "domain/registration/registration.hpp"

namespace kring::registration {

struct Wish {
    std::string workshop;
    std::string person;  ///< "" for oneself
    std::string pool;    ///< word, as typed
    Needs needs;
};

/// Takes a registration and places it: confirmed while there is a place that nobody waits for, waiting
/// otherwise. Whoever is registered already keeps what they have, and nothing happens. `forbidden` for
/// who is no member, and on behalf of somebody else for who is no facilitator; `conflict` when it is
/// closed (to all but facilitators) or the workshop is cancelled or has begun.
Result<Registration> register_for(const Act& act, const desk::Site& site, const Wish& wish);

/// Ends one's own registration, in whatever state, also an offer one does not want; a place that it held
/// goes to who is next. Nothing happens when it had ended already. `not_found` without one; `conflict`
/// once the workshop has begun.
Result<Done> cancel(const Act& act, const desk::Site& site, std::string_view workshop);

/// The same for the registration with this number; facilitators only, and also afterwards.
Result<Done> cancel_numbered(const Act& act, const desk::Site& site, std::string_view workshop,
                             std::int64_t number);

/// Takes the place one was offered. `conflict` when the offer is over by the clock, or went to somebody
/// else by then, or the workshop is cancelled; nothing happens when the place is one's own already.
Result<Done> accept(const Act& act, const desk::Site& site, std::string_view workshop);

/// Says anew what one eats or needs. `conflict` without an active registration.
Result<Done> change_needs(const Act& act, const desk::Site& site, std::string_view workshop,
                          const Needs& needs);

/// Opens, closes and changes the number of places; each place more goes to who is next. Places given out
/// are not taken back: `conflict` at a number below that. The first time, whoever was chosen as
/// participant before gets a confirmed place. Facilitators only; the workshop needs a day.
Result<Done> set_terms(const Act& act, const desk::Site& site, const Terms& wanted);

/// Lets somebody who waits come after everybody who is not passed over. They read the reason, which is
/// therefore needed. Facilitators only; `conflict` when they do not wait (any more).
Result<Done> pass_over(const Act& act, const desk::Site& site, std::string_view workshop, std::int64_t number,
                       std::string_view reason);

/// Undoes that: they stand in line by their number again.
Result<Done> put_back(const Act& act, const desk::Site& site, std::string_view workshop, std::int64_t number);

// For jobs. The first halves only look, so that a job that finds nothing writes nothing.

bool has_places_to_pass_on(db::Connection& in, Time when);
/// Ends every offer whose time is over and passes the places on. Returns how many workshops were settled.
Result<int> pass_on_places(const Act& act, const desk::Site& site);

bool has_registrations_to_tend(db::Connection& in, Time when);
/// Ends the registrations of who may not come any more, tells that a workshop is cancelled or takes place
/// after all, posts reminders a week and a day before, from
/// eight in the morning, and deletes needs 14 days after. Returns how much it did.
Result<int> tend_registrations(const Act& act, const desk::Site& site);

}  // namespace kring::registration
