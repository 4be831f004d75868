// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/note_view.hpp"

#include "domain/desk/addresses.hpp"
#include "platform/html/markdown.hpp"

namespace kring::breakout {

using desk::Visit;
using html::View;

std::string place_of(const Visit& visit, const Note& note) {
    return visit.say("breakout.credit",
                     {{"table", std::to_string(note.table_number)}, {"round", std::to_string(note.round)}});
}

html::List note_views(const Visit& visit, const Place& place, const std::vector<Note>& notes,
                      bool may_change) {
    html::List list;
    for (const Note& note : notes) {
        std::string question;
        for (const chain::Record& one : place.questions) {
            if (one.id == note.question) question = one.title;
        }
        View view;
        view.set("place", place_of(visit, note))
            .set("body", html::markdown(note.body, 3))
            .set("language", note.language == visit.code() ? "" : note.language)
            .set("by", note.owner_name)
            .set("question", question)
            .set("href", desk::address(visit, "/leerpunten/{id}", {note.lesson}))
            .set("change_href", may_change
                                    ? desk::address(visit, "/bijeenkomsten/{id}/tafels/notities/{leerpunt}",
                                                    {place.id(), note.lesson})
                                    : "");
        list.push_back(std::move(view));
    }
    return list;
}

}  // namespace kring::breakout
