// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room; pages.cpp has their routes.
#pragma once

#include "domain/contribution/contribution.hpp"
#include "domain/desk/visit.hpp"

namespace kring::contribution {

web::Response list_questions(const desk::Visit& visit);
web::Response new_question(const desk::Visit& visit);
web::Response post_question(const desk::Visit& visit);
web::Response show_question(const desk::Visit& visit);
web::Response edit_question(const desk::Visit& visit);
web::Response post_edited_question(const desk::Visit& visit);
web::Response post_vote(const desk::Visit& visit);
web::Response show_key_form(const desk::Visit& visit);
web::Response post_key(const desk::Visit& visit);

web::Response post_answer(const desk::Visit& visit);
web::Response edit_answer(const desk::Visit& visit);
web::Response post_edited_answer(const desk::Visit& visit);
web::Response post_acceptance(const desk::Visit& visit);
web::Response post_check(const desk::Visit& visit);
web::Response outdate_answer(const desk::Visit& visit);
web::Response post_outdated(const desk::Visit& visit);

web::Response list_cases(const desk::Visit& visit);
web::Response show_case(const desk::Visit& visit);
web::Response new_case(const desk::Visit& visit);
web::Response post_case(const desk::Visit& visit);
web::Response edit_case(const desk::Visit& visit);
web::Response post_edited_case(const desk::Visit& visit);

web::Response list_lessons(const desk::Visit& visit);
web::Response show_lesson(const desk::Visit& visit);
web::Response new_lesson(const desk::Visit& visit);
web::Response post_lesson(const desk::Visit& visit);
web::Response edit_lesson(const desk::Visit& visit);
web::Response post_edited_lesson(const desk::Visit& visit);

web::Response post_withdrawal(const desk::Visit& visit);
web::Response post_restoration(const desk::Visit& visit);

/// The answer form on the question's page, after an answer that would not do.
web::Response question_page(const desk::Visit& visit, const AnswerDraft& draft, const Problems& problems,
                            bool is_preview);

}  // namespace kring::contribution
