// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/pages.hpp"

#include "domain/breakout/page_functions.hpp"

namespace kring::breakout {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/bijeenkomsten/{id}/tafels", show_own, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/tafels/zaal", show_room, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/tafels/indeling", show_plan, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/tafels/indeling", post_step, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/tafels/opzet", edit_setup, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/tafels/opzet", post_setup, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/tafels/oogst", show_plenary, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/tafels/oogst", post_plenary, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/tafels/{tafel}/bewerken", edit_table, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/tafels/{tafel}/bewerken", post_table, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/tafels/{tafel}/notities/{ronde}", show_notes, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/tafels/{tafel}/notities/{ronde}", post_note, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/tafels/notities/{leerpunt}", edit_note, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/tafels/notities/{leerpunt}", post_changed_note, Rule::signed_in},
    };
}

}  // namespace kring::breakout
