// SPDX-License-Identifier: EUPL-1.2
// Forms for chapters.
#include "domain/desk/addresses.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/typing.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

std::string asked_id(const desk::Visit& visit) { return std::string(visit.request.part("id")); }

Chapter chapter_of(const Editing& editing, std::string_view id) {
    for (const Chapter& chapter : editing.summary.chapters) {
        if (chapter.id == id) return chapter;
    }
    return {};
}

Typing typing_of(const desk::Visit& visit, const Editing& editing, const Chapter& chapter) {
    const bool is_new = chapter.id.empty();
    const std::string& summary = editing.summary.record.id;
    Typing typing;
    typing.title =
        is_new ? visit.say("summary.chapter.new")
               : visit.say("summary.chapter.edit", {{"place", place_of(editing.summary, chapter.id)}});
    typing.action = is_new ? desk::address(visit, "/samenvattingen/{id}/hoofdstukken/nieuw", {summary})
                           : desk::address(visit, "/hoofdstukken/{id}/bewerken", {chapter.id});
    typing.submit = "summary.save";
    typing.languages = editing.summary.languages;
    typing.fields = {{"title", "chapter_title", chapter.title, chapter.title, false, ""},
                     {"intro", "intro", chapter.intro, chapter.intro, true, "summary.field.markdown"}};
    return typing;
}

web::Response show_form(const desk::Visit& visit, const Editing& editing, const Chapter& kept,
                        const Chapter& typed, const Problems& problems) {
    Typing typing = typing_of(visit, editing, kept);
    typing.fields[0].typed = typed.title;
    typing.fields[1].typed = typed.intro;
    return show_typing(visit, frame_of(visit, editing, typing.title), typing, editing.summary.revision,
                       problems);
}

std::optional<Editing> find_by_summary(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) { return find_editing(in, visit, asked_id(visit)); });
}

std::optional<Editing> find_by_chapter(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) { return find_editing_of_chapter(in, visit); });
}

bool can_be_shown_again(const Problems& problems) {
    return problems.front().trouble == Trouble::invalid || is_clash(problems);
}

}  // namespace

web::Response new_chapter(const desk::Visit& visit) {
    const auto editing = find_by_summary(visit);
    return editing ? show_form(visit, *editing, {}, {}, {}) : desk::not_found(visit);
}

web::Response post_new_chapter(const desk::Visit& visit) {
    const std::string id = asked_id(visit);
    const Chapter typed{"", typed_pair(visit, "title", {}), typed_pair(visit, "intro", {}), {}};
    const auto added = visit.write([&](const Act& act) {
        return add_chapter(act, id, typed_revision(visit), typed.title, typed.intro);
    });
    if (added) return desk::go(visit, summary_address(visit, id) + "#" + *added, "summary_saved");
    const auto editing = find_by_summary(visit);
    if (!editing || !can_be_shown_again(added.problems())) return desk::trouble(visit, added.problems());
    return show_form(visit, *editing, {}, typed, added.problems());
}

web::Response edit_chapter(const desk::Visit& visit) {
    const auto editing = find_by_chapter(visit);
    if (!editing) return desk::not_found(visit);
    const Chapter chapter = chapter_of(*editing, asked_id(visit));
    return show_form(visit, *editing, chapter, chapter, {});
}

web::Response post_chapter(const desk::Visit& visit) {
    const std::string id = asked_id(visit);
    const auto before = find_by_chapter(visit);
    if (!before) return desk::not_found(visit);
    const Chapter kept = chapter_of(*before, id);
    const Chapter typed{
        id, typed_pair(visit, "title", kept.title), typed_pair(visit, "intro", kept.intro), {}};
    const auto done = visit.write([&](const Act& act) {
        return change_chapter(act, id, typed_revision(visit), typed.title, typed.intro);
    });
    if (done)
        return desk::go(visit, summary_address(visit, before->summary.record.id) + "#" + id, "summary_saved");
    const auto now = find_by_chapter(visit);
    if (!now || !can_be_shown_again(done.problems())) return desk::trouble(visit, done.problems());
    return show_form(visit, *now, chapter_of(*now, id), typed, done.problems());
}

web::Response post_chapter_order(const desk::Visit& visit) {
    const std::string id = asked_id(visit);
    const auto editing = find_by_chapter(visit);
    if (!editing) return desk::not_found(visit);
    const int by = visit.request.field("by") == "-1" ? -1 : 1;
    const auto done =
        visit.write([&](const Act& act) { return move_chapter(act, id, typed_revision(visit), by); });
    return after(visit, done, summary_address(visit, editing->summary.record.id) + "#" + id, "summary_moved");
}

web::Response post_chapter_removal(const desk::Visit& visit) {
    const auto editing = find_by_chapter(visit);
    if (!editing) return desk::not_found(visit);
    const auto done = visit.write(
        [&](const Act& act) { return remove_chapter(act, asked_id(visit), typed_revision(visit)); });
    return after(visit, done, summary_address(visit, editing->summary.record.id), "summary_removed");
}

}  // namespace kring::summary
