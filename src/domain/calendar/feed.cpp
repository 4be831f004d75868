// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/feed.hpp"

#include <map>

#include "domain/calendar/event.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::calendar {

namespace {

constexpr int feed_events_most = 2000;

/// Names of the networks that the reader may see, by id.
using Names = std::map<std::string, std::string>;

Names names_for(db::Connection& in, const Asking& asking) {
    Names names;
    for (const network::Network& one : network::all(in, asking.who)) {
        names[one.id] = network::name(one, html::code(asking.language));
    }
    return names;
}

std::string named(const Names& names, const std::string& network) {
    const auto found = names.find(network);
    return found == names.end() ? "" : found->second;
}

workshop::Dated wanted_by(const Asking& asking) {
    workshop::Dated wanted;
    wanted.since = amsterdam_day(asking.when - feed_past_ms);
    wanted.most = feed_events_most;
    return wanted;
}

icalendar::Calendar calendar_of(db::Connection& in, const Asking& asking, const workshop::Dated& wanted,
                                const std::string& name) {
    const Names names = names_for(in, asking);
    icalendar::Calendar calendar;
    calendar.name = name;
    calendar.language = html::code(asking.language);
    for (const workshop::Workshop& one : workshop::dated(in, asking.who, wanted, asking.when)) {
        calendar.events.push_back(
            event_of(asking.site, asking.language, one, named(names, one.record.network)));
    }
    return calendar;
}

}  // namespace

std::string public_feed(db::Connection& in, const desk::Site& site, html::Language language, Time when,
                        const FeedOf& of) {
    const Actor everyone;
    const Asking asking{site, language, everyone, when};
    workshop::Dated wanted = wanted_by(asking);
    wanted.network = of.network;
    return icalendar::written(calendar_of(in, asking, wanted, of.name));
}

std::string personal_feed(db::Connection& in, const Asking& asking, const std::vector<Deadline>& deadlines) {
    workshop::Dated wanted = wanted_by(asking);
    wanted.of_own = true;
    wanted.with_withdrawn = true;
    icalendar::Calendar calendar =
        calendar_of(in, asking, wanted, asking.site.phrases.say("calendar.feed.own", asking.language));
    for (const Deadline& deadline : deadlines) calendar.events.push_back(event_of(asking, deadline));
    return icalendar::written(calendar);
}

std::string workshop_file(db::Connection& in, const Asking& asking, const workshop::Workshop& workshop) {
    const std::string network = named(names_for(in, asking), workshop.record.network);
    icalendar::Calendar calendar;
    calendar.language = html::code(asking.language);
    calendar.events = {event_of(asking.site, asking.language, workshop, network)};
    return icalendar::written(calendar);
}

web::Response answer_for_everyone(std::string feed) {
    web::Response response = web::bytes(std::move(feed), icalendar::media_type);
    response.is_personal = false;
    response.with("Cache-Control", "no-cache");
    return response;
}

web::Response answer_for_one(std::string feed) {
    const std::string tag = "\"" + sha256_hex(feed) + "\"";
    web::Response response = web::bytes(std::move(feed), icalendar::media_type);
    response.with("Cache-Control", "private, no-cache").with("ETag", tag);
    return response;
}

web::Response no_feed(const desk::Visit& visit) {
    return web::plain(404, visit.say("calendar.feed.none") + "\n");
}

}  // namespace kring::calendar
