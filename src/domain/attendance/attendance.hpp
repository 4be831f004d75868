// SPDX-License-Identifier: EUPL-1.2
// Who was there: the attendance of one person, or of a guest without an account, at a workshop, and
// the rules that hold for it whoever asks. There is a row while somebody counts as having come.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/registration/registration.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::attendance {

using registration::Pool;

/// By whom it was noted: a facilitator's tick, a facilitator's scan, or the person with the room's code.
enum class How { ticked, scanned, self };
inline constexpr How hows[] = {How::ticked, How::scanned, How::self};
std::string_view word(How how);
std::optional<How> how_of(std::string_view word);

inline constexpr std::size_t guest_name_length_max = 120;
inline constexpr std::size_t guest_organisation_length_max = 160;
inline constexpr std::int64_t guests_max = 500;  ///< of one workshop

struct Attendance {
    std::string id;
    std::string workshop;
    std::string person;        ///< id, "" for a guest
    std::string organisation;  ///< id of the one of that day, "" for none and for a guest
    std::string guest_name;
    std::string guest_organisation;
    Pool pool = Pool::room;
    How how = How::ticked;
    bool is_walk_in = false;  ///< came without a place; took part because they came
    Time came_at;
    std::string left_at;  ///< clock in Amsterdam, "" when they stayed

    bool is_guest() const { return person.empty(); }
};

/// Everything wrong with what was typed about a guest; fields guest_name and guest_organisation.
Problems problems_of_guest(std::string_view name, std::string_view organisation);

/// What people are sorted by: surname first, without tussenvoegsels, capitals or accents; then the whole
/// name. "Anna de Wit" stands under w, "Jan van 't Hoff" under h.
std::string sort_key(std::string_view name);

/// Whether the workshop is on this day of Amsterdam; never so without a day.
bool is_on(const workshop::Workshop& workshop, Time when);

}  // namespace kring::attendance
