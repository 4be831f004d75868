// SPDX-License-Identifier: EUPL-1.2
// A registration for a workshop, and the terms on which places are given out: the things, and the
// rules that hold for them whoever asks. Places come in two pools, the room and online, that never
// wait for each other; an organisation's maximum counts in each of them by itself.
//
//   requested ─→ confirmed | waiting ─→ offered (until) ─→ confirmed | expired      any ─→ cancelled
//
// Nothing rests in `requested`: the act that takes a registration places it at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/workshop/workshop.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::registration {

enum class Pool { room, online };
inline constexpr Pool pools[] = {Pool::room, Pool::online};
std::string_view word(Pool pool);
std::optional<Pool> pool_of(std::string_view word);

enum class State { confirmed, waiting, offered, expired, cancelled };
inline constexpr State states[] = {State::confirmed, State::waiting, State::offered, State::expired,
                                   State::cancelled};
std::string_view word(State state);
std::optional<State> state_of(std::string_view word);

bool holds_place(State state);  ///< confirmed or offered: counts against the places there are
bool is_active(State state);    ///< holds a place, or waits for one

inline constexpr std::int64_t places_max = 10000;
inline constexpr std::size_t needs_length_max = 500;
inline constexpr std::size_t reason_length_max = 500;

/// How long an offer stands, and how long before the workshop that becomes short.
inline constexpr std::int64_t offer_ms = 24 * hour_ms;
inline constexpr std::int64_t short_offer_ms = 2 * hour_ms;

/// Days after the workshop on which needs are deleted; what people are promised.
inline constexpr int needs_days = 14;

struct Terms {
    std::string workshop;  ///< id
    bool is_open = false;  ///< members may register; facilitators always may, on somebody's behalf
    std::int64_t room_places = 0;
    std::int64_t online_places = 0;
    std::optional<std::int64_t> organisation_most;  ///< places of one organisation in each pool
    std::int64_t last_number = 0;                   ///< given out so far

    std::int64_t places(Pool pool) const { return pool == Pool::room ? room_places : online_places; }
};

/// Everything wrong with the terms, fields named as in the form; what was given out already is not asked
/// here.
Problems problems_of(const Terms& terms);

struct Needs {
    std::string diet;
    std::string access;

    bool empty() const { return diet.empty() && access.empty(); }
};

Problems problems_of(const Needs& needs);

struct Registration {
    std::string id;
    std::string workshop;
    std::string person;
    std::string organisation;  ///< id of the one at the moment of registering, "" for none
    Pool pool = Pool::room;
    State state = State::waiting;
    std::int64_t number = 0;      ///< of arrival at the server, from 1: the order of the waiting list
    bool is_passed_over = false;  ///< comes after everybody who is not
    std::string reason;           ///< why passed over; the person reads it
    std::optional<Time> offered_until;
    Time changed_at;
    std::string reminded;            ///< "", "week" or "day": the last reminder that was posted
    bool is_told_cancelled = false;  ///< knows by letter that the workshop will not take place
};

/// When the workshop begins; at the end of its day when it has no hour. Nothing without a day.
std::optional<Time> beginning_of(const workshop::Workshop& workshop);

/// Whether it is too late to register or to be offered a place. Never so without a day.
bool has_begun(const workshop::Workshop& workshop, Time when);

/// Until when an offer made now stands: a day, two hours on the day before and on the day itself, and
/// never past the beginning.
Time offer_until(const workshop::Workshop& workshop, Time when);

/// Whole days in Amsterdam from the moment to the day of the workshop, which it must have; negative
/// afterwards.
int days_until(const workshop::Workshop& workshop, Time when);

/// The day on which needs are deleted; "" without a day of the workshop.
std::string needs_deleted_on(const workshop::Workshop& workshop);

}  // namespace kring::registration
