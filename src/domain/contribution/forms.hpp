// SPDX-License-Identifier: EUPL-1.2
// The forms of this room: read what was typed, show it again with what is wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/contribution/contribution.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"

namespace kring::contribution {

QuestionDraft read_question(const web::Fields& fields);
AnswerDraft read_answer(const web::Fields& fields, std::string_view question);
CaseDraft read_case(const web::Fields& fields);
LessonDraft read_lesson(const web::Fields& fields);

/// What stands in a form before anybody typed: from the record itself.
QuestionDraft draft_of(const Question& question);
AnswerDraft draft_of(const Answer& answer);
CaseDraft draft_of(const Case& one);
LessonDraft draft_of(const Lesson& lesson);

/// `is_new`: with network, workshop and the choice to be anonymous, which do not change afterwards, and
/// kept as a draft while it is typed.
desk::Form question_form(const desk::Visit& visit, std::string action, const QuestionDraft& draft,
                         bool is_new);
desk::Form answer_form(const desk::Visit& visit, std::string action, const AnswerDraft& draft, bool is_new);
desk::Form case_form(const desk::Visit& visit, std::string action, const CaseDraft& draft, bool is_new);
desk::Form lesson_form(const desk::Visit& visit, std::string action, const LessonDraft& draft, bool is_new);

/// A page around a form: title, an optional preview of the Markdown above it, rows of similar questions.
struct FormPage {
    std::string title_key;
    std::string section;
    std::vector<desk::Crumb> crumbs;
    html::Html preview;
    html::List similar;
    int status = 200;
};
web::Response show_form(const desk::Visit& visit, const FormPage& page, const desk::Form& form);

/// What was typed before and kept; or the fields of this request.
web::Fields kept_fields(const desk::Visit& visit, std::string_view form, std::string_view about);

/// Answers "keep as draft" for any form; nothing when that button was not used.
std::optional<web::Response> keep_if_asked(const desk::Visit& visit, std::string_view form,
                                           std::string_view about, std::string_view title);

/// The status of a form that is shown again.
int status_of(const Problems& problems);

}  // namespace kring::contribution
