// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
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

using html::List;
using html::View;

std::vector<desk::Crumb> crumbs(const desk::Visit& visit) {
    return {{visit.say("menu.questions"), desk::address(visit, "/vragen")}};
}

View question_row(const desk::Visit& visit, const Question& question) {
    View row = desk::record_row(visit, question.record);
    List badges = {state_badge(visit, question)};
    row.set("badges", std::move(badges))
        .set("votes", question.votes)
        .set("votes_text", visit.say("contribution.votes", {{"count", std::to_string(question.votes)}}))
        .set("answers_text",
             visit.say("contribution.answers", {{"count", std::to_string(question.answers)}}));
    return row;
}

html::Html preview_of(const std::string& body) {
    return body.empty() ? html::Html() : html::markdown(body, 3);
}

// Records that look alike, shown once before a question is placed; the second time it goes through.
List similar_questions(const desk::Visit& visit, const QuestionDraft& draft) {
    if (!visit.request.field("seen_similar").empty()) return {};
    const auto found = visit.read([&](db::Connection& in) {
        return chain::similar(in, visit.who, draft.common.title + " " + draft.body, chain::Kind::question,
                              draft.common.network, 5, visit.when);
    });
    return desk::record_rows(visit, found);
}

web::Response new_question_form(const desk::Visit& visit, const QuestionDraft& draft,
                                const Problems& problems, List similar, bool is_preview) {
    desk::Form form = question_form(visit, desk::address(visit, "/vragen/nieuw"), draft, true);
    form.problems(problems);
    if (!similar.empty()) form.hidden("seen_similar", "yes");
    FormPage page{"contribution.question.new", "vragen",           crumbs(visit), {},
                  std::move(similar),          status_of(problems)};
    if (is_preview) page.preview = preview_of(draft.body);
    return show_form(visit, page, form);
}

web::Response show_asked(const desk::Visit& visit, const Asked& asked) {
    desk::Frame frame;
    frame.title = visit.say("contribution.asked.title");
    frame.section = "vragen";
    frame.crumbs = crumbs(visit);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = desk::visible_to_you();
    View view;
    const bool is_shown = !asked.id.empty();
    view.set("key", asked.withdraw_key)
        .set("is_shown", is_shown)
        .set("minutes", visit.site.anonymous_delay_minutes)
        .set("href",
             is_shown ? desk::address(visit, "/vragen/{id}", {asked.id}) : desk::address(visit, "/vragen"))
        .set("key_href", desk::address(visit, "/vragen/sleutel"));
    return desk::show(visit, frame, "question_asked", std::move(view));
}

Problems draft_problem() {
    return {Problem{Trouble::invalid, "contribution.anonymous.no_draft", "anonymous", {}}};
}

}  // namespace

web::Response list_questions(const desk::Visit& visit) {
    const Filter filter = read_filter(visit);
    const auto page =
        visit.read([&](db::Connection& in) { return questions(in, visit.who, filter, visit.when); });
    desk::Frame frame;
    frame.title = visit.say("menu.questions");
    frame.section = "vragen";
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_everyone();
    List rows;
    for (const Question& question : page.things) rows.push_back(question_row(visit, question));
    View view;
    view.set("rows", std::move(rows));
    set_list(visit, view, "/vragen", filter, page.total, "contribution.questions");
    view.set("may_ask", !visit.who.memberships.empty())
        .set("ask_href", desk::address(visit, "/vragen/nieuw"));
    return desk::show(visit, frame, "question_list", std::move(view));
}

web::Response new_question(const desk::Visit& visit) {
    if (visit.who.memberships.empty()) return desk::trouble(visit, {problem_not_a_member()});
    QuestionDraft draft = read_question(kept_fields(visit, "question", ""));
    if (draft.common.audience.empty()) draft.common.audience = "network";
    return new_question_form(visit, draft, {}, {}, false);
}

web::Response post_question(const desk::Visit& visit) {
    const QuestionDraft draft = read_question(visit.request.form);
    if (draft.is_anonymous && !visit.request.field("keep").empty()) {
        return new_question_form(visit, draft, draft_problem(), {}, false);
    }
    if (auto kept = keep_if_asked(visit, "question", "", draft.common.title)) return std::move(*kept);
    if (!visit.request.field("preview").empty()) return new_question_form(visit, draft, {}, {}, true);
    if (const Problems faults = faults_of(draft); !faults.empty())
        return new_question_form(visit, draft, faults, {}, false);
    if (List similar = similar_questions(visit, draft); !similar.empty()) {
        return new_question_form(visit, draft, {}, std::move(similar), false);
    }
    const auto asked = visit.write([&](const Act& act) {
        auto result = ask(act, draft, visit.site.anonymous_delay_minutes);
        if (result) desk::drop_draft(act, "question", "");
        return result;
    });
    if (!asked) return new_question_form(visit, draft, asked.problems(), {}, false);
    if (draft.is_anonymous) return show_asked(visit, *asked);
    return desk::go(visit, desk::address(visit, "/vragen/{id}", {asked->id}), "question_asked");
}

web::Response edit_question(const desk::Visit& visit) {
    const auto question = visit.read([&](db::Connection& in) { return readable_question(in, visit); });
    if (!question || !may_rewrite(visit.who, question->record)) return desk::not_found(visit);
    const std::string href = desk::address(visit, "/vragen/{id}/bewerken", {question->record.id});
    desk::Form form = question_form(visit, href, draft_of(*question), false);
    return show_form(visit, {"contribution.question.edit", "vragen", crumbs(visit), {}, {}, 200}, form);
}

web::Response post_edited_question(const desk::Visit& visit) {
    const std::string id(visit.request.part("id"));
    const QuestionDraft draft = read_question(visit.request.form);
    const std::string href = desk::address(visit, "/vragen/{id}/bewerken", {id});
    const auto again = [&](const Problems& problems, html::Html preview) {
        desk::Form form = question_form(visit, href, draft, false);
        form.problems(problems);
        return show_form(visit,
                         {"contribution.question.edit",
                          "vragen",
                          crumbs(visit),
                          std::move(preview),
                          {},
                          status_of(problems)},
                         form);
    };
    if (!visit.request.field("preview").empty()) return again({}, preview_of(draft.body));
    const auto changed = visit.write([&](const Act& act) { return change_question(act, id, draft); });
    if (!changed && changed.problems().front().trouble == Trouble::not_found) return desk::not_found(visit);
    if (!changed) return again(changed.problems(), {});
    return desk::go(visit, desk::address(visit, "/vragen/{id}", {id}), "saved");
}

web::Response post_vote(const desk::Visit& visit) {
    const std::string id(visit.request.part("id"));
    const bool is_back = !visit.request.field("back").empty();
    const auto voted =
        visit.write([&](const Act& act) { return is_back ? take_vote_back(act, id) : vote(act, id); });
    if (!voted) return desk::trouble(visit, voted.problems());
    return desk::go(visit, desk::address(visit, "/vragen/{id}", {id}), is_back ? "vote_taken_back" : "voted");
}

web::Response show_key_form(const desk::Visit& visit) {
    desk::Form form(visit, desk::address(visit, "/vragen/sleutel"), "contribution.withdraw");
    desk::Extra key;
    key.hint = visit.say("contribution.key.hint");
    key.autocomplete = "off";
    form.text("question", "contribution.key.question", web::value_of(visit.request.query, "vraag"), key);
    form.text("key", "contribution.key.label", "", {});
    return show_form(visit, {"contribution.key.title", "vragen", crumbs(visit), {}, {}, 200}, form);
}

web::Response post_key(const desk::Visit& visit) {
    const auto done = visit.write([&](const Act& act) {
        return withdraw_by_key(act, visit.request.field("question"), visit.request.field("key"));
    });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/vragen"), "withdrawn_by_key");
}

}  // namespace kring::contribution
