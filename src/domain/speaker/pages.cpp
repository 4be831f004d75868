// SPDX-License-Identifier: EUPL-1.2
#include "domain/speaker/pages.hpp"

#include "domain/speaker/page_functions.hpp"

namespace kring::speaker {

std::vector<desk::Route> routes() {
    using desk::Forms;
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/bijeenkomsten/{id}/gastsprekers", show_guests, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/gastsprekers", post_invitation, Rule::signed_in},
        {Method::post, "/gastsprekers/{id}/link", post_renewal, Rule::signed_in},
        {Method::post, "/gastsprekers/{id}/intrekking", post_revocation, Rule::signed_in},
        {Method::post, "/gastsprekers/{id}/passages", post_showing, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/sprekers", list_talks, Rule::everyone},
        {Method::get, "/gastsprekers/{id}/foto", send_photo, Rule::everyone},
        {Method::get, "/gastsprekers/{id}/presentatie", send_slides, Rule::everyone},
        {Method::get, "/spreker", show_link, Rule::everyone},
        {Method::post, "/spreker", post_link, Rule::everyone},
        {Method::post, "/spreker/afmelden", post_departure, Rule::everyone},
        {Method::get, "/spreker/overzicht", show_portal, Rule::everyone},
        {Method::get, "/spreker/verhaal", show_talk, Rule::everyone},
        {Method::post, "/spreker/verhaal", post_talk, Rule::everyone},
        {Method::get, "/spreker/toestemming", show_consent, Rule::everyone},
        {Method::post, "/spreker/toestemming", post_consent, Rule::everyone},
        {Method::get, "/spreker/foto", show_photo, Rule::everyone},
        {Method::post, "/spreker/foto", post_photo, Rule::everyone, Forms::ours_with_files},
        {Method::post, "/spreker/foto/verwijdering", post_photo_removal, Rule::everyone},
        {Method::get, "/spreker/foto/bestand", send_own_photo, Rule::everyone},
        {Method::get, "/spreker/presentatie", show_slides, Rule::everyone},
        {Method::post, "/spreker/presentatie", post_slides, Rule::everyone, Forms::ours_with_files},
        {Method::post, "/spreker/presentatie/verwijdering", post_slides_removal, Rule::everyone},
        {Method::get, "/spreker/presentatie/bestand", send_own_slides, Rule::everyone},
        {Method::get, "/spreker/passages", show_passages, Rule::everyone},
        {Method::post, "/spreker/passages", post_passage, Rule::everyone},
    };
}

}  // namespace kring::speaker
