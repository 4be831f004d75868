// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/pages.hpp"

#include "domain/calendar/page_functions.hpp"

namespace kring::calendar {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/agenda", show_calendar, Rule::everyone},
        {Method::get, "/agenda.ics", show_public_feed, Rule::everyone},
        {Method::get, "/netwerken/{netwerk}/agenda.ics", show_network_feed, Rule::everyone},
        {Method::get, "/bijeenkomsten/{id}/agenda.ics", show_workshop_file, Rule::everyone},
        {Method::get, "/mijn/agenda", show_link, Rule::signed_in},
        {Method::post, "/mijn/agenda", post_link, Rule::signed_in},
        {Method::post, "/mijn/agenda/intrekking", post_revocation, Rule::signed_in},
    };
}

}  // namespace kring::calendar
