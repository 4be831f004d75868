// SPDX-License-Identifier: EUPL-1.2
// From a fixed report to the working summary: each line with its source, so that consent is asked there in
// the way it always is.
#include <algorithm>

#include "domain/breakout/store.hpp"
#include "domain/chain/audience.hpp"
#include "domain/report/acts.hpp"
#include "domain/report/running.hpp"
#include "domain/report/store.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/may.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/text.hpp"

namespace kring::report {

namespace {

Bilingual in_its_language(const std::string& text, std::string_view language) {
    Bilingual both;
    (language == "en" ? both.en : both.nl) = text;
    return both;
}

// What may be a statement with its source; the programme is no finding.
bool is_finding(const Part& part) {
    return part.kind == PartKind::answered || part.kind == PartKind::tables || part.kind == PartKind::lessons;
}

// What a table noted and the plenary took up stands in the plenary's lesson, which leads to the note.
bool is_said_by_another(const Act& act, const Part& part, const Item& item) {
    if (part.kind != PartKind::tables) return false;
    const auto note = breakout::find_note(act.in, act.who, item.record, act.when);
    if (!note || note->merged_into.empty()) return false;
    return std::any_of(part.items.begin(), part.items.end(),
                       [&](const Item& other) { return other.record == note->merged_into; });
}

Result<Done> add_finding(const Act& act, const people::Stationery& stationery, const std::string& summary,
                         const std::string& chapter, const Item& item) {
    if (!chain::find_readable(act.in, act.who, item.record, act.when)) return Done{};
    TRY(statement, summary::add_statement(act, chapter, summary::revision_of(act.in, summary),
                                          in_its_language(item.text, item.language)));
    return summary::place(act, stationery, statement, summary::revision_of(act.in, summary), item.record,
                          summary::Naming::none);
}

}  // namespace

Result<std::string> take_into_summary(const Act& act, const people::Stationery& stationery,
                                      std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    const auto report = find(act.in, record.id);
    if (!report) return problem(Trouble::not_found, "problem.not_found");
    if (!summary::may_edit(act.who, record.network)) return problem(Trouble::forbidden, "summary.not_yours");
    const auto summary = summary::summary_of(act.in, record.network);
    if (!summary) return problem(Trouble::conflict, "report.problem.no_summary");
    if (chapter_of(act.in, report->workshop)) return problem(Trouble::conflict, "report.problem.taken");
    TRY(chapter,
        summary::add_chapter(
            act, *summary, summary::revision_of(act.in, *summary),
            in_its_language(shortened(record.title, summary::title_length_max), record.language),
            in_its_language(report->introduction, record.language), chapter_id_for(report->workshop)));
    for (const Part& part : report->parts) {
        if (!is_finding(part)) continue;
        for (const Item& item : part.items) {
            if (is_said_by_another(act, part, item)) continue;
            TRY_DONE(add_finding(act, stationery, *summary, chapter, item));
        }
    }
    journal::record(act, "report.taken_into_summary", record.id, "summary=" + *summary);
    return *summary;
}

}  // namespace kring::report
