// SPDX-License-Identifier: EUPL-1.2
// The simulator: what every weight does at once, in words, a picture and tables; and choosing from it.
#include <algorithm>
#include <cmath>

#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/tender/acts.hpp"
#include "domain/tender/may.hpp"
#include "domain/tender/page_functions.hpp"
#include "domain/tender/picture.hpp"
#include "domain/tender/runs.hpp"
#include "domain/tender/simulator_view.hpp"
#include "domain/tender/store.hpp"
#include "domain/tender/tender_view.hpp"

namespace kring::tender {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct SimulatorPage {
    Place place;
    std::optional<Run> run;
};

Result<SimulatorPage> read_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit));
    auto run = find_run(in, key_of(place.tender));
    return SimulatorPage{std::move(place), std::move(run)};
}

// A draft with many draws shows what a page's worth of them gives until its job is done.
struct Shown {
    Answer answer;
    bool is_short = false;
};

Result<Shown> answer_for(const SimulatorPage& page) {
    if (page.run && page.run->state == RunState::done) {
        if (auto kept = read_answer(page.run->answer)) return Shown{std::move(*kept), false};
    }
    Tender tender = page.place.tender;
    const bool is_short = tender.market.draws > draws_at_once_max;
    if (is_short) tender.market.draws = Market{}.draws;
    TRY(answer, simulate_once(tender));
    return Shown{std::move(answer), is_short};
}

void set_run(View& view, const Visit& visit, const SimulatorPage& page, bool is_short) {
    const std::string& id = page.place.tender.record.id;
    const bool may = may_change(visit.who, page.place.tender.record);
    const RunState state = page.run ? page.run->state : RunState::cancelled;
    const bool is_busy = page.run && (state == RunState::waiting || state == RunState::running);
    std::string standing;
    if (is_busy) {
        standing = visit.say("tender.run.busy", {{"done", std::to_string(page.run->done_draws)},
                                                 {"of", std::to_string(page.place.tender.market.draws)}});
    } else if (page.run && state == RunState::failed) {
        standing = visit.say("tender.run.failed");
    } else if (is_short) {
        standing = visit.say("tender.run.short", {{"draws", std::to_string(Market{}.draws)},
                                                  {"of", std::to_string(page.place.tender.market.draws)}});
    }
    view.set("standing", standing)
        .set("may_run", may && is_short && !is_busy)
        .set("may_cancel", may && is_busy)
        .set("run_href", tender_address(visit, id, "/doorrekening"))
        .set("cancel_href", tender_address(visit, id, "/doorrekening/stop"));
}

// The engine's problems name places in its own words; those it has phrases for are worded.
std::string fault_in_words(const Visit& visit, const Problem& problem) {
    if (visit.site.phrases.has(problem.phrase, visit.language)) return desk::worded(visit, problem);
    return visit.say("tender.simulator.fault", {{"where", problem.field}});
}

// The form that takes a value from the picture; the own value when nothing was typed.
View choice_form(const Visit& visit, const Place& place, const Answer& answer, const std::string& typed,
                 const Problems& problems) {
    const bool is_weight = answer.knob == "weight";
    desk::Form form(visit, tender_address(visit, place.tender.record.id, "/gewicht"),
                    "tender.choose.submit." + answer.knob);
    desk::Extra extra;
    extra.hint = visit.say(is_weight ? "tender.choose.hint" : "tender.choose.hint_money");
    form.text("share", "tender.choose.label." + answer.knob, typed, extra).problems(problems);
    return form.view();
}

web::Response show_page(const Visit& visit, const std::string* typed, const Problems& problems) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Tender& tender = page->place.tender;
    const bool may = may_change(visit.who, tender.record);
    View view;
    const auto shown = answer_for(*page);
    std::vector<Warning> warnings = warnings_of(tender, page->place.has_bids && may, visit.language);
    view.set("has_answer", static_cast<bool>(shown)).set("may_change", may);
    set_run(view, visit, *page, shown && shown->is_short);
    if (shown) {
        set_answer(view, visit, tender, shown->answer);
        for (Warning& one : notices_in_words(shown->answer.notices, simulated_names(visit), visit.language)) {
            if (one.phrase != "tender.notice.weights_sum") warnings.push_back(std::move(one));
        }
        const bool may_choose = may && shown->answer.knob != "worth";
        view.set("may_choose", may_choose);
        if (may_choose) {
            const std::string own = typed ? *typed : own_in_field(visit, tender, shown->answer);
            view.set("form", choice_form(visit, page->place, shown->answer, own, problems));
        }
    } else {
        List faults;
        for (const Problem& problem : shown.problems())
            faults.push_back(std::move(View().set("text", fault_in_words(visit, problem))));
        view.set("faults", std::move(faults));
    }
    const std::string& id = tender.record.id;
    view.set("warnings", warnings_view(visit, warnings))
        .set("tender_href", tender_address(visit, id))
        .set("criteria_href", tender_address(visit, id, "/criteria"))
        .set("formula_href", tender_address(visit, id, "/formule"))
        .set("market_href", tender_address(visit, id, "/markt"))
        .set("expected_href", tender_address(visit, id, "/verwachting"))
        .set("has_assumptions", !tender.market.is_own && tender.expected.size() < 2)
        .set("uses_expected", tender.expected.size() >= 2);
    desk::Frame frame = frame_of(visit, page->place, visit.say("tender.simulator"));
    frame.has_errors = !problems.empty();
    const bool is_busy =
        page->run && (page->run->state == RunState::waiting || page->run->state == RunState::running);
    auto response = desk::show(visit, frame, "tender_simulator", std::move(view),
                               problems.empty() ? 200 : desk::status_of(problems.front().trouble));
    if (is_busy) response.with("Refresh", "4");
    return response;
}

web::Response to_simulator(const Visit& visit, std::string_view message) {
    return desk::go(visit, tender_address(visit, visit.request.part("id"), "/simulator"), message);
}

}  // namespace

web::Response show_simulator(const Visit& visit) { return show_page(visit, nullptr, {}); }

web::Response post_weight(const Visit& visit) {
    const Typed typed{visit.request.form, visit.language};
    const auto done =
        visit.write([&](const Act& act) { return choose_weight(act, visit.request.part("id"), typed); });
    if (done) return to_simulator(visit, "tender_weight_chosen");
    if (is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const std::string share = typed.at("share");
    return show_page(visit, &share, done.problems());
}

web::Response post_run(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return ask_run(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return to_simulator(visit, "tender_run_asked");
}

web::Response post_cancellation(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return cancel_run(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return to_simulator(visit, "tender_run_cancelled");
}

}  // namespace kring::tender
