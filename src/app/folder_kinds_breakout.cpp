// SPDX-License-Identifier: EUPL-1.2
// Break-out tables in the folder format. What tables noted goes along as lessons; how they were set up,
// who sat where and who is kept apart is for facilitators alone.
#include "app/folder_kinds.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;

constexpr std::string_view of_workshop =
    "{record:workshop_id} and exists (select 1 from records b where b.id = t.workshop_id and "
    "{facilitated:b.network_id})";
constexpr std::string_view of_table =
    "exists (select 1 from breakout_tables bt join records b on b.id = bt.workshop_id where "
    "bt.id = t.table_id and {facilitated:b.network_id} and {record:bt.workshop_id}) and "
    "(t.question_id is null or {record:question_id})";
constexpr std::string_view of_note =
    "{record:lesson_id} and (t.merged_into is null or {record:merged_into}) and "
    "(t.question_id is null or {record:question_id}) and exists (select 1 from breakout_tables bt join "
    "records b on b.id = bt.workshop_id where bt.id = t.table_id and {facilitated:b.network_id} and "
    "{record:bt.workshop_id})";

}  // namespace

// clang-format off: a table reads by its rows
std::vector<FolderKind> breakout_kinds() {
    return {
        {"breakouts", "breakouts", "", "break-out tables of a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"rounds", "round_count", F::number, required, "", "number of rounds"},
          {"minutes", "minutes", F::number, required, "", "minutes of each round"},
          {"chairs", "chairs", F::number, required, "", "chairs at each table, 0 when no matter"},
          {"mix", "mix", F::choice, required, "even separate any", "of purchasers and suppliers"},
          {"seed", "seed", F::number, required, "", "from which lots are drawn"},
          {"version", "version", F::number, required, "", "how often it was changed"},
          {"published", "is_published", F::yes_no, required, "", "participants know their seats"},
          {"round", "current_round", F::number, required, "", "that goes on; 0 before the first"},
          {"round_began_at", "round_began_at", F::moment, optional, "", "when that round began"},
          {"closed_at", "closed_at", F::moment, optional, "", "since when notes stand as they are"}},
         of_workshop, "workshop_id"},
        {"breakout-tables", "breakout_tables", "", "a break-out table",
         {{"workshop", "workshop_id", F::reference, required, "breakouts", "workshop"},
          {"number", "number", F::number, required, "", "number of the table"},
          {"host", "host_id", F::reference, optional, "people", "who stays there"}}, of_workshop},
        {"breakout-questions", "breakout_questions", "", "a question on a break-out table",
         {{"table", "table_id", F::reference, required, "breakout-tables", "table"},
          {"question", "question_id", F::reference, required, "questions", "question"}},
         of_table, "table_id question_id"},
        {"breakout-apart", "breakout_apart", "", "organisations that share no break-out table",
         {{"workshop", "workshop_id", F::reference, required, "breakouts", "workshop"},
          {"one", "one_id", F::reference, required, "organisations", "one of them"},
          {"other", "other_id", F::reference, required, "organisations", "the other"}},
         of_workshop, "workshop_id one_id other_id"},
        {"breakout-away", "breakout_away", "", "who does not sit at a break-out table",
         {{"workshop", "workshop_id", F::reference, required, "breakouts", "workshop"},
          {"person", "person_id", F::reference, required, "people", "who"}},
         of_workshop, "workshop_id person_id"},
        {"breakout-seats", "breakout_seats", "", "a seat at a break-out table in one round",
         {{"workshop", "workshop_id", F::reference, required, "breakouts", "workshop"},
          {"round", "round", F::number, required, "", "round, from 1"},
          {"person", "person_id", F::reference, required, "people", "who"},
          {"table", "table_id", F::reference, required, "breakout-tables", "at which table"}},
         of_workshop, "workshop_id round person_id"},
        {"breakout-notes", "breakout_notes", "", "where a lesson was noted",
         {{"lesson", "lesson_id", F::reference, required, "lessons", "the note itself"},
          {"table", "table_id", F::reference, required, "breakout-tables", "at which table"},
          {"round", "round", F::number, required, "", "in which round"},
          {"question", "question_id", F::reference, optional, "questions", "on which question"},
          {"merged_into", "merged_into", F::reference, optional, "lessons",
           "the lesson in which it was taken up"}}, of_note, "lesson_id"},
    };
}
// clang-format on

}  // namespace kring::app
