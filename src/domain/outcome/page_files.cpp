// SPDX-License-Identifier: EUPL-1.2
// The outcome as a file: CSV and ODS at once, PDF after a job has printed it.
#include "domain/outcome/outcome_view.hpp"
#include "domain/outcome/page_functions.hpp"
#include "domain/outcome/sheets.hpp"
#include "domain/scenario/acts.hpp"
#include "domain/scenario/forms.hpp"
#include "domain/scenario/store.hpp"

namespace kring::outcome {

namespace {

using desk::Visit;

struct FilePage {
    scenario::Scenario one;
    std::vector<factor::Notice> notices;
    std::string pdf;
};

Result<FilePage> read_page(db::Connection& in, const Visit& visit) {
    TRY(one, scenario::find_visible(in, visit.who, visit.request.part("id"), visit.when));
    if (!one.outcome) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    FilePage page{one, factor::notices(in, used_by(one.figures)), ""};
    const auto paper = scenario::find_paper(in, one.record.id, visit.code());
    const bool is_current = paper && paper->is_printed && paper->result_hash == scenario::paper_mark(one);
    if (is_current && visit.request.part("bestand") == "rekenhulp.pdf")
        page.pdf = scenario::paper_bytes(in, *paper);
    return page;
}

}  // namespace

web::Response send_file(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const std::string name(visit.request.part("bestand"));
    if (name == "rekenhulp.pdf" && !page->pdf.empty()) return web::bytes(page->pdf, "application/pdf", name);
    const Telling telling{visit.site, visit.language, page->one};
    if (name == "rekenhulp.csv")
        return web::bytes(sheet::csv(sheet_of(telling, page->notices)), sheet::csv_type, name);
    if (name == "rekenhulp.ods")
        return web::bytes(
            sheet::ods(sheet_of(telling, page->notices), amsterdam_day(page->one.record.updated_at)),
            sheet::ods_type, name);
    return desk::not_found(visit);
}

web::Response post_paper(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto done =
        visit.write([&](const Act& act) { return scenario::order_paper(act, id, visit.code()); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, scenario::address_of(visit, id) + "#files");
}

}  // namespace kring::outcome
