// SPDX-License-Identifier: EUPL-1.2
#include "domain/outcome/pages.hpp"

#include "domain/outcome/page_functions.hpp"

namespace kring::outcome {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/rekenhulp/{id}", show_scenario, Rule::everyone},
        {Method::get, "/rekenhulp/{id}/getallen", show_figures, Rule::everyone},
        {Method::get, "/rekenhulp/{id}/beelden", show_pictures, Rule::everyone},
        {Method::post, "/rekenhulp/{id}/papier", post_paper, Rule::signed_in},
        {Method::get, "/rekenhulp/{id}/bestanden/{bestand}", send_file, Rule::everyone},
    };
}

}  // namespace kring::outcome
