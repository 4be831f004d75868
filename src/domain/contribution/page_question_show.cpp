// SPDX-License-Identifier: EUPL-1.2
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

using html::List;
using html::View;

struct Shown {
    Question question;
    std::vector<Answer> answers;
    bool has_voted = false;
    chain::VisibleFor visible_for;
};

std::string short_day(const desk::Visit& visit, const std::string& day) {
    return visit.site.phrases.short_date(day, visit.language);
}

List answer_badges(const desk::Visit& visit, const Question& question, const Answer& answer) {
    List badges;
    if (answer.record.id == question.accepted_answer)
        badges.push_back(badge(visit.say("contribution.badge.accepted"), "ok"));
    if (!answer.checked_on.empty()) {
        badges.push_back(
            badge(visit.say("contribution.badge.checked",
                            {{"name", answer.checked_by_name}, {"day", short_day(visit, answer.checked_on)}}),
                  "ok"));
    }
    if (!answer.outdated_on.empty()) {
        badges.push_back(
            badge(visit.say("contribution.badge.outdated", {{"day", short_day(visit, answer.outdated_on)}}),
                  "warning"));
    }
    return badges;
}

void set_source(const desk::Visit& visit, View& view, const chain::Record& record) {
    view.set("has_source", !record.source.title.empty());
    if (!record.source.title.empty()) view.set("source_line", desk::source_view(visit, record));
}

// Addresses of what nobody here may do are not worked out: most readers may do nothing.
void set_actions(const desk::Visit& visit, View& view, const Question& question, const Answer& answer) {
    const std::string& id = answer.record.id;
    const bool is_accepted = id == question.accepted_answer;
    const bool accepts = may_accept(visit.who, question.record);
    const bool checks = may_check(visit.who, answer.record) && answer.checked_on.empty();
    const bool outdates = visit.who.is_expert(answer.record.network) && answer.outdated_on.empty();
    const bool edits = may_rewrite(visit.who, answer.record);
    const bool withdraws = may_withdraw(visit.who, answer.record);
    const bool has_actions = accepts || checks || outdates || edits || withdraws;
    view.set("has_actions", has_actions);
    if (!has_actions) return;
    view.set("may_accept", accepts)
        .set("accept_href", desk::address(visit, "/vragen/{id}/aanvaarding", {question.record.id}))
        .set("accept_value", is_accepted ? std::string() : id)
        .set("accept_label", visit.say(is_accepted ? "contribution.unaccept" : "contribution.accept"))
        .set("may_check", checks)
        .set("check_href", desk::address(visit, "/antwoorden/{id}/controle", {id}))
        .set("may_outdate", outdates)
        .set("outdate_href", desk::address(visit, "/antwoorden/{id}/veroudering", {id}))
        .set("may_edit", edits)
        .set("edit_href", desk::address(visit, "/antwoorden/{id}/bewerken", {id}))
        .set("may_withdraw", withdraws)
        .set("withdraw_href", desk::address(visit, "/keten/{id}/intrekking", {id}));
}

View answer_view(const desk::Visit& visit, const Question& question, const Answer& answer) {
    View view;
    view.set("id", answer.record.id)
        .set("byline", desk::byline(visit, answer.record))
        .set("badges", answer_badges(visit, question, answer))
        .set("body", html::markdown(answer.body, 4))
        .set("language", answer.record.language)
        .set("outdated_why", answer.outdated_on.empty() ? "" : answer.outdated_why)
        .set("is_accepted", answer.record.id == question.accepted_answer);
    set_actions(visit, view, question, answer);
    set_source(visit, view, answer.record);
    return view;
}

View question_view(const desk::Visit& visit, const Shown& shown) {
    const Question& question = shown.question;
    const std::string& id = question.record.id;
    View view;
    List badges = {state_badge(visit, question)};
    view.set("title", question.record.title)
        .set("title_language", question.record.language)
        .set("byline", desk::byline(visit, question.record))
        .set("badges", std::move(badges))
        .set("body", question.body.empty() ? html::Html() : html::markdown(question.body, 3))
        .set("votes", question.votes)
        .set("votes_text", visit.say("contribution.votes", {{"count", std::to_string(question.votes)}}))
        .set("may_vote", may_vote(visit.who, question.record))
        .set("has_voted", shown.has_voted)
        .set("vote_href", desk::address(visit, "/vragen/{id}/stem", {id}))
        .set("may_edit", may_rewrite(visit.who, question.record))
        .set("edit_href", desk::address(visit, "/vragen/{id}/bewerken", {id}))
        .set("may_withdraw", !question.record.is_withdrawn && may_withdraw(visit.who, question.record))
        .set("withdraw_href", desk::address(visit, "/keten/{id}/intrekking", {id}))
        .set("may_withdraw_by_key", question.is_anonymous && visit.who.is_member(question.record.network))
        .set("key_href", desk::address(visit, "/vragen/sleutel") + "?vraag=" + id)
        .set("answers_heading",
             visit.say("contribution.answers", {{"count", std::to_string(shown.answers.size())}}));
    set_source(visit, view, question.record);
    List answers;
    for (const Answer& answer : shown.answers) answers.push_back(answer_view(visit, question, answer));
    view.set("answers", std::move(answers));
    return view;
}

std::optional<Shown> find_shown(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) -> std::optional<Shown> {
        auto question = readable_question(in, visit);
        if (!question) return std::nullopt;
        Shown shown{std::move(*question), {}, false, {}};
        shown.answers = answers_of(in, visit.who, shown.question, visit.when);
        shown.has_voted = visit.who.is_signed_in() && has_voted(in, visit.who, shown.question.record.id);
        shown.visible_for = chain::visible_for(in, shown.question.record, visit.code());
        return shown;
    });
}

}  // namespace

web::Response question_page(const desk::Visit& visit, const AnswerDraft& draft, const Problems& problems,
                            bool is_preview) {
    const auto shown = find_shown(visit);
    if (!shown) return desk::not_found(visit);
    const Question& question = shown->question;
    desk::Frame frame;
    frame.title = question.record.title;
    frame.section = "vragen";
    frame.crumbs = {{visit.say("menu.questions"), desk::address(visit, "/vragen")}, {frame.title, ""}};
    frame.visible_for = shown->visible_for;
    frame.has_errors = !problems.empty();
    View view = question_view(visit, *shown);
    const bool answers = may_answer(visit.who, question.record);
    view.set("may_answer", answers).set("chain", desk::chain_view(visit, question.record));
    view.set("sign_in_href", visit.who.is_signed_in() ? std::string() : desk::address(visit, "/aanmelden"));
    const std::string href = desk::address(visit, "/vragen/{id}/antwoorden", {question.record.id});
    if (is_preview || !problems.empty()) {
        desk::Form form = answer_form(visit, href, draft, true);
        form.problems(problems);
        FormPage page{
            "contribution.answer.heading",
            "vragen",
            {frame.crumbs[0], {frame.title, desk::address(visit, "/vragen/{id}", {question.record.id})}},
            {},
            {},
            status_of(problems)};
        if (is_preview) page.preview = html::markdown(draft.body, 3);
        return show_form(visit, page, form);
    }
    if (answers)
        view.set("answer_form", answer_form(visit, href, draft, true).view());
    else
        view.set("answer_form", View());
    return desk::show(visit, frame, "question_show", std::move(view));
}

web::Response show_question(const desk::Visit& visit) {
    const std::string id(visit.request.part("id"));
    AnswerDraft draft{id, std::string(visit.code()), ""};
    if (visit.who.is_signed_in()) {
        const auto kept = visit.read(
            [&](db::Connection& in) { return desk::find_draft(in, visit.who, "answer-" + id, ""); });
        if (kept) draft = read_answer(kept->fields, id);
    }
    return question_page(visit, draft, {}, false);
}

}  // namespace kring::contribution
