// SPDX-License-Identifier: EUPL-1.2
#include "domain/letters/pages.hpp"

#include "domain/letters/page_functions.hpp"

namespace kring::letters {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/mijn/post", show_choices, Rule::signed_in},
        {Method::post, "/mijn/post", post_choices, Rule::signed_in},
        {Method::get, "/mijn/post/antwoorden/{id}", show_held, Rule::signed_in},
        {Method::post, "/mijn/post/antwoorden/{id}", post_held, Rule::signed_in},
        {Method::post, "/mijn/post/antwoorden/{id}/verwijdering", post_discard, Rule::signed_in},
        // Mail programs press this button themselves, without a session or a form of ours (RFC 8058).
        {Method::get, "/post/uitschrijven/{sleutel}", show_stop, Rule::everyone},
        {Method::post, "/post/uitschrijven/{sleutel}", post_stop, Rule::everyone, desk::Forms::anybodys},
    };
}

}  // namespace kring::letters
