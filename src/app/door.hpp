// SPDX-License-Identifier: EUPL-1.2
// The door: every request comes in here. It finds the route, the session and the actor, keeps out
// forged forms and floods, and turns whatever breaks inside into a calm page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/house.hpp"
#include "domain/desk/visit.hpp"
#include "platform/web/router.hpp"

namespace kring::app {

class Door {
public:
    /// Throws std::logic_error on two routes that clash or an address word without a translation.
    Door(House& house, std::vector<desk::Route> routes);

    web::Response answer(const web::Request& request);
    /// Whether this request goes to a form that takes files. Whoever comes from such a form has a cookie.
    bool takes_files(const web::Request& request) const;

    web::Response refuse(int status, const web::Request& as_far_as_known);

private:
    web::Response serve(web::Request& request);
    web::Response at_route(desk::Visit& visit, const desk::Route& route);
    web::Response read_page(desk::Visit& visit, const desk::Route& route);
    web::Response post_page(desk::Visit& visit, const desk::Route& route);
    void recognise(desk::Visit& visit, db::Connection& in, std::string& stale_token);
    web::Response for_program(desk::Visit& visit, const desk::Route& route);
    std::string allowed(std::string_view path) const;  ///< methods of a known path
    bool is_flood(const desk::Visit& visit);

    House& house_;
    std::vector<desk::Route> routes_;
    web::Router router_;
};

/// Every route of the house; reading it is reading the product.
std::vector<desk::Route> all_routes();

}  // namespace kring::app
