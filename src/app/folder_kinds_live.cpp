// SPDX-License-Identifier: EUPL-1.2
// The dictionary of the folder format, for what is kept of a workshop as it happens.
#include "app/folder_kinds.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;
constexpr std::string_view led =
    "{record:workshop_id} and exists (select 1 from records w where w.id = t.workshop_id and "
    "{facilitated:w.network_id})";
constexpr std::string_view led_question =
    "{record:workshop_id} and {record:question_id} and exists (select 1 from records w where w.id = "
    "t.workshop_id and {facilitated:w.network_id})";
constexpr std::string_view led_round =
    "exists (select 1 from live_pitch_rounds d join records w on w.id = d.workshop_id where d.id = "
    "t.round_id and {facilitated:w.network_id} and {record:d.workshop_id})";

}  // namespace

// clang-format off: a table reads by its rows
std::vector<FolderKind> live_kinds() {
    return {
        {"live-rooms", "live_rooms", "", "a workshop as it happens",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"open", "is_open", F::yes_no, required, "", "the live pages are open"},
          {"showing", "showing", F::choice, required, "queue question statement pitch tables",
           "what phones and the screen show first"},
          {"version", "version", F::number, required, "", "how often it changed"},
          {"opened_at", "opened_at", F::moment, optional, "", "when it was last opened"}},
         led, "workshop_id"},
        {"live-turns", "live_turns", "", "where a question stands in the queue of a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"question", "question_id", F::reference, required, "questions", "question"},
          {"turn", "turn", F::choice, required, "waiting now answered later merged", "where it stands"},
          {"answered_by", "answered_by", F::line, optional, "", "who answered in the room, as noted"},
          {"merged_into", "merged_into", F::reference, optional, "questions",
           "the question it was put with"}},
         led_question, "workshop_id question_id"},
        {"live-statements", "live_statements", "", "a statement to agree or disagree with, and the counts",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"number", "number", F::number, required, "", "number within the workshop"},
          {"repeats", "repeats", F::number, optional, "", "number of the statement it puts again"},
          {"text_nl", "text_nl", F::line, optional, "", "statement"},
          {"text_en", "text_en", F::line, optional, "", "statement in English"},
          {"state", "state", F::choice, required, "prepared open closed", "how it stands"},
          {"shown", "is_shown", F::yes_no, optional, "", "everybody may see the result"},
          {"could", "could", F::number, optional, "", "how many could choose"},
          {"voted", "voted", F::number, optional, "", "how many chose"},
          {"agreed", "agreed", F::number, optional, "", "how many agreed; absent when fewer than five chose"},
          {"disagreed", "disagreed", F::number, optional, "", "how many disagreed"},
          {"no_opinion", "no_opinion", F::number, optional, "", "how many had no opinion"},
          {"opened_at", "opened_at", F::moment, optional, "", "when it was opened"},
          {"closed_at", "closed_at", F::moment, optional, "", "when it was closed"}}, led},
        {"live-pitch-rounds", "live_pitch_rounds", "", "a draw of the order of pitches",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"number", "number", F::number, required, "", "number within the workshop"},
          {"seconds", "seconds", F::number, required, "", "length of each pitch"},
          {"seed", "seed", F::line, required, "", "from which the order was drawn"},
          {"drawn_at", "drawn_at", F::moment, required, "", "when"}}, led},
        {"live-pitches", "live_pitches", "", "a pitch, in the order drawn",
         {{"round", "round_id", F::reference, required, "live-pitch-rounds", "the draw"},
          {"position", "position", F::number, required, "", "turn"},
          {"name", "name", F::line, required, "", "who pitches"},
          {"state", "state", F::choice, required, "waiting running stopped done", "how it stands"},
          {"used_ms", "used_ms", F::number, required, "", "time had, in milliseconds"},
          {"running_since", "running_since", F::moment, optional, "", "since when the clock runs"}},
         led_round, "round_id position"},
    };
}
// clang-format on

}  // namespace kring::app
