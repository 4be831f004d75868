// SPDX-License-Identifier: EUPL-1.2
// Somebody's own calendar, read by its secret link: workshops, and the deadlines of every room.
#include <array>

#include "app/pages.hpp"
#include "domain/calendar/feed.hpp"
#include "domain/calendar/store.hpp"
#include "domain/commitment/deadlines.hpp"
#include "domain/contribution/deadlines.hpp"
#include "domain/people/people.hpp"
#include "domain/registration/deadlines.hpp"
#include "domain/topic/deadlines.hpp"

namespace kring::app {

namespace {

// A room that has something to be done before a moment adds a line.
constexpr std::array<calendar::DeadlineSource, 4> deadline_sources = {
    registration::deadlines, topic::deadlines, contribution::deadlines, commitment::deadlines};

// Whoever knows the link is let in as its owner, for this reading alone; a session plays no part.
web::Response show_own_feed(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) {
        const std::string owner = calendar::owner_of_link(in, visit.request.part("sleutel"));
        const auto who = people::actor_of(in, owner);
        if (!who) return calendar::no_feed(visit);
        const calendar::Asking asking{visit.site, visit.language, *who, visit.when};
        std::vector<calendar::Deadline> deadlines;
        for (const calendar::DeadlineSource source : deadline_sources) {
            for (calendar::Deadline& deadline : source(in, asking)) deadlines.push_back(std::move(deadline));
        }
        return calendar::answer_for_one(calendar::personal_feed(in, asking, deadlines));
    });
}

}  // namespace

std::vector<desk::Route> own_calendar_routes() {
    return {{web::Method::get, "/agenda/{sleutel}/kring.ics", show_own_feed, desk::Rule::everyone}};
}

}  // namespace kring::app
