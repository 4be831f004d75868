// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/acts.hpp"
#include "domain/contribution/forms.hpp"
#include "domain/contribution/lists.hpp"
#include "domain/contribution/may.hpp"
#include "domain/contribution/page_functions.hpp"
#include "domain/contribution/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/drafts.hpp"
#include "platform/html/markdown.hpp"

namespace kring::contribution {

namespace {

std::vector<desk::Crumb> crumbs_to(const desk::Visit& visit, const std::string& question) {
    return {{visit.say("menu.questions"), desk::address(visit, "/vragen")},
            {visit.say("kind.question"), desk::address(visit, "/vragen/{id}", {question})}};
}

std::optional<Answer> readable_answer(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) -> std::optional<Answer> {
        const auto record = readable_record(in, visit, chain::Kind::answer);
        return record ? find_answer(in, *record) : std::nullopt;
    });
}

web::Response back_to_question(const desk::Visit& visit, const std::string& question,
                               const std::string& answer, std::string_view message) {
    return desk::go(visit, desk::address(visit, "/vragen/{id}", {question}) + "#" + answer, message);
}

desk::Form outdate_form(const desk::Visit& visit, const std::string& id, std::string_view why) {
    desk::Form form(visit, desk::address(visit, "/antwoorden/{id}/veroudering", {id}),
                    "contribution.outdate");
    desk::Extra extra;
    extra.hint = visit.say("contribution.outdate.hint");
    extra.rows = 3;
    form.area("why", "contribution.outdate.why", why, extra);
    return form;
}

}  // namespace

web::Response post_answer(const desk::Visit& visit) {
    const std::string question(visit.request.part("id"));
    const AnswerDraft draft = read_answer(visit.request.form, question);
    if (!visit.request.field("preview").empty()) return question_page(visit, draft, {}, true);
    if (auto kept = keep_if_asked(visit, "answer-" + question, "", draft.body)) return std::move(*kept);
    const auto given = visit.write([&](const Act& act) {
        auto result = answer(act, draft);
        if (result) desk::drop_draft(act, "answer-" + question, "");
        return result;
    });
    if (given) return back_to_question(visit, question, *given, "answered");
    if (given.problems().front().trouble != Trouble::invalid) return desk::trouble(visit, given.problems());
    return question_page(visit, draft, given.problems(), false);
}

web::Response edit_answer(const desk::Visit& visit) {
    const auto found = readable_answer(visit);
    if (!found || !may_rewrite(visit.who, found->record)) return desk::not_found(visit);
    const std::string href = desk::address(visit, "/antwoorden/{id}/bewerken", {found->record.id});
    const desk::Form form = answer_form(visit, href, draft_of(*found), false);
    return show_form(
        visit, {"contribution.answer.edit", "vragen", crumbs_to(visit, found->record.parent), {}, {}, 200},
        form);
}

web::Response post_edited_answer(const desk::Visit& visit) {
    const auto found = readable_answer(visit);
    if (!found) return desk::not_found(visit);
    const std::string& id = found->record.id;
    const AnswerDraft draft = read_answer(visit.request.form, found->record.parent);
    const auto again = [&](const Problems& problems, html::Html preview) {
        desk::Form form =
            answer_form(visit, desk::address(visit, "/antwoorden/{id}/bewerken", {id}), draft, false);
        form.problems(problems);
        return show_form(visit,
                         {"contribution.answer.edit",
                          "vragen",
                          crumbs_to(visit, draft.question),
                          std::move(preview),
                          {},
                          status_of(problems)},
                         form);
    };
    if (!visit.request.field("preview").empty()) return again({}, html::markdown(draft.body, 3));
    const auto changed = visit.write([&](const Act& act) { return change_answer(act, id, draft); });
    if (!changed) return again(changed.problems(), {});
    return back_to_question(visit, draft.question, id, "saved");
}

web::Response post_acceptance(const desk::Visit& visit) {
    const std::string question(visit.request.part("id"));
    const std::string chosen(visit.request.field("answer"));
    const auto done = visit.write([&](const Act& act) { return accept(act, question, chosen); });
    if (!done) return desk::trouble(visit, done.problems());
    return back_to_question(visit, question, chosen, chosen.empty() ? "unaccepted" : "accepted");
}

web::Response post_check(const desk::Visit& visit) {
    const auto found = readable_answer(visit);
    if (!found) return desk::not_found(visit);
    const auto done = visit.write([&](const Act& act) { return check(act, found->record.id); });
    if (!done) return desk::trouble(visit, done.problems());
    return back_to_question(visit, found->record.parent, found->record.id, "checked");
}

web::Response outdate_answer(const desk::Visit& visit) {
    const auto found = readable_answer(visit);
    if (!found || !visit.who.is_expert(found->record.network)) return desk::not_found(visit);
    return show_form(
        visit, {"contribution.outdate.title", "vragen", crumbs_to(visit, found->record.parent), {}, {}, 200},
        outdate_form(visit, found->record.id, ""));
}

web::Response post_outdated(const desk::Visit& visit) {
    const auto found = readable_answer(visit);
    if (!found) return desk::not_found(visit);
    const std::string why(visit.request.field("why"));
    const auto done = visit.write([&](const Act& act) { return mark_outdated(act, found->record.id, why); });
    if (done) return back_to_question(visit, found->record.parent, found->record.id, "outdated");
    if (done.problems().front().trouble != Trouble::invalid) return desk::trouble(visit, done.problems());
    desk::Form form = outdate_form(visit, found->record.id, why);
    form.problems(done.problems());
    return show_form(
        visit, {"contribution.outdate.title", "vragen", crumbs_to(visit, found->record.parent), {}, {}, 400},
        form);
}

}  // namespace kring::contribution
