// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/pages.hpp"

#include "domain/contribution/acts.hpp"
#include "domain/contribution/page_functions.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"

namespace kring::contribution {

web::Response post_withdrawal(const desk::Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return withdraw(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn"), "withdrawn");
}

web::Response post_restoration(const desk::Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return restore(act, id); });
    if (!done) return desk::trouble(visit, done.problems());
    const auto record = visit.read([&](db::Connection& in) { return chain::find(in, id); });
    return desk::go(visit, desk::address_of(visit.language, record.value()), "restored");
}

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        // questions
        {Method::get, "/vragen", list_questions, Rule::everyone},
        {Method::get, "/vragen/nieuw", new_question, Rule::signed_in},
        {Method::post, "/vragen/nieuw", post_question, Rule::signed_in},
        {Method::get, "/vragen/sleutel", show_key_form, Rule::signed_in},
        {Method::post, "/vragen/sleutel", post_key, Rule::signed_in},
        {Method::get, "/vragen/{id}", show_question, Rule::everyone},
        {Method::get, "/vragen/{id}/bewerken", edit_question, Rule::signed_in},
        {Method::post, "/vragen/{id}/bewerken", post_edited_question, Rule::signed_in},
        {Method::post, "/vragen/{id}/stem", post_vote, Rule::signed_in},
        {Method::post, "/vragen/{id}/aanvaarding", post_acceptance, Rule::signed_in},
        // answers
        {Method::post, "/vragen/{id}/antwoorden", post_answer, Rule::signed_in},
        {Method::get, "/antwoorden/{id}/bewerken", edit_answer, Rule::signed_in},
        {Method::post, "/antwoorden/{id}/bewerken", post_edited_answer, Rule::signed_in},
        {Method::post, "/antwoorden/{id}/controle", post_check, Rule::signed_in},
        {Method::get, "/antwoorden/{id}/veroudering", outdate_answer, Rule::signed_in},
        {Method::post, "/antwoorden/{id}/veroudering", post_outdated, Rule::signed_in},
        // cases
        {Method::get, "/praktijk", list_cases, Rule::everyone},
        {Method::get, "/praktijk/nieuw", new_case, Rule::signed_in},
        {Method::post, "/praktijk/nieuw", post_case, Rule::signed_in},
        {Method::get, "/praktijk/{id}", show_case, Rule::everyone},
        {Method::get, "/praktijk/{id}/bewerken", edit_case, Rule::signed_in},
        {Method::post, "/praktijk/{id}/bewerken", post_edited_case, Rule::signed_in},
        // lessons
        {Method::get, "/leerpunten", list_lessons, Rule::everyone},
        {Method::get, "/leerpunten/nieuw", new_lesson, Rule::signed_in},
        {Method::post, "/leerpunten/nieuw", post_lesson, Rule::signed_in},
        {Method::get, "/leerpunten/{id}", show_lesson, Rule::everyone},
        {Method::get, "/leerpunten/{id}/bewerken", edit_lesson, Rule::signed_in},
        {Method::post, "/leerpunten/{id}/bewerken", post_edited_lesson, Rule::signed_in},
        // any of them
        {Method::post, "/keten/{id}/intrekking", post_withdrawal, Rule::signed_in},
        {Method::post, "/keten/{id}/herstel", post_restoration, Rule::signed_in},
    };
}

}  // namespace kring::contribution
