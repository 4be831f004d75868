// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/pages.hpp"

#include "domain/scenario/page_functions.hpp"

namespace kring::scenario {

std::vector<desk::Route> routes() {
    using desk::Forms;
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/rekenhulp", show_start, Rule::everyone},
        {Method::get, "/rekenhulp/nieuw", new_scenario, Rule::signed_in},
        {Method::post, "/rekenhulp/nieuw", post_new_scenario, Rule::signed_in},
        {Method::get, "/rekenhulp/nieuw/inventaris", ask_inventory, Rule::signed_in},
        {Method::post, "/rekenhulp/nieuw/inventaris", post_inventory, Rule::signed_in,
         Forms::ours_with_files},
        {Method::get, "/rekenhulp/{id}/vloot", edit_fleet, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/vloot", post_fleet, Rule::signed_in},
        {Method::get, "/rekenhulp/{id}/routes", edit_routes, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/routes", post_routes, Rule::signed_in},
        {Method::get, "/rekenhulp/{id}/aannames", edit_assumptions, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/aannames", post_assumptions, Rule::signed_in},
        {Method::get, "/rekenhulp/{id}/aannames/{getal}", edit_figure, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/aannames/{getal}", post_figure, Rule::signed_in},
        {Method::get, "/rekenhulp/{id}/bewerken", edit_words, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/bewerken", post_words, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/kopie", post_copy, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/berekening", post_computation, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/stop", post_stop, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/intrekking", post_withdrawal, Rule::signed_in},
        {Method::post, "/rekenhulp/{id}/herstel", post_restoration, Rule::signed_in},
    };
}

}  // namespace kring::scenario
