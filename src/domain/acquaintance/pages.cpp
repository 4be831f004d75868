// SPDX-License-Identifier: EUPL-1.2
#include "domain/acquaintance/pages.hpp"

#include "domain/acquaintance/page_functions.hpp"

namespace kring::acquaintance {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/netwerken/{netwerk}/kennismaken", show_wish, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/kennismaken", post_wish, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/kennismaken/intrekking", post_stop, Rule::signed_in},
        {Method::get, "/netwerken/{netwerk}/kennismaken/paren", show_pairs, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/kennismaken/paren", post_pairs, Rule::signed_in},
    };
}

}  // namespace kring::acquaintance
