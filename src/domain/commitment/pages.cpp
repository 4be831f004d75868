// SPDX-License-Identifier: EUPL-1.2
#include "domain/commitment/pages.hpp"

#include "domain/commitment/page_functions.hpp"

namespace kring::commitment {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/bijeenkomsten/{id}/afspraken", list_of_workshop, Rule::everyone},
        {Method::get, "/bijeenkomsten/{id}/afspraken/nieuw", new_commitment, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/afspraken/nieuw", post_new_commitment, Rule::signed_in},
        {Method::get, "/netwerken/{netwerk}/reeksen/{nummer}/afspraken", list_of_series, Rule::everyone},
        {Method::get, "/afspraken/{id}", show_commitment, Rule::signed_in},
        {Method::get, "/afspraken/{id}/bewerken", edit_commitment, Rule::signed_in},
        {Method::post, "/afspraken/{id}/bewerken", post_commitment, Rule::signed_in},
        {Method::get, "/afspraken/{id}/klaar", ask_result, Rule::signed_in},
        {Method::post, "/afspraken/{id}/klaar", post_result, Rule::signed_in},
        {Method::get, "/afspraken/{id}/vervallen", ask_reason, Rule::signed_in},
        {Method::post, "/afspraken/{id}/vervallen", post_reason, Rule::signed_in},
        {Method::post, "/afspraken/{id}/heropening", post_reopening, Rule::signed_in},
        {Method::post, "/afspraken/{id}/intrekking", post_withdrawal, Rule::signed_in},
        {Method::post, "/afspraken/{id}/herstel", post_restoration, Rule::signed_in},
    };
}

}  // namespace kring::commitment
