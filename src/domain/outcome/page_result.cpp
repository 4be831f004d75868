// SPDX-License-Identifier: EUPL-1.2
// A scenario with its outcome; while it is computed, how far that is.
#include "domain/desk/addresses.hpp"
#include "domain/outcome/outcome_view.hpp"
#include "domain/outcome/page_functions.hpp"
#include "domain/scenario/defaults.hpp"
#include "domain/scenario/forms.hpp"
#include "domain/scenario/may.hpp"
#include "domain/scenario/reckon.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/html/markdown.hpp"

namespace kring::outcome {

namespace {

using desk::Visit;
using html::View;
using scenario::Scenario;

struct ResultPage {
    Scenario one;
    std::optional<scenario::Run> run;
    std::optional<scenario::Paper> paper;
    std::vector<factor::Notice> notices;
    chain::VisibleFor visible_for;
    bool has_newer_figures = false;
};

// Whether the figures offered today differ from those it was computed with; not asked of who cannot copy it.
bool has_newer(db::Connection& in, const Visit& visit, const Scenario& one) {
    if (!scenario::may_copy(visit.who, one)) return false;
    const auto newest = scenario::resolve(in, factor::current(in), one.inputs);
    return newest && scenario::to_text(*newest) != scenario::to_text(one.figures);
}

Result<ResultPage> read_page(db::Connection& in, const Visit& visit) {
    TRY(one, scenario::find_visible(in, visit.who, visit.request.part("id"), visit.when));
    ResultPage page;
    page.run = scenario::find_run(in, one.run_key);
    page.paper = scenario::find_paper(in, one.record.id, visit.code());
    page.notices = factor::notices(in, used_by(one.figures));
    page.visible_for = chain::visible_for(in, one.record, visit.code());
    if (one.record.audience == chain::Audience::persons && !one.record.is_withdrawn)
        page.visible_for = desk::visible_to_you();
    page.has_newer_figures = has_newer(in, visit, one);
    page.one = std::move(one);
    return page;
}

// What computing it once more gave, beside what is kept.
std::string check_in_words(const Visit& visit, const ResultPage& page) {
    const bool is_checked = page.run && page.run->is_again && page.run->state == scenario::RunState::done;
    if (!is_checked || page.one.result_hash.empty()) return "";
    if (sha256_hex(page.run->result) != page.one.result_hash)
        return visit.say("outcome.check.differs",
                         {{"then", page.one.engine}, {"now", scenario::engine_now()}});
    return visit.say("outcome.check.same");
}

void set_progress(View& view, const Visit& visit, const ResultPage& page) {
    const auto state = page.run ? page.run->state : scenario::RunState::cancelled;
    const bool is_busy = state == scenario::RunState::waiting || state == scenario::RunState::running;
    const std::int64_t draws = page.run ? page.run->draws : 0;
    const std::int64_t percent = draws > 0 ? page.run->draws_done * 100 / draws : 0;
    view.set("is_busy", is_busy)
        .set("percent", std::to_string(percent))
        .set("progress", visit.say("outcome.progress." + std::string(scenario::word(state)),
                                   {{"percent", std::to_string(percent)}}));
}

void set_doors(View& view, const Visit& visit, const ResultPage& page) {
    const Scenario& one = page.one;
    const auto here = [&](std::string_view rest) { return scenario::address_of(visit, one.record.id, rest); };
    const bool may_choose = scenario::may_choose(visit.who, one);
    const bool may_change = scenario::may_change(visit.who, one.record);
    view.set("may_choose", may_choose)
        .set("may_change", may_change)
        .set("is_draft", !one.is_shared())
        .set("may_restore", one.record.is_withdrawn)
        .set("may_copy", scenario::may_copy(visit.who, one))
        .set("has_newer", page.has_newer_figures)
        .set("edit_href", here("/bewerken"))
        .set("copy_href", here("/kopie"))
        .set("compute_href", here("/berekening"))
        .set("stop_href", here("/stop"))
        .set("withdraw_href", here("/intrekking"))
        .set("restore_href", here("/herstel"))
        .set("figures_href", here("/getallen"))
        .set("pictures_href", here("/beelden"))
        .set("steps",
             may_choose ? scenario::steps_view(visit, one.record.id, scenario::Step::result) : html::List{});
}

void set_files(View& view, const Visit& visit, const ResultPage& page) {
    const auto file = [&](std::string_view name) {
        return desk::address(visit, "/rekenhulp/{id}/bestanden/{bestand}", {page.one.record.id, name});
    };
    const bool is_current =
        page.paper && page.paper->result_hash == scenario::paper_mark(page.one) && !page.paper->has_failed;
    view.set("ods_href", file("rekenhulp.ods"))
        .set("csv_href", file("rekenhulp.csv"))
        .set("pdf_href", is_current && page.paper->is_printed ? file("rekenhulp.pdf") : "")
        .set("is_printing", is_current && !page.paper->is_printed)
        .set("has_paper_failed", page.paper && page.paper->has_failed)
        .set("may_print", visit.who.is_signed_in())
        .set("paper_href", scenario::address_of(visit, page.one.record.id, "/papier"));
}

bool is_waiting(const ResultPage& page) {
    const bool is_computing =
        page.run && !page.one.outcome &&
        (page.run->state == scenario::RunState::waiting || page.run->state == scenario::RunState::running);
    const bool is_printing = page.paper && !page.paper->is_printed && !page.paper->has_failed;
    return is_computing || is_printing;
}

desk::Frame frame_of(const Visit& visit, const ResultPage& page) {
    desk::Frame frame;
    frame.title = page.one.record.title;
    frame.section = "rekenhulp";
    frame.crumbs = scenario::crumbs_to(visit, nullptr, page.one.record.title);
    frame.visible_for = page.visible_for;
    return frame;
}

}  // namespace

web::Response show_scenario(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Scenario& one = page->one;
    View view;
    set_progress(view, visit, *page);
    set_doors(view, visit, *page);
    set_files(view, visit, *page);
    View body;
    if (one.outcome) {
        const Telling telling{visit.site, visit.language, one};
        set_body(body, telling, scenario::address_of(visit, one.record.id, "/getallen"));
    }
    view.set("has_outcome", one.outcome.has_value())
        .set("body", std::move(body))
        .set("language", one.record.language)
        .set("byline", desk::byline(visit, one.record))
        .set("note", html::markdown(one.note, 2))
        .set("check", check_in_words(visit, *page))
        .set("notices", notice_rows(page->notices))
        .set("versions", scenario::versions_of(one.figures))
        .set("chain", desk::chain_view(visit, one.record));
    auto response = desk::show(visit, frame_of(visit, *page), "outcome_show", std::move(view));
    if (is_waiting(*page)) response.with("Refresh", "3");
    return response;
}

}  // namespace kring::outcome
