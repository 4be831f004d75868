// SPDX-License-Identifier: EUPL-1.2
// The part of the dictionary of the folder format about what stays of a workshop.
#include "app/folder_kinds.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;

// clang-format off: a table reads by its rows

// What stays of a workshop. Of evaluations only what was answered: the key to whose it is stays here.
std::vector<FolderKind> commitment_kinds() {
    return {
        {"commitments", "commitments", "commitment", "what somebody will do after a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "the workshop it follows from"},
          {"organisation", "organisation_id", F::reference, optional, "organisations",
           "organisation at that moment"},
          {"due_on", "due_on", F::day, required, "", "by when"},
          {"progress", "state", F::choice, required, "open done dropped", "how it stands"},
          {"closed_at", "closed_at", F::moment, optional, "", "since when it is closed"},
          {"reminded", "reminded", F::line, optional, "", "last reminder posted: early or late"},
          {"body", "body", F::text, optional, "", "explanation, Markdown"},
          {"outcome", "outcome", F::text, optional, "", "the result, or the reason"}}, ""},
        {"evaluations", "evaluations", "", "participants were asked what they thought of a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"asked_at", "asked_at", F::moment, required, "", "when they were asked"},
          {"closes_at", "closes_at", F::moment, required, "", "until when one may answer"}},
         "1 = 0", "workshop_id"},
        {"evaluation-answers", "evaluation_answers", "", "an answer; whose it is stands nowhere",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"useful", "useful", F::number, optional, "", "from 1 to 5: useful for my work"},
          {"prepared", "prepared", F::number, optional, "", "from 1 to 5: well prepared"},
          {"met", "met", F::number, optional, "", "from 1 to 5: met people who help on"},
          {"named_as", "named_as", F::line, optional, "", "name, only when asked for"},
          {"learned", "learned", F::text, optional, "", "what one learned"},
          {"intends_by", "intends_by", F::day, optional, "", "by when, when it is a day"},
          {"intends", "intends", F::text, optional, "", "what one will do, when it became no commitment"},
          {"better", "better", F::text, optional, "", "what could be better"}},
         "1 = 0"},
    };
}

// Reports: the draft, and what was fixed. Who was asked to check a draft stays here.
std::vector<FolderKind> report_kinds() {
    return {
        {"report-drafts", "report_drafts", "", "what facilitators add to the report of a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"revision", "revision", F::number, required, "", "rises with every change"},
          {"introduction", "introduction", F::text, optional, "", "introduction, Markdown"}},
         "1 = 0", "workshop_id"},
        {"report-draft-parts", "report_draft_parts", "", "the same, with one part",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"part", "part", F::line, required, "", "part"},
          {"left_out", "is_left_out", F::yes_no, optional, "", "not in the report"},
          {"remark", "remark", F::text, optional, "", "remark, Markdown"}},
         "1 = 0", "workshop_id part"},
        {"reports", "reports", "report", "the report of a workshop, as fixed",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"number", "number", F::number, required, "", "number"},
          {"fixed_at", "fixed_at", F::moment, required, "", "when fixed"},
          {"introduction", "introduction", F::text, optional, "", "introduction, Markdown"}}, ""},
        {"report-parts", "report_parts", "", "a part of a report, as fixed",
         {{"report", "report_id", F::reference, required, "reports", "report"},
          {"part", "part", F::line, required, "", "part"},
          {"position", "position", F::number, required, "", "order"},
          {"amount", "amount", F::number, optional, "", "what was counted"},
          {"remark", "remark", F::text, optional, "", "remark, Markdown"}},
         "{record:report_id}", "report_id part"},
        {"report-items", "report_items", "", "a line of a part, as fixed",
         {{"report", "report_id", F::reference, required, "reports", "report"},
          {"part", "part", F::line, required, "", "part"},
          {"position", "position", F::number, required, "", "order"},
          {"text", "text", F::line, required, "", "line"},
          {"detail", "detail", F::line, optional, "", "such as who spoke, or a result"},
          {"language", "language", F::choice, required, "nl en", "language of the line"},
          {"record", "record_id", F::line, optional, "", "the record, or guest, it tells of"}},
         "{record:report_id}", "report_id part position"},
    };
}

// clang-format on

}  // namespace

std::vector<FolderKind> folder_kinds_afterwards() {
    std::vector<FolderKind> all = commitment_kinds();
    for (FolderKind& kind : report_kinds()) all.push_back(std::move(kind));
    return all;
}

}  // namespace kring::app
