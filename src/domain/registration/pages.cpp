// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/pages.hpp"

#include "domain/registration/page_functions.hpp"

namespace kring::registration {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/bijeenkomsten/{id}/inschrijven", show_place, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/inschrijven", post_registration, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/inschrijven/afzegging", post_cancellation, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/inschrijven/aanvaarding", post_acceptance, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/inschrijven/wensen", post_needs, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/inschrijvingen", show_registrations, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/inschrijvingen", post_on_behalf, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/inschrijvingen/bewerken", edit_terms, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/inschrijvingen/bewerken", post_terms, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/inschrijvingen/{nummer}", show_registration, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/inschrijvingen/{nummer}/overslaan", post_passing_over,
         Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/inschrijvingen/{nummer}/herstel", post_putting_back,
         Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/inschrijvingen/{nummer}/afzegging",
         post_cancellation_by_facilitator, Rule::signed_in},
    };
}

}  // namespace kring::registration
