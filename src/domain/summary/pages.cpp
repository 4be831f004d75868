// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/pages.hpp"

#include "domain/summary/page_functions.hpp"

namespace kring::summary {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        // published
        {Method::get, "/publicaties", list_publications, Rule::everyone},
        {Method::get, "/publicaties.atom", show_feed, Rule::everyone},
        {Method::get, "/publicaties/{id}", show_newest, Rule::everyone},
        {Method::get, "/publicaties/{id}/{nummer}", show_version, Rule::everyone},
        {Method::get, "/publicaties/{id}/{nummer}/{bestand}", show_file, Rule::everyone},
        {Method::get, "/versies/{id}", go_to_version, Rule::everyone},
        // the working summary
        {Method::get, "/netwerken/{netwerk}/samenvattingen/nieuw", new_summary, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/samenvattingen/nieuw", post_new_summary, Rule::signed_in},
        {Method::get, "/samenvattingen/{id}", show_summary, Rule::signed_in},
        {Method::get, "/samenvattingen/{id}/bewerken", edit_summary, Rule::signed_in},
        {Method::post, "/samenvattingen/{id}/bewerken", post_summary, Rule::signed_in},
        {Method::get, "/samenvattingen/{id}/hoofdstukken/nieuw", new_chapter, Rule::signed_in},
        {Method::post, "/samenvattingen/{id}/hoofdstukken/nieuw", post_new_chapter, Rule::signed_in},
        {Method::get, "/samenvattingen/{id}/versies/nieuw", preview_freeze, Rule::signed_in},
        {Method::post, "/samenvattingen/{id}/versies/nieuw", post_freeze, Rule::signed_in},
        {Method::get, "/hoofdstukken/{id}/bewerken", edit_chapter, Rule::signed_in},
        {Method::post, "/hoofdstukken/{id}/bewerken", post_chapter, Rule::signed_in},
        {Method::post, "/hoofdstukken/{id}/volgorde", post_chapter_order, Rule::signed_in},
        {Method::post, "/hoofdstukken/{id}/verwijdering", post_chapter_removal, Rule::signed_in},
        {Method::get, "/hoofdstukken/{id}/stellingen/nieuw", new_statement, Rule::signed_in},
        {Method::post, "/hoofdstukken/{id}/stellingen/nieuw", post_new_statement, Rule::signed_in},
        {Method::get, "/stellingen/{id}/bewerken", edit_statement, Rule::signed_in},
        {Method::post, "/stellingen/{id}/bewerken", post_statement, Rule::signed_in},
        {Method::post, "/stellingen/{id}/volgorde", post_statement_order, Rule::signed_in},
        {Method::post, "/stellingen/{id}/verwijdering", post_statement_removal, Rule::signed_in},
        // sources and consent
        {Method::get, "/stellingen/{id}/bronnen", show_sources, Rule::signed_in},
        {Method::post, "/stellingen/{id}/bronnen", post_source, Rule::signed_in},
        {Method::post, "/stellingen/{id}/bronnen/verwijdering", post_source_removal, Rule::signed_in},
        {Method::post, "/stellingen/{id}/toestemming", post_question_to_owner, Rule::signed_in},
        {Method::get, "/toestemming/{id}", show_consent, Rule::signed_in},
        {Method::post, "/toestemming/{id}", post_consent, Rule::signed_in},
    };
}

}  // namespace kring::summary
