// SPDX-License-Identifier: EUPL-1.2
// Feeds: whole calendars that Outlook, Google and Apple read anew every few hours. Each is made from the
// tables at every reading, through the audience rule; nothing of one is kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/deadline.hpp"
#include "domain/workshop/workshop.hpp"

namespace kring::calendar {

/// How long ago a workshop may be to stand in a feed. A cancelled one stays as long, to be seen.
inline constexpr std::int64_t feed_past_ms = 365 * day_ms;

/// Which workshops a feed holds: of all networks or of one.
struct FeedOf {
    std::string network;  ///< id, "" for all
    std::string name;     ///< of the calendar
};

/// What everyone may see, whoever asks.
std::string public_feed(db::Connection& in, const desk::Site& site, html::Language language, Time when,
                        const FeedOf& of);

/// Somebody's own: the workshops of their networks and those they take part in, and these deadlines.
std::string personal_feed(db::Connection& in, const Asking& asking, const std::vector<Deadline>& deadlines);

/// One workshop that has a day, to be added to a calendar.
std::string workshop_file(db::Connection& in, const Asking& asking, const workshop::Workshop& workshop);

/// A feed as an answer: everyone's, and somebody's own, which nothing on the way may keep. With the tag of
/// its content, so that an unchanged one is not sent again.
web::Response answer_for_everyone(std::string feed);
web::Response answer_for_one(std::string feed);

/// The same for a link that never was, was revoked, or whose owner may not come in.
web::Response no_feed(const desk::Visit& visit);

}  // namespace kring::calendar
