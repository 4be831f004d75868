// SPDX-License-Identifier: EUPL-1.2
#include "domain/report/pages.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "domain/report/may.hpp"
#include "domain/report/page_functions.hpp"
#include "domain/report/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::report {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/bijeenkomsten/{id}/verslag", show_draft, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/verslag/bewerken", edit_draft, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/verslag/bewerken", post_draft, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/verslag/verzoek", ask_checks, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/verslag/verzoek", post_asked_check, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/verslag/controle", show_check, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/verslag/controle", post_check, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/verslag/vaststelling", ask_fixing, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/verslag/vaststelling", post_fixing, Rule::signed_in},
        {Method::get, "/verslagen/{id}", show_report, Rule::everyone},
        {Method::post, "/verslagen/{id}/samenvattingen", post_into_summary, Rule::signed_in},
        {Method::post, "/verslagen/{id}/intrekking", post_withdrawal, Rule::signed_in},
        {Method::post, "/verslagen/{id}/herstel", post_restoration, Rule::signed_in},
    };
}

void add_doors(const desk::Visit& visit, std::string_view id, workshop::Beside& beside) {
    visit.read([&](db::Connection& in) {
        const auto record = chain::find_readable(in, visit.who, id, visit.when);
        if (!record) return;
        const auto fixed = of_workshop(in, visit.who, id, visit.when);
        if (!fixed.empty())
            beside.read.push_back({desk::address(visit, "/verslagen/{id}", {fixed.front().record.id}),
                                   visit.say("report.title")});
        const auto workshop = workshop::find(in, id);
        if (workshop->is_cancelled() || !evaluation::is_over(*workshop, visit.when)) return;
        const workshop::Door draft = {desk::address(visit, "/bijeenkomsten/{id}/verslag", {id}),
                                      visit.say("report.door.draft")};
        if (may_edit(visit.who, *record))
            beside.plan.push_back(draft);
        else if (may_see_draft(visit.who, *record) && fixed.empty())
            beside.read.push_back(draft);
    });
}

}  // namespace kring::report
