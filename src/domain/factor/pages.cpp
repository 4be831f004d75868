// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/pages.hpp"

#include "domain/factor/page_functions.hpp"

namespace kring::factor {

std::vector<desk::Route> routes() {
    using desk::Forms;
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/kengetallen", show_sets, Rule::everyone},
        {Method::get, "/kengetallen/{reeks}/{versie}", show_version, Rule::everyone},
        {Method::get, "/kengetallen/{reeks}/{versie}/kengetallen.csv", send_table, Rule::everyone},
        {Method::get, "/kengetallen/{reeks}/{versie}/{rij}", show_row, Rule::everyone},
        {Method::get, "/beheer/kengetallen", manage_sets, Rule::administrator},
        {Method::post, "/beheer/kengetallen", post_files, Rule::administrator, Forms::ours_with_files},
        {Method::get, "/beheer/kengetallen/nieuw", new_own, Rule::administrator},
        {Method::post, "/beheer/kengetallen/nieuw", post_new_own, Rule::administrator},
        {Method::get, "/beheer/kengetallen/{reeks}/{versie}", manage_version, Rule::administrator},
        {Method::get, "/beheer/kengetallen/{reeks}/{rij}/bewerken", edit_own, Rule::administrator},
        {Method::post, "/beheer/kengetallen/{reeks}/{rij}/bewerken", post_own, Rule::administrator},
        {Method::post, "/beheer/kengetallen/{reeks}/{rij}/intrekking", post_own_withdrawal,
         Rule::administrator},
    };
}

}  // namespace kring::factor
