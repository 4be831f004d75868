// SPDX-License-Identifier: EUPL-1.2
// Forms for statements.
#include "domain/desk/addresses.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/typing.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

std::string asked_id(const desk::Visit& visit) { return std::string(visit.request.part("id")); }

Statement statement_of(const Editing& editing, std::string_view id) {
    for (const Chapter& chapter : editing.summary.chapters) {
        for (const Statement& statement : chapter.statements) {
            if (statement.id == id) return statement;
        }
    }
    return {};
}

// `chapter`: where a new statement comes; "" for one that is there.
Typing typing_of(const desk::Visit& visit, const Editing& editing, const Statement& statement,
                 const std::string& chapter) {
    Typing typing;
    typing.title =
        chapter.empty()
            ? visit.say("summary.statement.edit", {{"place", place_of(editing.summary, statement.id)}})
            : visit.say("summary.statement.new", {{"place", place_of(editing.summary, chapter)}});
    typing.action = chapter.empty() ? desk::address(visit, "/stellingen/{id}/bewerken", {statement.id})
                                    : desk::address(visit, "/hoofdstukken/{id}/stellingen/nieuw", {chapter});
    typing.submit = chapter.empty() ? "summary.save" : "summary.statement.submit";
    typing.languages = editing.summary.languages;
    typing.fields = {{"text", "text", statement.text, statement.text, true, "summary.field.text_hint"}};
    return typing;
}

web::Response show_form(const desk::Visit& visit, const Editing& editing, const Statement& kept,
                        const std::string& chapter, const Bilingual& typed, const Problems& problems) {
    Typing typing = typing_of(visit, editing, kept, chapter);
    typing.fields[0].typed = typed;
    return show_typing(visit, frame_of(visit, editing, typing.title), typing, editing.summary.revision,
                       problems);
}

std::optional<Editing> find_by_chapter(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) { return find_editing_of_chapter(in, visit); });
}

std::optional<Editing> find_by_statement(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) { return find_editing_of_statement(in, visit); });
}

bool can_be_shown_again(const Problems& problems) {
    return problems.front().trouble == Trouble::invalid || is_clash(problems);
}

std::string place_in_summary(const desk::Visit& visit, const Editing& editing, const std::string& id) {
    return summary_address(visit, editing.summary.record.id) + "#" + id;
}

}  // namespace

web::Response new_statement(const desk::Visit& visit) {
    const auto editing = find_by_chapter(visit);
    return editing ? show_form(visit, *editing, {}, asked_id(visit), {}, {}) : desk::not_found(visit);
}

web::Response post_new_statement(const desk::Visit& visit) {
    const std::string chapter = asked_id(visit);
    const Bilingual typed = typed_pair(visit, "text", {});
    const auto added = visit.write(
        [&](const Act& act) { return add_statement(act, chapter, typed_revision(visit), typed); });
    // A statement says where it comes from, so that is asked next.
    if (added)
        return desk::go(visit, desk::address(visit, "/stellingen/{id}/bronnen", {*added}), "summary_saved");
    const auto editing = find_by_chapter(visit);
    if (!editing || !can_be_shown_again(added.problems())) return desk::trouble(visit, added.problems());
    return show_form(visit, *editing, {}, chapter, typed, added.problems());
}

web::Response edit_statement(const desk::Visit& visit) {
    const auto editing = find_by_statement(visit);
    if (!editing) return desk::not_found(visit);
    const Statement statement = statement_of(*editing, asked_id(visit));
    return show_form(visit, *editing, statement, "", statement.text, {});
}

web::Response post_statement(const desk::Visit& visit) {
    const std::string id = asked_id(visit);
    const auto before = find_by_statement(visit);
    if (!before) return desk::not_found(visit);
    const Bilingual typed = typed_pair(visit, "text", statement_of(*before, id).text);
    const auto done = visit.write([&](const Act& act) {
        return change_statement(act, stationery_of(visit), id, typed_revision(visit), typed);
    });
    if (done) return desk::go(visit, place_in_summary(visit, *before, id), "summary_saved");
    const auto now = find_by_statement(visit);
    if (!now || !can_be_shown_again(done.problems())) return desk::trouble(visit, done.problems());
    return show_form(visit, *now, statement_of(*now, id), "", typed, done.problems());
}

web::Response post_statement_order(const desk::Visit& visit) {
    const std::string id = asked_id(visit);
    const auto editing = find_by_statement(visit);
    if (!editing) return desk::not_found(visit);
    const int by = visit.request.field("by") == "-1" ? -1 : 1;
    const auto done =
        visit.write([&](const Act& act) { return move_statement(act, id, typed_revision(visit), by); });
    return after(visit, done, place_in_summary(visit, *editing, id), "summary_moved");
}

web::Response post_statement_removal(const desk::Visit& visit) {
    const auto editing = find_by_statement(visit);
    if (!editing) return desk::not_found(visit);
    const auto done = visit.write(
        [&](const Act& act) { return remove_statement(act, asked_id(visit), typed_revision(visit)); });
    return after(visit, done, summary_address(visit, editing->summary.record.id), "summary_removed");
}

}  // namespace kring::summary
