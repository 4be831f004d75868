// SPDX-License-Identifier: EUPL-1.2
// The plenary: what all tables noted, and the lessons made of it, with the credit for each table.
#include <algorithm>

#include "domain/breakout/acts.hpp"
#include "domain/breakout/breakout_view.hpp"
#include "domain/breakout/note_view.hpp"
#include "domain/breakout/page_functions.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"

namespace kring::breakout {

namespace {

using desk::Visit;
using html::List;
using html::View;

constexpr std::string_view note_prefix = "note.";

struct PlenaryPage {
    Place place;
    std::vector<Note> notes;
    std::vector<chain::Record> merged;
};

Result<PlenaryPage> find_plenary(db::Connection& in, const Visit& visit) {
    TRY(place, find_place_to_run(in, visit));
    if (!place.breakout) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return PlenaryPage{place, notes(in, visit.who, place.id(), visit.when),
                       merged_lessons(in, visit.who, place.id(), visit.when)};
}

MergeDraft typed(const Visit& visit) {
    MergeDraft draft;
    draft.title = network::typed(visit, "title");
    draft.body = network::typed(visit, "body");
    draft.audience = network::typed(visit, "audience");
    draft.language = visit.language;
    for (const auto& [name, value] : visit.request.form) {
        if (name.starts_with(note_prefix) && value == "yes")
            draft.notes.push_back(name.substr(note_prefix.size()));
    }
    return draft;
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

// The words of the notes that are ticked, to begin the lesson with.
std::string gathered(const PlenaryPage& page, const MergeDraft& draft) {
    std::vector<std::string> texts;
    for (const Note& note : page.notes) {
        if (holds(draft.notes, note.lesson)) texts.push_back(note.body);
    }
    return join(texts, "\n\n");
}

View merge_form(const Visit& visit, const PlenaryPage& page, const MergeDraft& draft,
                const Problems& problems) {
    desk::Form form(visit, address_of(visit, page.place, "/oogst"), "breakout.plenary.submit");
    form.hidden("step", "merge");
    for (const Note& note : page.notes) {
        if (!note.merged_into.empty()) continue;
        desk::Extra extra;
        extra.label_values = {{"text", shortened(note.body, 160)}};
        extra.hint = place_of(visit, note);
        form.checkbox(std::string(note_prefix) + note.lesson, "breakout.plenary.note",
                      holds(draft.notes, note.lesson), extra);
    }
    form.text("title", "breakout.plenary.title", draft.title);
    form.area("body", "breakout.plenary.body", draft.body);
    form.radios("audience", "breakout.plenary.audience", draft.audience,
                {{"workshop", visit.say("breakout.plenary.for_workshop"), ""},
                 {"network", visit.say("breakout.plenary.for_network"), ""}});
    form.button("gather", "yes", "breakout.plenary.gather").problems(problems);
    return form.view();
}

List tables_of(const Visit& visit, const PlenaryPage& page) {
    List tables;
    for (const Table& table : page.place.breakout->tables) {
        std::vector<Note> own;
        std::copy_if(page.notes.begin(), page.notes.end(), std::back_inserter(own),
                     [&](const Note& note) { return note.table == table.id; });
        if (own.empty()) continue;
        View view;
        view.set("heading", visit.say("breakout.table", {{"table", std::to_string(table.number)}}))
            .set("notes", note_views(visit, page.place, own, !page.place.breakout->is_closed()));
        tables.push_back(std::move(view));
    }
    return tables;
}

List merged_of(const Visit& visit, const PlenaryPage& page) {
    List list;
    for (const chain::Record& lesson : page.merged) {
        std::vector<std::string> places;
        for (const Note& note : page.notes) {
            const std::string place = place_of(visit, note);
            if (note.merged_into == lesson.id && !holds(places, place)) places.push_back(place);
        }
        View view;
        view.set("title", lesson.title)
            .set("language", lesson.language == visit.code() ? "" : lesson.language)
            .set("href", desk::address_of(visit.language, lesson))
            .set("credit", visit.say("breakout.plenary.credit", {{"places", join(places, "; ")}}))
            .set("split", button_form(visit, address_of(visit, page.place, "/oogst"),
                                      {"split", "breakout.plenary.split", {{"lesson", lesson.id}}, false}));
        list.push_back(std::move(view));
    }
    return list;
}

View closing_of(const Visit& visit, const PlenaryPage& page) {
    const Breakout& breakout = *page.place.breakout;
    const std::string step = breakout.is_closed() ? "open" : "close";
    return button_form(
        visit, address_of(visit, page.place, "/oogst"),
        {step, "breakout.plenary." + step, {{"version", std::to_string(breakout.version)}}, false});
}

web::Response show(const Visit& visit, const PlenaryPage& page, const MergeDraft& draft,
                   const Problems& problems) {
    const Breakout& breakout = *page.place.breakout;
    const bool has_loose = std::any_of(page.notes.begin(), page.notes.end(),
                                       [](const Note& note) { return note.merged_into.empty(); });
    View view;
    set_place(view, visit, page.place);
    view.set("standing",
             visit.say(breakout.is_closed() ? "breakout.plenary.is_closed" : "breakout.plenary.is_open"))
        .set("merged", merged_of(visit, page))
        .set("tables", tables_of(visit, page))
        .set("has_form", has_loose || !problems.empty())
        .set("form", merge_form(visit, page, draft, problems))
        .set("closing", closing_of(visit, page))
        .set("links",
             List{network::link(address_of(visit, page.place, "/indeling"), visit.say("breakout.plan"))});
    desk::Frame frame = frame_of(visit, page.place, visit.say("breakout.plenary"));
    frame.visible_for = workshop::visible_to_planners(visit, page.place.network);
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "breakout_plenary", std::move(view), network::status_of_form(problems));
}

Result<Done> take(const Act& act, const Visit& visit, const std::string& id, const MergeDraft& draft) {
    const std::string_view wanted = visit.request.field("step");
    const std::int64_t version = number_of(visit.request.field("version"));
    if (wanted == "close" || wanted == "open") return set_closed(act, id, version, wanted == "close");
    if (wanted == "split") return split(act, id, visit.request.field("lesson"));
    if (wanted != "merge") return Problem{Trouble::invalid, "problem.choice", "", {}};
    TRY_DONE(merge(act, visit.site, id, draft));
    return Done{};
}

}  // namespace

web::Response show_plenary(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return find_plenary(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, {}, {});
}

web::Response post_plenary(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return find_plenary(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    MergeDraft draft = typed(visit);
    if (!visit.request.field("gather").empty()) {
        if (draft.body.empty()) draft.body = gathered(*page, draft);
        return show(visit, *page, draft, {});
    }
    const auto done = visit.write([&](const Act& act) { return take(act, visit, page->place.id(), draft); });
    if (done) return desk::go(visit, address_of(visit, page->place, "/oogst"), "saved");
    if (done.problems().front().trouble == Trouble::not_found) return desk::trouble(visit, done.problems());
    const auto anew = visit.read([&](db::Connection& in) { return find_plenary(in, visit); });
    if (!anew) return desk::trouble(visit, anew.problems());
    return show(visit, *anew, draft, done.problems());
}

}  // namespace kring::breakout
