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

using html::View;

std::vector<desk::Crumb> crumbs(const desk::Visit& visit) {
    return {{visit.say("menu.lessons"), desk::address(visit, "/leerpunten")}};
}

// The records a lesson comes from: those named in the form, or chosen on the page of one of them.
html::List origins_of(const desk::Visit& visit, const LessonDraft& draft) {
    std::vector<chain::Record> found;
    visit.read([&](db::Connection& in) {
        for (const std::string& id : draft.from) {
            const auto record = chain::find_readable(in, visit.who, id, visit.when);
            if (record) found.push_back(*record);
        }
    });
    return desk::record_rows(visit, found);
}

web::Response again(const desk::Visit& visit, const LessonDraft& draft, const Problems& problems,
                    bool is_preview, const std::string& id) {
    const bool is_new = id.empty();
    const std::string href = is_new ? desk::address(visit, "/leerpunten/nieuw")
                                    : desk::address(visit, "/leerpunten/{id}/bewerken", {id});
    desk::Form form = lesson_form(visit, href, draft, is_new);
    form.problems(problems);
    desk::Frame frame;
    frame.title = visit.say(is_new ? "contribution.lesson.new" : "contribution.lesson.edit");
    frame.section = "leerpunten";
    frame.crumbs = crumbs(visit);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    View view;
    view.set("form", form.view())
        .set("preview", is_preview ? html::markdown(draft.body, 3) : html::Html())
        .set("origins", origins_of(visit, draft));
    return desk::show(visit, frame, "lesson_form", std::move(view), status_of(problems));
}

}  // namespace

web::Response list_lessons(const desk::Visit& visit) {
    const Filter filter = read_filter(visit);
    const auto page = visit.read(
        [&](db::Connection& in) { return records(in, visit.who, chain::Kind::lesson, filter, visit.when); });
    desk::Frame frame;
    frame.title = visit.say("menu.lessons");
    frame.section = "leerpunten";
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_everyone();
    View view;
    view.set("rows", desk::record_rows(visit, page.things))
        .set("lead", visit.say("contribution.lessons.lead"));
    set_list(visit, view, "/leerpunten", filter, page.total, "contribution.lessons");
    view.set("may_bring", !visit.who.memberships.empty())
        .set("bring_href", desk::address(visit, "/leerpunten/nieuw"))
        .set("bring_label", visit.say("contribution.lesson.new"));
    return desk::show(visit, frame, "record_list", std::move(view));
}

web::Response show_lesson(const desk::Visit& visit) {
    chain::VisibleFor visible_for;
    const auto lesson = visit.read([&](db::Connection& in) -> std::optional<Lesson> {
        const auto record = readable_record(in, visit, chain::Kind::lesson);
        if (!record) return std::nullopt;
        visible_for = chain::visible_for(in, *record, visit.code());
        return find_lesson(in, *record);
    });
    if (!lesson) return desk::not_found(visit);
    desk::Frame frame;
    frame.title = lesson->record.title;
    frame.section = "leerpunten";
    frame.crumbs = crumbs(visit);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visible_for;
    View view = record_head(visit, lesson->record, "/leerpunten/{id}/bewerken");
    view.set("body", html::markdown(lesson->body, 2))
        .set("language", lesson->record.language)
        .set("chain", desk::chain_view(visit, lesson->record));
    return desk::show(visit, frame, "lesson_show", std::move(view));
}

web::Response new_lesson(const desk::Visit& visit) {
    if (visit.who.memberships.empty()) return desk::trouble(visit, {problem_not_a_member()});
    LessonDraft draft = read_lesson(kept_fields(visit, "lesson", ""));
    const std::vector<std::string> asked = web::all_of(visit.request.query, "from");
    if (!asked.empty()) draft.from = asked;
    if (draft.common.audience.empty()) draft.common.audience = "network";
    return again(visit, draft, {}, false, "");
}

web::Response post_lesson(const desk::Visit& visit) {
    const LessonDraft draft = read_lesson(visit.request.form);
    if (auto kept = keep_if_asked(visit, "lesson", "", draft.common.title)) return std::move(*kept);
    if (!visit.request.field("preview").empty()) return again(visit, draft, {}, true, "");
    const auto brought = visit.write([&](const Act& act) {
        auto result = bring_lesson(act, draft);
        if (result) desk::drop_draft(act, "lesson", "");
        return result;
    });
    if (!brought) return again(visit, draft, brought.problems(), false, "");
    return desk::go(visit, desk::address(visit, "/leerpunten/{id}", {*brought}), "brought");
}

web::Response edit_lesson(const desk::Visit& visit) {
    const auto lesson = visit.read([&](db::Connection& in) -> std::optional<Lesson> {
        const auto record = readable_record(in, visit, chain::Kind::lesson);
        return record ? find_lesson(in, *record) : std::nullopt;
    });
    if (!lesson || !may_rewrite(visit.who, lesson->record)) return desk::not_found(visit);
    return again(visit, draft_of(*lesson), {}, false, lesson->record.id);
}

web::Response post_edited_lesson(const desk::Visit& visit) {
    const std::string id(visit.request.part("id"));
    const LessonDraft draft = read_lesson(visit.request.form);
    if (!visit.request.field("preview").empty()) return again(visit, draft, {}, true, id);
    const auto changed = visit.write([&](const Act& act) { return change_lesson(act, id, draft); });
    if (changed) return desk::go(visit, desk::address(visit, "/leerpunten/{id}", {id}), "saved");
    if (changed.problems().front().trouble != Trouble::invalid)
        return desk::trouble(visit, changed.problems());
    return again(visit, draft, changed.problems(), false, id);
}

}  // namespace kring::contribution
