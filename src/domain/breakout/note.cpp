// SPDX-License-Identifier: EUPL-1.2
// What tables note, and what the plenary makes of it: lessons, tied to what they come from.
#include <algorithm>

#include "domain/breakout/acts.hpp"
#include "domain/breakout/may.hpp"
#include "domain/breakout/running.hpp"
#include "domain/breakout/store.hpp"
#include "domain/chain/audience.hpp"
#include "domain/chain/links.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/desk/form.hpp"
#include "platform/base/text.hpp"

namespace kring::breakout {

namespace {

constexpr std::size_t title_length = 100;

// The first line says what the note is about, in lists.
std::string title_of(std::string_view body) {
    const std::string_view text = trim(body);
    return shortened(trim(text.substr(0, text.find('\n'))), title_length);
}

Problems problems_of_body(std::string_view body) {
    Problems problems;
    desk::need_text(body, "body", note_length_max, problems);
    return problems;
}

std::string place_in_words(const desk::Site& site, html::Language language, const Note& note) {
    return site.phrases.say(
        "breakout.credit", language,
        {{"table", std::to_string(note.table_number)}, {"round", std::to_string(note.round)}});
}

contribution::LessonDraft lesson_for(const Running& running, html::Language language) {
    contribution::LessonDraft lesson;
    lesson.common.network = running.workshop.network;
    lesson.common.language = html::code(language);
    lesson.common.audience = "workshop";
    lesson.common.audience_of = running.workshop.id;
    lesson.from = {running.workshop.id};
    return lesson;
}

void add_question(const Act& act, contribution::LessonDraft& lesson, const std::string& question) {
    const bool is_there = std::find(lesson.from.begin(), lesson.from.end(), question) != lesson.from.end();
    if (question.empty() || is_there) return;
    if (chain::find_readable(act.in, act.who, question, act.when)) lesson.from.push_back(question);
}

}  // namespace

Result<std::string> note(const Act& act, const desk::Site& site, std::string_view id,
                         const NoteDraft& draft) {
    TRY(running, find_running(act, id));
    const Breakout& breakout = running.breakout;
    const Table* table = breakout.table_numbered(draft.table);
    const bool is_round = draft.round >= 1 && draft.round <= std::min(breakout.round, breakout.rounds);
    if (!table || !is_round || !breakout.is_published) return not_found();
    if (!is_of_table(act.who, running.workshop.network, *table, draft.round, seats_of(act.in, id)))
        return not_found();
    if (breakout.is_closed()) return conflict("breakout.problem.closed");
    if (const Problems problems = problems_of_body(draft.body); !problems.empty()) return problems;
    const auto& own = table->questions;
    if (!draft.question.empty() && std::find(own.begin(), own.end(), draft.question) == own.end())
        return Problem{Trouble::invalid, "problem.choice", "question", {}};

    Note one;
    one.table = table->id;
    one.table_number = table->number;
    one.round = draft.round;
    one.question = draft.question;
    contribution::LessonDraft lesson = lesson_for(running, draft.language);
    lesson.common.title = title_of(draft.body);
    lesson.common.source.title = place_in_words(site, draft.language, one);
    lesson.body = trim(draft.body);
    add_question(act, lesson, draft.question);
    TRY(made, contribution::bring_lesson(act, lesson));
    one.lesson = made;
    insert_note(act.in, one);
    journal::record(act, "breakout.noted", made,
                    "table=" + std::to_string(one.table_number) + " round=" + std::to_string(one.round));
    return made;
}

Result<Done> change_note(const Act& act, std::string_view id, std::string_view lesson,
                         std::string_view body) {
    TRY(running, find_running(act, id));
    const auto found = find_note(act.in, act.who, lesson, act.when);
    const Table* table = found ? running.breakout.table(found->table) : nullptr;
    if (!table) return not_found();
    if (!is_of_table(act.who, running.workshop.network, *table, found->round, seats_of(act.in, id)))
        return not_found();
    if (running.breakout.is_closed()) return conflict("breakout.problem.closed");
    if (const Problems problems = problems_of_body(body); !problems.empty()) return problems;
    return contribution::revise_lesson(act, lesson, title_of(body), trim(body));
}

Result<std::string> merge(const Act& act, const desk::Site& site, std::string_view id,
                          const MergeDraft& draft) {
    TRY(running, find_to_run(act, id));
    Problems problems;
    desk::need_text(draft.title, "title", chain::title_length_max, problems);
    desk::need_text(draft.body, "body", note_length_max, problems);
    if (draft.audience != "workshop" && draft.audience != "network")
        problems.push_back({Trouble::invalid, "problem.choice", "audience", {}});
    if (draft.notes.empty()) problems.push_back({Trouble::invalid, "breakout.problem.no_notes", "", {}});
    if (!problems.empty()) return problems;

    contribution::LessonDraft lesson = lesson_for(running, draft.language);
    lesson.common.title = draft.title;
    lesson.common.audience = draft.audience;
    lesson.body = trim(draft.body);
    std::vector<std::string> tables;
    for (const std::string& one : draft.notes) {
        const auto known = find_note(act.in, act.who, one, act.when);
        if (!known || !running.breakout.table(known->table)) return not_found();
        if (!known->merged_into.empty()) return conflict("breakout.problem.merged");
        const std::string place = place_in_words(site, draft.language, *known);
        if (std::find(tables.begin(), tables.end(), place) == tables.end()) tables.push_back(place);
        add_question(act, lesson, known->question);
    }
    lesson.common.source.title = shortened(join(tables, "; "), 300);
    TRY(made, contribution::bring_lesson(act, lesson));
    for (const std::string& one : draft.notes) {
        TRY_DONE(chain::tie(act, made, chain::Relation::follows_from, one));
        set_merged(act.in, one, made);
    }
    journal::record(act, "breakout.merged", made, "notes=" + std::to_string(draft.notes.size()));
    return made;
}

Result<Done> split(const Act& act, std::string_view id, std::string_view lesson) {
    TRY_DONE(find_to_run(act, id));
    bool is_ours = false;
    for (const Note& one : notes(act.in, act.who, id, act.when)) {
        if (one.merged_into != lesson) continue;
        is_ours = true;
        set_merged(act.in, one.lesson, "");
    }
    if (!is_ours) return not_found();
    TRY_DONE(contribution::withdraw(act, lesson));
    journal::record(act, "breakout.split", lesson);
    return Done{};
}

}  // namespace kring::breakout
