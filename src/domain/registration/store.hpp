// SPDX-License-Identifier: EUPL-1.2
// The SQL of registrations: terms, the line of who came when, and needs. Nothing here asks who may;
// what is shown of others is for facilitators alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/registration/registration.hpp"
#include "platform/db/db.hpp"

namespace kring::registration {

std::optional<Terms> find_terms(db::Connection& in, std::string_view workshop);

/// Makes or changes the terms; the numbers given out stay.
void put_terms(db::Connection& in, const Terms& terms);

/// The next number of arrival; the first is 1.
std::int64_t take_number(db::Connection& in, std::string_view workshop);

std::optional<Registration> find(db::Connection& in, std::string_view workshop, std::string_view person);
std::optional<Registration> find_numbered(db::Connection& in, std::string_view workshop, std::int64_t number);

/// Inserts the registration, or puts it in the place of the one this person has for this workshop.
void put(db::Connection& in, const Registration& registration);

/// Places of a pool that are confirmed or offered; of one organisation when that is not "".
std::int64_t places_held(db::Connection& in, std::string_view workshop, Pool pool,
                         std::string_view organisation = "");

/// The most places that any one organisation holds in the pool.
std::int64_t most_held_by_one(db::Connection& in, std::string_view workshop, Pool pool);

/// Who is next: the first in line whose organisation has not yet all it may have.
std::optional<Registration> first_waiting(db::Connection& in, const Terms& terms, Pool pool);

/// How many stand before this one on the waiting list of its pool, and itself.
std::int64_t position_of(db::Connection& in, const Registration& waiting);

/// Offers for which the workshop's people had until now, by number.
std::vector<Registration> overdue_offers(db::Connection& in, std::string_view workshop, Time when);
/// Every offer of the workshop, by number.
std::vector<Registration> offers_of(db::Connection& in, std::string_view workshop);
/// Open workshops with an overdue offer; none that is cancelled.
std::vector<std::string> workshops_overdue(db::Connection& in, Time when);
/// Open workshops, today or later and not cancelled, where somebody waits while there is a free place in that
/// pool.
std::vector<std::string> workshops_with_room(db::Connection& in, std::string_view today);

/// Active registrations, of open workshops that are not over, of who is no member any more or was
/// suspended.
std::vector<Registration> lapsed(db::Connection& in, std::string_view today);

/// Confirmed registrations for open workshops, not cancelled, from one day to another.
std::vector<Registration> confirmed_between(db::Connection& in, std::string_view first_day,
                                            std::string_view last_day);

/// Active registrations, for open workshops that are not over, of who does not know yet that the workshop
/// is cancelled, or that it will take place after all.
std::vector<Registration> untold(db::Connection& in, std::string_view today);
void set_told_cancelled(db::Connection& in, std::string_view registration, bool is_told);
void set_reminded(db::Connection& in, std::string_view registration, std::string_view reminded);

Needs needs_of(db::Connection& in, std::string_view registration);
/// Keeps what somebody needs; nothing is kept of somebody who needs nothing.
void put_needs(db::Connection& in, std::string_view registration, const Needs& needs);
/// Workshops up to this day, or withdrawn before this moment, of which needs are still kept.
std::vector<std::string> workshops_with_old_needs(db::Connection& in, std::string_view last_day,
                                                  Time withdrawn_before);
std::int64_t drop_needs_of_workshop(db::Connection& in, std::string_view workshop);

/// A registration as its facilitator sees it.
struct Listed {
    Registration registration;
    std::string name;
    std::string organisation;  ///< name of the one registered for
    Needs needs;
};
inline constexpr int listed_per_page = 100;

/// Those in one of these states: whoever holds a place first, then by how they stand in line. `page` from 1.
std::vector<Listed> list(db::Connection& in, std::string_view workshop, const std::vector<State>& among,
                         int page);
std::optional<Listed> find_listed(db::Connection& in, std::string_view workshop, std::int64_t number);

/// Those who take part or are offered a place, and said what they need, by name.
std::vector<Listed> with_needs(db::Connection& in, std::string_view workshop);

/// How many there are of each.
struct Tally {
    std::int64_t counts[2][5] = {};  ///< by pool and state

    std::int64_t of(Pool pool, State state) const {
        return counts[static_cast<std::size_t>(pool)][static_cast<std::size_t>(state)];
    }
    std::int64_t of(State state) const { return of(Pool::room, state) + of(Pool::online, state); }
    std::int64_t held(Pool pool) const { return of(pool, State::confirmed) + of(pool, State::offered); }
};
Tally tally(db::Connection& in, std::string_view workshop);

/// Whose registration for the workshop is active, by id.
std::vector<std::string> active_people(db::Connection& in, std::string_view workshop);

/// A person's own active registrations, by day.
std::vector<Registration> active_of(db::Connection& in, std::string_view person);

}  // namespace kring::registration
