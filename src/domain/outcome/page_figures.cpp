// SPDX-License-Identifier: EUPL-1.2
// Where each number of an outcome comes from: the equation of every measure, every figure with source, year,
// licence and certainty; and all measures as pictures.
#include "domain/outcome/outcome_view.hpp"
#include "domain/outcome/page_functions.hpp"
#include "domain/scenario/forms.hpp"
#include "domain/scenario/store.hpp"

namespace kring::outcome {

namespace {

using desk::Visit;
using html::View;
using scenario::Scenario;

struct Page {
    Scenario one;
    std::vector<factor::Notice> notices;
    chain::VisibleFor visible_for;
};

Result<Page> read_page(db::Connection& in, const Visit& visit) {
    TRY(one, scenario::find_visible(in, visit.who, visit.request.part("id"), visit.when));
    if (!one.outcome) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    Page page{one, factor::notices(in, used_by(one.figures)),
              chain::visible_for(in, one.record, visit.code())};
    if (one.record.audience == chain::Audience::persons) page.visible_for = desk::visible_to_you();
    return page;
}

desk::Frame frame_of(const Visit& visit, const Page& page, std::string title) {
    desk::Frame frame;
    frame.title = title;
    frame.section = "rekenhulp";
    frame.crumbs = scenario::crumbs_to(visit, &page.one, std::move(title));
    frame.visible_for = page.visible_for;
    return frame;
}

}  // namespace

web::Response show_figures(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Telling telling{visit.site, visit.language, page->one};
    View view;
    view.set("formulas", formula_rows(telling))
        .set("figures", figure_rows(telling, &visit))
        .set("notices", notice_rows(page->notices))
        .set("inputs", scenario::to_text(page->one.inputs));
    return desk::show(visit, frame_of(visit, *page, visit.say("outcome.figures.title")), "outcome_figures",
                      std::move(view));
}

web::Response show_pictures(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Telling telling{visit.site, visit.language, page->one};
    View view;
    view.set("pictures", all_pictures(telling));
    return desk::show(visit, frame_of(visit, *page, visit.say("outcome.pictures.title")), "outcome_pictures",
                      std::move(view));
}

}  // namespace kring::outcome
