// SPDX-License-Identifier: EUPL-1.2
// The draft: what each reader may read of it, and what facilitators add.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/network/network_view.hpp"
#include "domain/report/acts.hpp"
#include "domain/report/checks.hpp"
#include "domain/report/may.hpp"
#include "domain/report/page_functions.hpp"
#include "domain/report/report_view.hpp"
#include "domain/report/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::report {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct DraftPage {
    Place place;
    Draft draft;
    std::vector<Part> parts;
    Known known;
    std::vector<Report> fixed;
    bool is_asked = false;
    chain::VisibleFor visible_for;
};

bool is_asked(db::Connection& in, const Visit& visit, const Place& place) {
    for (const Check& check : checks_of(in, place.workshop.record.id)) {
        if (check.person == visit.who.person) return true;
    }
    return false;
}

Result<DraftPage> read_draft_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_draft_place(in, visit, false));
    DraftPage page;
    const std::string& id = place.workshop.record.id;
    page.draft = find_draft(in, id);
    page.parts =
        parts_of(in, {visit.who, visit.when, visit.language, visit.site.phrases}, place.workshop, page.draft);
    page.known = known_of(in, visit, page.parts);
    page.fixed = of_workshop(in, visit.who, id, visit.when);
    page.is_asked = is_asked(in, visit, place);
    page.visible_for = {"visible.workshop", {{"workshop", place.workshop.record.title}}};
    page.place = std::move(place);
    return page;
}

List fixed_links(const Visit& visit, const std::vector<Report>& fixed) {
    List links;
    for (const Report& report : fixed)
        links.push_back(
            network::link(desk::address(visit, "/verslagen/{id}", {report.record.id}),
                          visit.say("report.fixed.link",
                                    {{"number", std::to_string(report.number)},
                                     {"when", visit.site.phrases.moment(report.fixed_at, visit.language)}})));
    return links;
}

Draft typed_draft(const Visit& visit) {
    Draft draft;
    draft.workshop = visit.request.part("id");
    read_number(visit.request.field("revision"), 0, INT64_MAX, draft.revision);
    draft.introduction = network::typed(visit, "introduction");
    for (const PartKind kind : part_kinds) {
        const std::string name(word(kind));
        Part part;
        part.kind = kind;
        part.remark = network::typed(visit, "remark_" + name);
        part.is_left_out = visit.request.field("left_out_" + name) == "yes";
        draft.parts.push_back(std::move(part));
    }
    return draft;
}

Part part_in(const Draft& draft, PartKind kind) {
    for (const Part& part : draft.parts) {
        if (part.kind == kind) return part;
    }
    return {};
}

web::Response show_edit(const Visit& visit, const Place& place, const Draft& draft,
                        const Problems& problems) {
    desk::Form form(visit,
                    desk::address(visit, "/bijeenkomsten/{id}/verslag/bewerken", {place.workshop.record.id}),
                    "network.form.save");
    form.hidden("revision", std::to_string(draft.revision));
    desk::Extra extra;
    extra.is_required = false;
    extra.hint = visit.say("network.form.markdown");
    form.area("introduction", "report.form.introduction", draft.introduction, extra);
    for (const PartKind kind : part_kinds) {
        const std::string name(word(kind));
        const Part part = part_in(draft, kind);
        desk::Extra of_part;
        of_part.is_required = false;
        of_part.rows = 3;
        of_part.label_values = {{"part", part_name(visit, kind)}};
        form.heading("report.part." + name);
        form.area("remark_" + name, "report.form.remark", part.remark, of_part);
        form.checkbox("left_out_" + name, "report.form.left_out", part.is_left_out, of_part);
    }
    form.problems(problems);
    desk::Frame frame = frame_of(visit, place, visit.say("report.edit"));
    frame.visible_for = workshop::visible_to_planners(visit, place.network);
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

}  // namespace

web::Response show_draft(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_draft_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const std::string& id = page->place.workshop.record.id;
    desk::Frame frame = frame_of(visit, page->place, visit.say("report.title"));
    frame.visible_for = page->visible_for;
    View view;
    set_worded(view, "workshop", page->place.workshop.title(), visit.language);
    view.set("fixed", fixed_links(visit, page->fixed))
        .set("check_href",
             page->is_asked ? desk::address(visit, "/bijeenkomsten/{id}/verslag/controle", {id}) : "")
        .set("may_edit", may_edit(visit.who, page->place.workshop.record))
        .set("edit_href", desk::address(visit, "/bijeenkomsten/{id}/verslag/bewerken", {id}))
        .set("ask_href", desk::address(visit, "/bijeenkomsten/{id}/verslag/verzoek", {id}))
        .set("fix_href", desk::address(visit, "/bijeenkomsten/{id}/verslag/vaststelling", {id}))
        .set("introduction", html::markdown(page->draft.introduction, 2))
        .set("parts", part_views(visit, page->parts, page->known));
    return desk::show(visit, frame, "report_draft", std::move(view));
}

web::Response edit_draft(const Visit& visit) {
    Draft draft;
    const auto place = visit.read([&](db::Connection& in) {
        auto found = find_draft_place(in, visit, true);
        if (found) draft = find_draft(in, found->workshop.record.id);
        return found;
    });
    if (!place) return desk::trouble(visit, place.problems());
    return show_edit(visit, *place, draft, {});
}

web::Response post_draft(const Visit& visit) {
    const Draft draft = typed_draft(visit);
    const auto done = visit.write([&](const Act& act) { return edit(act, draft); });
    if (done)
        return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/verslag", {draft.workshop}),
                        "saved");
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const auto place = visit.read([&](db::Connection& in) { return find_draft_place(in, visit, true); });
    if (!place) return desk::trouble(visit, place.problems());
    return show_edit(visit, *place, draft, done.problems());
}

}  // namespace kring::report
