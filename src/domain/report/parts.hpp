// SPDX-License-Identifier: EUPL-1.2
// What a report tells, read from the records of the rooms below: one function a part, each through the
// audience rule for the reader given. A room that has something to tell gets a function here.
#pragma once

#include "domain/journal/actor.hpp"
#include "domain/report/report.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/db/db.hpp"
#include "platform/html/phrases.hpp"

namespace kring::report {

/// For whom the parts are read, when, and in which language: titles of the programme, and the words between
/// numbers.
struct Reading {
    const Actor& reader;
    Time when;
    html::Language language;
    const html::Phrases& phrases;

    std::string say(std::string_view key, const html::PhraseValues& values = {}) const {
        return phrases.say(key, language, values);
    }
};

/// The sessions the reader may read, with who spoke.
Part agenda_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
/// Talks of guests in those sessions, named as each agrees to be. The record of a line is the guest's id.
Part speakers_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
/// How many were there, guests included; nothing when nobody noted it.
Part present_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
/// Statements whose result everybody who follows the workshop live may see; undivided where few chose.
Part statements_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
/// Each draw of which somebody pitched: its seed, who in which order, and the time each got.
Part pitches_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
/// Questions brought in for the workshop, with their votes: those with an answer, in writing or in the room
/// and then by whom; those put off to later; and the others. The last two are without an answer in writing.
Part answered_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
Part later_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
Part unanswered_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
/// What break-out tables noted: first what the plenary made of it, crediting the tables, then what each
/// table noted in each round.
Part tables_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
/// Lessons tied to the workshop or its sessions, but those of tables.
Part lessons_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);
/// How many commitments the reader may read.
Part commitments_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop);

/// All of them in order, with the facilitators' remarks; parts that are left out are marked so.
std::vector<Part> parts_of(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop,
                           const Draft& draft);

/// Somebody who may read no more than everybody in the audience of a report may: what stands in a fixed
/// report is read as this reader, so that nobody finds more in it than they may read.
Actor least_reader(chain::Audience audience, const chain::Record& workshop);

}  // namespace kring::report
