// SPDX-License-Identifier: EUPL-1.2
// What a program reads: the feeds that are for everyone, and the file of one workshop.
#include "domain/calendar/feed.hpp"
#include "domain/calendar/page_functions.hpp"
#include "domain/chain/audience.hpp"
#include "domain/desk/frame.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::calendar {

web::Response show_public_feed(const desk::Visit& visit) {
    const std::string name = visit.say("calendar.feed.all", {{"site", visit.site.name}});
    return answer_for_everyone(visit.read([&](db::Connection& in) {
        return public_feed(in, visit.site, visit.language, visit.when, {"", name});
    }));
}

// The same whoever asks: a calendar has no session. Members find a closed network in their own feed.
web::Response show_network_feed(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) {
        const auto network = network::find_visible(in, Actor{}, visit.request.part("netwerk"));
        if (!network) return desk::not_found(visit);
        const std::string name = network::name(*network, visit.code());
        return answer_for_everyone(
            public_feed(in, visit.site, visit.language, visit.when, {network->id, name}));
    });
}

web::Response show_workshop_file(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) {
        const auto record = chain::find_readable(in, visit.who, visit.request.part("id"), visit.when);
        const auto workshop = record ? workshop::find(in, record->id) : std::nullopt;
        const bool has_day = workshop && !workshop->day.empty() && !workshop->record.is_withdrawn;
        if (!has_day) return desk::not_found(visit);
        const Asking asking{visit.site, visit.language, visit.who, visit.when};
        web::Response response = web::bytes(workshop_file(in, asking, *workshop), icalendar::media_type,
                                            workshop->record.id + ".ics");
        response.is_personal = visit.who.is_signed_in();
        return response;
    });
}

}  // namespace kring::calendar
