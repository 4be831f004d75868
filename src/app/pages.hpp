// SPDX-License-Identifier: EUPL-1.2
// The pages that belong to no single room: home, sign-in, one's own things, administration, search,
// the chain, and what every public site must say.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::app {

std::vector<desk::Route> sign_in_routes();
std::vector<desk::Route> account_routes();
std::vector<desk::Route> admin_routes();
std::vector<desk::Route> home_routes();
std::vector<desk::Route> search_routes();
std::vector<desk::Route> chain_routes();
std::vector<desk::Route> about_routes();
std::vector<desk::Route> own_calendar_routes();
std::vector<desk::Route> workshop_routes();

/// For a GET that needs a session: 303 to the sign-in page, which leads back here.
web::Response sign_in_first(const desk::Visit& visit);

/// For a POST whose session has ended: the sign-in form, carrying along all that was typed.
web::Response interrupted(const desk::Visit& visit);

/// For a POST with the token of an earlier session: what was typed, and a button to send it after all.
web::Response resend(const desk::Visit& visit);

}  // namespace kring::app
