// SPDX-License-Identifier: EUPL-1.2
#include "domain/evaluation/pages.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "domain/evaluation/may.hpp"
#include "domain/evaluation/page_functions.hpp"
#include "domain/evaluation/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::evaluation {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/bijeenkomsten/{id}/evaluatie", show_form, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/evaluatie", post_form, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/evaluatie/uitkomsten", show_results, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/evaluatie/verzoek", show_asking, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/evaluatie/verzoek", post_asking, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/evaluatie/antwoorden.csv", show_csv, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/evaluatie/antwoorden.ods", show_ods, Rule::signed_in},
    };
}

void add_doors(const desk::Visit& visit, std::string_view id, workshop::Beside& beside) {
    visit.read([&](db::Connection& in) {
        const auto record = chain::find_readable(in, visit.who, id, visit.when);
        if (!record || (!may_answer(visit.who, *record) && !may_see(visit.who, *record))) return;
        const auto asked = find_asked(in, id);
        if (asked && is_open(*asked, visit.when) && may_answer(visit.who, *record))
            beside.join.push_back({desk::address(visit, "/bijeenkomsten/{id}/evaluatie", {id}),
                                   visit.say("evaluation.door.answer")});
        const auto workshop = workshop::find(in, id);
        if (may_see(visit.who, *record) && is_over(*workshop, visit.when))
            beside.plan.push_back({desk::address(visit, "/bijeenkomsten/{id}/evaluatie/uitkomsten", {id}),
                                   visit.say("evaluation.door.results")});
    });
}

}  // namespace kring::evaluation
