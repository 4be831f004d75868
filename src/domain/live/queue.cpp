// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/live/acts.hpp"
#include "domain/live/change.hpp"
#include "domain/live/store.hpp"
#include "platform/base/text.hpp"

namespace kring::live {

namespace {

// A question that the actor may read and that is asked at this workshop; closed and absent look alike.
Result<chain::Record> find_asked(const Act& act, const Led& led, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    const bool is_here = record.kind == chain::Kind::question && !record.is_withdrawn &&
                         is_of_workshop(act.in, record.id, led.room.workshop);
    if (!is_here) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return record;
}

void set(const Act& act, const Led& led, const TurnRow& row) {
    if (row.turn == Turn::now) clear_now(act.in, row.workshop);
    put(act.in, row);
    if (row.turn == Turn::now)
        show_first(act, led.room, Showing::question);
    else
        raise_version(act.in, row.workshop);
    journal::record(act, "live.question_" + std::string(word(row.turn)), row.question,
                    "workshop=" + row.workshop);
}

}  // namespace

Result<Done> set_turn(const Act& act, std::string_view workshop, std::string_view question, Turn turn) {
    TRY(led, find_open(act, workshop));
    TRY(asked, find_asked(act, led, question));
    KRING_ASSERT(turn != Turn::merged);
    set(act, led, {led.room.workshop, asked.id, turn, "", ""});
    return Done{};
}

Result<Done> note_answer(const Act& act, std::string_view workshop, const AnswerNote& note) {
    TRY(led, find_open(act, workshop));
    TRY(asked, find_asked(act, led, note.question));
    if (length(note.by) > answered_by_max) {
        return Problem{
            Trouble::invalid, "problem.too_long", "by", {{"most", std::to_string(answered_by_max)}}};
    }
    if (!note.words.empty()) {
        auto answered = contribution::answer(act, {asked.id, note.language, note.words});
        if (!answered) {
            Problems problems = answered.problems();
            for (Problem& one : problems) one.field = one.field == "body" ? "words" : one.field;
            return problems;
        }
    }
    set(act, led, {led.room.workshop, asked.id, Turn::answered, note.by, ""});
    return Done{};
}

Result<Done> merge(const Act& act, std::string_view workshop, std::string_view question,
                   std::string_view into) {
    TRY(led, find_open(act, workshop));
    TRY(asked, find_asked(act, led, question));
    TRY(other, find_asked(act, led, into));
    const bool is_for_the_same = asked.audience == other.audience && asked.audience_of == other.audience_of;
    if (asked.id == other.id || !is_for_the_same)
        return Problem{Trouble::invalid, "live.problem.not_for_the_same", "into", {}};
    move_merged(act.in, led.room.workshop, asked.id, other.id);
    // The other one may itself have been merged, into this one perhaps: it stands by itself now.
    put(act.in, TurnRow{led.room.workshop, other.id, Turn::waiting, "", ""});
    set(act, led, {led.room.workshop, asked.id, Turn::merged, "", other.id});
    return Done{};
}

}  // namespace kring::live
