// SPDX-License-Identifier: EUPL-1.2
// Asking somebody to check a part of the draft, and checking it.
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/table.hpp"
#include "domain/network/network_view.hpp"
#include "domain/people/people.hpp"
#include "domain/report/acts.hpp"
#include "domain/report/checks.hpp"
#include "domain/report/page_functions.hpp"
#include "domain/report/report_view.hpp"
#include "domain/report/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::report {

namespace {

using desk::Visit;
using html::List;
using html::View;

std::string state_in_words(const Visit& visit, const Check& check, bool is_current) {
    if (check.decision != "asked" && !is_current) return visit.say("report.check.state.changed");
    return visit.say("report.check.state." + check.decision);
}

bool is_current(db::Connection& in, const Visit& visit, const Place& place, const Check& check) {
    const auto reader = people::actor_of(in, check.person);
    return reader && hash_for(in, visit.site.phrases, *reader, place.workshop, check.part, visit.when) ==
                         check.text_hash;
}

struct AskPage {
    Place place;
    std::vector<desk::Option> people;
    std::vector<std::pair<Check, std::string>> checks;  ///< with the state in words
};

Result<AskPage> read_ask_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_draft_place(in, visit, true));
    AskPage page;
    page.people = {{"", visit.say("report.ask.choose"), ""}};
    for (const std::string& id : workshop::participants_of(in, place.workshop.record.id)) {
        const auto person = people::find_person(in, id);
        if (person && person->state != "suspended") page.people.push_back({id, person->name, ""});
    }
    for (Check& check : checks_of(in, place.workshop.record.id)) {
        std::string state = state_in_words(visit, check, is_current(in, visit, place, check));
        page.checks.emplace_back(std::move(check), std::move(state));
    }
    page.place = std::move(place);
    return page;
}

View checks_table(const Visit& visit, const AskPage& page) {
    desk::Table table("checks", visit.say("report.ask.checks"));
    table.column(visit.say("report.ask.person"))
        .column(visit.say("report.ask.part"))
        .column(visit.say("report.ask.state"))
        .column(visit.say("report.ask.remark"));
    for (const auto& [check, state] : page.checks)
        table.row().cell(check.person_name).cell(part_name(visit, check.part)).cell(state).cell(check.remark);
    return table.view();
}

web::Response show_ask(const Visit& visit, const Problems& problems) {
    const auto page = visit.read([&](db::Connection& in) { return read_ask_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    std::vector<desk::Option> parts = {{"", visit.say("report.ask.choose"), ""}};
    for (const PartKind kind : part_kinds)
        parts.push_back({std::string(word(kind)), part_name(visit, kind), ""});
    desk::Form form(
        visit, desk::address(visit, "/bijeenkomsten/{id}/verslag/verzoek", {page->place.workshop.record.id}),
        "report.ask.send");
    form.select("part", "report.ask.part", visit.request.field("part"), parts)
        .select("person", "report.ask.person", visit.request.field("person"), page->people)
        .problems(problems);
    desk::Frame frame = frame_of(visit, page->place, visit.say("report.ask"));
    frame.visible_for = workshop::visible_to_planners(visit, page->place.network);
    frame.has_errors = !problems.empty();
    View view;
    view.set("form", form.view())
        .set("has_checks", !page->checks.empty())
        .set("checks", checks_table(visit, *page));
    return desk::show(visit, frame, "report_ask", std::move(view), network::status_of_form(problems));
}

struct CheckPage {
    Place place;
    std::vector<Check> own;
    Check shown;
    std::string state;
    std::vector<Part> parts;
    Known known;
};

// The one asked for; else the first that waits for a word, or the first.
const Check& chosen(const std::vector<Check>& own, std::string_view part) {
    for (const Check& check : own) {
        if (word(check.part) == part) return check;
    }
    for (const Check& check : own) {
        if (check.decision == "asked") return check;
    }
    return own.front();
}

Result<CheckPage> read_check_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_draft_place(in, visit, false));
    CheckPage page;
    for (Check& check : checks_of(in, place.workshop.record.id)) {
        if (check.person == visit.who.person) page.own.push_back(std::move(check));
    }
    if (page.own.empty()) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    const auto asked = web::all_of(visit.request.query, "deel");
    page.shown =
        chosen(page.own, asked.empty() ? visit.request.field("part") : std::string_view(asked.front()));
    page.state = state_in_words(visit, page.shown, is_current(in, visit, place, page.shown));
    const Draft draft = find_draft(in, place.workshop.record.id);
    for (Part& part :
         parts_of(in, {visit.who, visit.when, visit.language, visit.site.phrases}, place.workshop, draft)) {
        part.is_left_out = false;
        if (part.kind == page.shown.part) page.parts.push_back(std::move(part));
    }
    page.known = known_of(in, visit, page.parts);
    page.place = std::move(place);
    return page;
}

web::Response show_own_check(const Visit& visit, const Problems& problems) {
    const auto page = visit.read([&](db::Connection& in) { return read_check_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const std::string address =
        desk::address(visit, "/bijeenkomsten/{id}/verslag/controle", {page->place.workshop.record.id});
    List others;
    for (const Check& check : page->own) {
        if (check.part != page->shown.part)
            others.push_back(network::link(address + "?deel=" + std::string(word(check.part)),
                                           part_name(visit, check.part)));
    }
    desk::Form form(visit, address, "report.check.agree");
    desk::Extra extra;
    extra.is_required = false;
    extra.rows = 3;
    extra.hint = visit.say("report.check.remark_hint");
    const bool was_typed = visit.request.method == web::Method::post;
    form.hidden("part", word(page->shown.part))
        .area("remark", "report.check.remark",
              was_typed ? visit.request.field("remark") : std::string_view(page->shown.remark), extra)
        .button("comments", "yes", "report.check.comment")
        .problems(problems);
    desk::Frame frame = frame_of(visit, page->place, visit.say("report.check"));
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    View view;
    view.set("lead", visit.say("report.check.lead"))
        .set("state", page->state)
        .set("parts", part_views(visit, page->parts, page->known))
        .set("others", std::move(others))
        .set("form", form.view());
    return desk::show(visit, frame, "report_check", std::move(view), network::status_of_form(problems));
}

}  // namespace

web::Response ask_checks(const Visit& visit) { return show_ask(visit, {}); }

web::Response post_asked_check(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) {
        return ask_check(act, visit.site, id, visit.request.field("part"), visit.request.field("person"));
    });
    if (done)
        return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/verslag/verzoek", {id}),
                        "report_check_asked");
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_ask(visit, done.problems());
}

web::Response show_check(const Visit& visit) { return show_own_check(visit, {}); }

web::Response post_check(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const bool comments = visit.request.field("comments") == "yes";
    const auto done = visit.write([&](const Act& act) {
        return decide(act, visit.site, id, visit.request.field("part"), !comments,
                      network::typed(visit, "remark"));
    });
    if (done)
        return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/verslag", {id}), "report_checked");
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_own_check(visit, done.problems());
}

}  // namespace kring::report
