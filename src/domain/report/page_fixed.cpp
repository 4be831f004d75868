// SPDX-License-Identifier: EUPL-1.2
// Fixing a report, and the report as fixed.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/network/network_view.hpp"
#include "domain/report/acts.hpp"
#include "domain/report/page_functions.hpp"
#include "domain/report/report_view.hpp"
#include "domain/report/store.hpp"
#include "domain/summary/may.hpp"
#include "domain/summary/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::report {

namespace {

using desk::Visit;
using html::View;

web::Response show_fixing(const Visit& visit, std::string_view audience, const Problems& problems) {
    std::int64_t number = 0;
    const auto place = visit.read([&](db::Connection& in) {
        auto found = find_draft_place(in, visit, true);
        if (found) number = next_number(in, found->workshop.record.id);
        return found;
    });
    if (!place) return desk::trouble(visit, place.problems());
    std::vector<desk::Option> options;
    for (const std::string_view one : {"workshop", "network", "everyone"})
        options.push_back({std::string(one), visit.say("report.audience." + std::string(one)), ""});
    desk::Form form(
        visit, desk::address(visit, "/bijeenkomsten/{id}/verslag/vaststelling", {place->workshop.record.id}),
        "report.fix");
    desk::Extra extra;
    extra.hint = visit.say("report.fix.explained");
    form.hidden("number", std::to_string(number))
        .radios("audience", "report.fix.audience", audience, options, extra)
        .problems(problems);
    desk::Frame frame = frame_of(visit, *place, visit.say("report.fix"));
    frame.visible_for = workshop::visible_to_planners(visit, place->network);
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

struct FixedPage {
    Report report;
    std::optional<Place> place;  ///< absent when the visitor may not read the workshop
    Known known;
    std::string chapter_href;  ///< of a report of this workshop in the working summary, for its editors
    chain::VisibleFor visible_for;
};

std::string chapter_address(db::Connection& in, const Visit& visit, std::string_view workshop) {
    const auto chapter = chapter_of(in, workshop);
    if (!chapter) return "";
    const auto summary = summary::summary_of_chapter(in, *chapter);
    return desk::address(visit, "/samenvattingen/{id}", {summary.value()}) + "#" + *chapter;
}

Result<FixedPage> read_fixed(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    auto report = find(in, record.id);
    if (!report) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    FixedPage page;
    page.known = known_of(in, visit, report->parts);
    if (summary::may_edit(visit.who, record.network))
        page.chapter_href = chapter_address(in, visit, report->workshop);
    page.visible_for = chain::visible_for(in, record, visit.code());
    if (auto place = find_place(in, visit, report->workshop)) page.place = std::move(*place);
    page.report = std::move(*report);
    return page;
}

std::string address_here(const Visit& visit, std::string_view pattern) {
    return desk::address(visit, pattern, {visit.request.part("id")});
}

desk::Frame frame_here(const Visit& visit, const FixedPage& page) {
    desk::Frame frame;
    frame.title = visit.say("report.title") + ": " + page.report.record.title;
    frame.section = "netwerken";
    if (page.place) {
        frame.crumbs = workshop::crumbs_to(visit, page.place->network, page.place->series);
        frame.crumbs.push_back(workshop::crumb_of(visit, page.place->workshop, false));
    }
    frame.crumbs.push_back({visit.say("report.title"), ""});
    frame.visible_for = page.visible_for;
    return frame;
}

web::Response show_fixed(const Visit& visit, int status) {
    const auto page = visit.read([&](db::Connection& in) { return read_fixed(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Report& report = page->report;
    const chain::Record& record = report.record;
    const bool is_own = visit.who.is_signed_in() && record.owner == visit.who.person;
    const bool may_withdraw = is_own || visit.who.is_facilitator(record.network);
    View view;
    view.set("title", record.title)
        .set("language", record.language == visit.code() ? "" : record.language)
        .set("fixed_line", visit.say("report.fixed.link",
                                     {{"number", std::to_string(report.number)},
                                      {"when", visit.site.phrases.moment(report.fixed_at, visit.language)}}))
        .set("is_withdrawn", record.is_withdrawn)
        .set("restore_href", address_here(visit, "/verslagen/{id}/herstel"))
        .set("may_take", page->chapter_href.empty() && !record.is_withdrawn &&
                             summary::may_edit(visit.who, record.network))
        .set("chapter_href", page->chapter_href)
        .set("summary_href", address_here(visit, "/verslagen/{id}/samenvattingen"))
        .set("may_withdraw", !record.is_withdrawn && may_withdraw)
        .set("withdraw_href", address_here(visit, "/verslagen/{id}/intrekking"))
        .set("introduction", html::markdown(report.introduction, 2))
        .set("parts", part_views(visit, report.parts, page->known, record.language))
        .set("chain", desk::chain_view(visit, record));
    return desk::show(visit, frame_here(visit, *page), "report_show", std::move(view), status);
}

}  // namespace

web::Response ask_fixing(const Visit& visit) { return show_fixing(visit, "workshop", {}); }

web::Response post_fixing(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const std::string typed(visit.request.field("audience"));
    std::int64_t number = 0;
    read_number(visit.request.field("number"), 1, INT64_MAX, number);
    // An audience that is none is refused as one that a report may not have.
    const auto audience = chain::audience_of(typed).value_or(chain::Audience::persons);
    const auto fixed =
        visit.write([&](const Act& act) { return fix(act, visit.site, id, number, audience); });
    if (fixed) return desk::go(visit, desk::address(visit, "/verslagen/{id}", {*fixed}), "report_fixed");
    if (workshop::is_beyond_the_form(fixed.problems())) return desk::trouble(visit, fixed.problems());
    return show_fixing(visit, typed, fixed.problems());
}

web::Response show_report(const Visit& visit) { return show_fixed(visit, 200); }

web::Response post_into_summary(const Visit& visit) {
    const std::string& start = visit.site.public_address;
    const people::Stationery stationery = {visit.site.phrases, visit.site.name,
                                           [&start](html::Language language, std::string_view pattern) {
                                               return start + desk::address(language, pattern);
                                           }};
    const auto done = visit.write(
        [&](const Act& act) { return take_into_summary(act, stationery, visit.request.part("id")); });
    // The page itself says so, with a link to the chapter.
    if (!done && done.problems().front().phrase == "report.problem.taken") return show_fixed(visit, 409);
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/samenvattingen/{id}", {*done}), "report_taken");
}

web::Response post_withdrawal(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return withdraw(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn"), "withdrawn");
}

web::Response post_restoration(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return restore(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, address_here(visit, "/verslagen/{id}"), "restored");
}

}  // namespace kring::report
