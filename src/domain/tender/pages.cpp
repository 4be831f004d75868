// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/pages.hpp"

#include "domain/tender/page_functions.hpp"

namespace kring::tender {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/aanbestedingen", list_all, Rule::everyone},
        {Method::get, "/netwerken/{netwerk}/aanbestedingen", list_of_network, Rule::everyone},
        {Method::get, "/netwerken/{netwerk}/aanbestedingen/nieuw", new_tender, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/aanbestedingen/nieuw", post_new_tender, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}", show_tender, Rule::everyone},
        {Method::get, "/aanbestedingen/{id}/bewerken", edit_about, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/bewerken", post_about, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/criteria", edit_criteria, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/criteria", post_criteria, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/formule", edit_scoring, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/formule", post_scoring, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/markt", edit_market, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/markt", post_market, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/verwachting", edit_expected, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/verwachting", post_expected, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/simulator", show_simulator, Rule::everyone},
        {Method::post, "/aanbestedingen/{id}/gewicht", post_weight, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/doorrekening", post_run, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/doorrekening/stop", post_cancellation, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/kopie", post_copy, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/intrekking", post_withdrawal, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/herstel", post_restoration, Rule::signed_in},
    };
}

}  // namespace kring::tender
