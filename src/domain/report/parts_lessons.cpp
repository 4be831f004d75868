// SPDX-License-Identifier: EUPL-1.2
// What a report tells of what was learned: at break-out tables, in the plenary, and otherwise.
#include <algorithm>
#include <set>

#include "domain/breakout/store.hpp"
#include "domain/chain/audience.hpp"
#include "domain/report/parts.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/text.hpp"

namespace kring::report {

namespace {

std::string place_of(const Reading& reading, const breakout::Note& note) {
    return reading.say("breakout.credit",
                       {{"table", std::to_string(note.table_number)}, {"round", std::to_string(note.round)}});
}

// Only tables with a note that the reader may read are credited.
std::string credit_of(const Reading& reading, const std::vector<breakout::Note>& notes,
                      std::string_view lesson) {
    std::vector<std::string> places;
    for (const breakout::Note& note : notes) {
        if (note.merged_into != lesson) continue;
        const std::string place = place_of(reading, note);
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    }
    if (places.empty()) return "";
    return reading.say("breakout.plenary.credit", {{"places", join(places, "; ")}});
}

}  // namespace

Part tables_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    const std::string& id = workshop.record.id;
    const std::vector<breakout::Note> notes = breakout::notes(in, reading.reader, id, reading.when);
    Part part;
    part.kind = PartKind::tables;
    std::set<std::string> of_plenary;
    for (const chain::Record& lesson : breakout::merged_lessons(in, reading.reader, id, reading.when)) {
        of_plenary.insert(lesson.id);
        part.items.push_back(
            {lesson.title, credit_of(reading, notes, lesson.id), lesson.language, lesson.id});
    }
    for (const breakout::Note& note : notes) {
        const auto record = chain::find_readable(in, reading.reader, note.lesson, reading.when);
        if (!record) continue;
        const bool is_taken_up = of_plenary.count(note.merged_into) > 0;
        const html::PhraseValues values = {{"place", place_of(reading, note)}};
        part.items.push_back({record->title,
                              reading.say(is_taken_up ? "report.note.taken_up" : "report.note", values),
                              record->language, record->id});
    }
    return part;
}

Part lessons_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    std::set<std::string> of_tables;
    for (const Item& item : tables_part(in, reading, workshop).items) of_tables.insert(item.record);
    std::vector<std::string> ids = {workshop.record.id};
    for (const workshop::Session& session :
         workshop::sessions_of(in, reading.reader, workshop.record.id, reading.when))
        ids.push_back(session.record.id);
    Part part;
    part.kind = PartKind::lessons;
    for (const chain::Record& record : workshop::tied_to(in, reading.reader, ids, reading.when)) {
        const bool is_other = record.kind == chain::Kind::lesson && of_tables.count(record.id) == 0;
        if (is_other && !record.is_withdrawn)
            part.items.push_back({record.title, "", record.language, record.id});
    }
    return part;
}

}  // namespace kring::report
