// SPDX-License-Identifier: EUPL-1.2
#include "domain/workshop/pages.hpp"

#include "domain/workshop/page_functions.hpp"

namespace kring::workshop {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/netwerken", list_networks, Rule::everyone},
        {Method::get, "/netwerken/{netwerk}", show_network, Rule::everyone},
        {Method::get, "/netwerken/{netwerk}/reeksen/nieuw", new_series, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/reeksen/nieuw", post_new_series, Rule::signed_in},
        {Method::get, "/netwerken/{netwerk}/reeksen/opzet", new_outline, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/reeksen/opzet", post_outline, Rule::signed_in},
        {Method::get, "/netwerken/{netwerk}/reeksen/{nummer}", show_series, Rule::everyone},
        {Method::get, "/netwerken/{netwerk}/reeksen/{nummer}/bewerken", edit_series, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/reeksen/{nummer}/bewerken", post_series, Rule::signed_in},
        {Method::get, "/bijeenkomsten/nieuw", new_workshop, Rule::signed_in},
        {Method::post, "/bijeenkomsten/nieuw", post_new_workshop, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/bewerken", edit_workshop, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/bewerken", post_workshop, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/kopie", new_copy, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/kopie", post_copy, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/deelnemers", show_participants, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/deelnemers", post_participants, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/afgelasting", new_cancellation, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/afgelasting", post_cancellation, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/afgelasting/intrekking", post_reinstatement, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/intrekking", post_withdrawal, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/herstel", post_restoration, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/onderdelen/nieuw", new_session, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/onderdelen/nieuw", post_new_session, Rule::signed_in},
        {Method::get, "/onderdelen/{id}", show_session, Rule::everyone},
        {Method::get, "/onderdelen/{id}/bewerken", edit_session, Rule::signed_in},
        {Method::post, "/onderdelen/{id}/bewerken", post_session, Rule::signed_in},
        {Method::post, "/onderdelen/{id}/intrekking", post_withdrawal, Rule::signed_in},
        {Method::post, "/onderdelen/{id}/herstel", post_restoration, Rule::signed_in},
    };
}

}  // namespace kring::workshop
