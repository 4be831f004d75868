// SPDX-License-Identifier: EUPL-1.2
// What one table notes in one round, on one phone; the form is kept while there is no connection.
#include <algorithm>

#include "domain/breakout/acts.hpp"
#include "domain/breakout/breakout_view.hpp"
#include "domain/breakout/may.hpp"
#include "domain/breakout/note_view.hpp"
#include "domain/breakout/page_functions.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/once.hpp"
#include "domain/network/network_view.hpp"
#include "platform/base/text.hpp"

namespace kring::breakout {

namespace {

using desk::Visit;
using html::View;

struct NotesPage {
    Place place;
    Table table;
    std::int64_t round = 0;
    std::vector<Note> notes;
};

Result<NotesPage> find_notes_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit));
    const Problem absent{Trouble::not_found, "problem.not_found", "", {}};
    if (!place.breakout || !place.breakout->is_published) return absent;
    const Breakout& breakout = *place.breakout;
    const Table* table = breakout.table_numbered(number_of(visit.request.part("tafel")));
    const std::int64_t round = number_of(visit.request.part("ronde"));
    const bool has_begun = round >= 1 && round <= breakout.rounds && round <= breakout.round;
    if (!table || !has_begun) return absent;
    if (!is_of_table(visit.who, place.network.id, *table, round, place.seats)) return absent;
    return NotesPage{place, *table, round, notes(in, visit.who, place.id(), visit.when, table->id, round)};
}

desk::Form note_form(const Visit& visit, const NotesPage& page, std::string_view body,
                     std::string_view question) {
    // Another address than that of this page, or a browser without script would lose it on the way Back.
    desk::Form form(visit, notes_address(visit, page.place, page.table.number, page.round) + "#noted",
                    "breakout.note.submit");
    desk::Extra extra;
    extra.rows = 4;
    extra.hint = visit.say("breakout.note.body_hint");
    form.area("body", "breakout.note.body", body, extra);
    std::vector<desk::Option> options = {{"", visit.say("breakout.note.no_question"), ""}};
    for (const chain::Record& one : page.place.questions) {
        const auto& own = page.table.questions;
        if (std::find(own.begin(), own.end(), one.id) != own.end())
            options.push_back({one.id, one.title, ""});
    }
    extra = {};
    extra.is_required = false;
    if (options.size() > 1) form.select("question", "breakout.note.question", question, options, extra);
    form.once();
    return form;
}

web::Response show(const Visit& visit, const NotesPage& page, std::string_view body,
                   std::string_view question, const Problems& problems) {
    const bool is_open = !page.place.breakout->is_closed();
    View view;
    set_place(view, visit, page.place);
    view.set("names", join(page.place.names_at(page.round, page.table.id), ", "))
        .set("questions", questions_of(visit, page.place, page.table))
        .set("notes", note_views(visit, page.place, page.notes, is_open))
        .set("has_form", is_open)
        .set("form", is_open ? note_form(visit, page, body, question).problems(problems).view() : View())
        .set("back_href", address_of(visit, page.place));
    desk::Frame frame = frame_of(visit, page.place,
                                 visit.say("breakout.notes", {{"table", std::to_string(page.table.number)},
                                                              {"round", std::to_string(page.round)}}));
    frame.visible_for = visible_to_participants(visit, page.place);
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "breakout_notes", std::move(view), network::status_of_form(problems));
}

}  // namespace

web::Response show_notes(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return find_notes_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    // A choice made on this phone a moment ago is likely the choice for the next note.
    const std::string last = page->notes.empty() ? "" : page->notes.back().question;
    return show(visit, *page, "", last, {});
}

web::Response post_note(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return find_notes_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const NoteDraft draft{page->table.number, page->round, network::typed(visit, "question"),
                          network::typed(visit, "body"), visit.language};
    const std::string key = desk::submission_key(visit);
    const auto noted = visit.write([&](const Act& act) {
        return desk::once(act, key, [&] { return note(act, visit.site, page->place.id(), draft); });
    });
    if (noted)
        return desk::sent(visit, notes_address(visit, page->place, draft.table, draft.round),
                          "breakout_noted");
    if (noted.problems().front().trouble == Trouble::not_found) return desk::trouble(visit, noted.problems());
    return show(visit, *page, draft.body, draft.question, noted.problems());
}

namespace {

struct NotePage {
    Place place;
    Note note;
};

Result<NotePage> find_note_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit));
    const auto note = find_note(in, visit.who, visit.request.part("leerpunt"), visit.when);
    const Table* table = note && place.breakout ? place.breakout->table(note->table) : nullptr;
    const Problem absent{Trouble::not_found, "problem.not_found", "", {}};
    if (!table || !is_of_table(visit.who, place.network.id, *table, note->round, place.seats)) return absent;
    return NotePage{place, *note};
}

web::Response show_note(const Visit& visit, const NotePage& page, std::string_view body,
                        const Problems& problems) {
    desk::Form form(visit,
                    desk::address(visit, "/bijeenkomsten/{id}/tafels/notities/{leerpunt}",
                                  {page.place.id(), page.note.lesson}),
                    "network.form.save");
    desk::Extra extra;
    extra.rows = 6;
    form.area("body", "breakout.note.body", body, extra).problems(problems);
    desk::Frame frame = frame_of(visit, page.place, visit.say("breakout.note.change"));
    frame.visible_for = visible_to_participants(visit, page.place);
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

}  // namespace

web::Response edit_note(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return find_note_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_note(visit, *page, page->note.body, {});
}

web::Response post_changed_note(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return find_note_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const std::string body = network::typed(visit, "body");
    const auto done = visit.write(
        [&](const Act& act) { return change_note(act, page->place.id(), page->note.lesson, body); });
    if (done) {
        return desk::go(visit, notes_address(visit, page->place, page->note.table_number, page->note.round),
                        "saved");
    }
    if (done.problems().front().trouble == Trouble::not_found) return desk::trouble(visit, done.problems());
    return show_note(visit, *page, body, done.problems());
}

}  // namespace kring::breakout
