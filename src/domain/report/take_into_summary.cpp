// SPDX-License-Identifier: EUPL-1.2
// From a fixed report to the working summary: each line with its source, so that consent is asked there in
// the way it always is.
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
    return part.kind == PartKind::answered || part.kind == PartKind::lessons;
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
    TRY(chapter, summary::add_chapter(
                     act, *summary, summary::revision_of(act.in, *summary),
                     in_its_language(shortened(record.title, summary::title_length_max), record.language),
                     in_its_language(report->introduction, record.language)));
    for (const Part& part : report->parts) {
        if (!is_finding(part)) continue;
        for (const Item& item : part.items) TRY_DONE(add_finding(act, stationery, *summary, chapter, item));
    }
    journal::record(act, "report.taken_into_summary", record.id, "summary=" + *summary);
    return *summary;
}

}  // namespace kring::report
