// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "domain/contribution/acts.hpp"
#include "domain/contribution/forms.hpp"
#include "domain/contribution/lists.hpp"
#include "domain/contribution/may.hpp"
#include "domain/contribution/page_functions.hpp"
#include "domain/contribution/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/drafts.hpp"
#include "platform/html/markdown.hpp"

namespace kring::contribution {

namespace {

using html::List;
using html::View;

std::vector<desk::Crumb> crumbs(const desk::Visit& visit) {
    return {{visit.say("menu.cases"), desk::address(visit, "/praktijk")}};
}

// The template in its fixed order: the heading's phrase, and the text under it.
using Part = std::pair<std::string_view, std::string Case::*>;
constexpr std::array parts = {
    Part{"contribution.case.context", &Case::context},
    Part{"contribution.case.bought", &Case::bought},
    Part{"contribution.case.approach", &Case::approach},
    Part{"contribution.case.criteria_used", &Case::criteria_used},
    Part{"contribution.case.result", &Case::result},
    Part{"contribution.case.failed", &Case::failed},
    Part{"contribution.case.again", &Case::again},
    Part{"contribution.case.documents", &Case::documents},
};

List parts_of(const desk::Visit& visit, const Case& one) {
    List sections;
    for (const auto& [phrase, text] : parts) {
        if ((one.*text).empty()) continue;
        View section;
        section.set("heading", visit.say(phrase))
            .set("body", html::markdown(one.*text, 3))
            .set("is_failure", text == &Case::failed);
        sections.push_back(std::move(section));
    }
    return sections;
}

void add_figure(const desk::Visit& visit, List& rows, const CaseRange& range, std::string_view what,
                std::string_view unit) {
    if (!range.low || !range.high) return;
    const auto number = [&](std::int64_t value) {
        return visit.site.phrases.number(static_cast<double>(value), 0, visit.language);
    };
    const std::string figure =
        *range.low == *range.high ? number(*range.low) : number(*range.low) + " – " + number(*range.high);
    View row;
    row.set("what", visit.say(what))
        .set("figure", figure + " " + visit.say(unit))
        .set("source", range.source);
    rows.push_back(std::move(row));
}

List figures_of(const desk::Visit& visit, const Case& one) {
    List rows;
    add_figure(visit, rows, one.co2, "contribution.case.co2", "unit.kg_co2e");
    add_figure(visit, rows, one.material, "contribution.case.material", "unit.kg");
    add_figure(visit, rows, one.money, "contribution.case.money", "unit.eur");
    return rows;
}

html::Html preview_of(const desk::Visit& visit, const CaseDraft& draft) {
    Case one;
    one.context = draft.context;
    one.bought = draft.bought;
    one.approach = draft.approach;
    one.criteria_used = draft.criteria_used;
    one.result = draft.result;
    one.failed = draft.failed;
    one.again = draft.again;
    one.documents = draft.documents;
    View view;
    view.set("sections", parts_of(visit, one)).set("figures", List{}).set("language", draft.common.language);
    return visit.site.templates.render_part("case_body", view, visit.language);
}

web::Response again(const desk::Visit& visit, const CaseDraft& draft, const Problems& problems,
                    bool is_preview, const std::string& id) {
    const bool is_new = id.empty();
    const std::string href = is_new ? desk::address(visit, "/praktijk/nieuw")
                                    : desk::address(visit, "/praktijk/{id}/bewerken", {id});
    desk::Form form = case_form(visit, href, draft, is_new);
    form.problems(problems);
    FormPage page{is_new ? "contribution.case.new" : "contribution.case.edit",
                  "praktijk",
                  crumbs(visit),
                  {},
                  {},
                  status_of(problems)};
    if (is_preview) page.preview = preview_of(visit, draft);
    return show_form(visit, page, form);
}

}  // namespace

web::Response list_cases(const desk::Visit& visit) {
    const Filter filter = read_filter(visit);
    const auto page = visit.read(
        [&](db::Connection& in) { return records(in, visit.who, chain::Kind::case_, filter, visit.when); });
    desk::Frame frame;
    frame.title = visit.say("menu.cases");
    frame.section = "praktijk";
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_everyone();
    View view;
    view.set("rows", desk::record_rows(visit, page.things)).set("lead", visit.say("contribution.cases.lead"));
    set_list(visit, view, "/praktijk", filter, page.total, "contribution.cases");
    view.set("may_bring", !visit.who.memberships.empty())
        .set("bring_href", desk::address(visit, "/praktijk/nieuw"))
        .set("bring_label", visit.say("contribution.case.new"));
    return desk::show(visit, frame, "record_list", std::move(view));
}

web::Response show_case(const desk::Visit& visit) {
    chain::VisibleFor visible_for;
    const auto one = visit.read([&](db::Connection& in) -> std::optional<Case> {
        const auto record = readable_record(in, visit, chain::Kind::case_);
        if (!record) return std::nullopt;
        visible_for = chain::visible_for(in, *record, visit.code());
        return find_case(in, *record);
    });
    if (!one) return desk::not_found(visit);
    desk::Frame frame;
    frame.title = one->record.title;
    frame.section = "praktijk";
    frame.crumbs = crumbs(visit);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visible_for;
    View view = record_head(visit, one->record, "/praktijk/{id}/bewerken");
    std::string whose = one->organisation_name;
    if (!one->year.empty()) whose += (whose.empty() ? "" : ", ") + one->year;
    view.set("whose", whose)
        .set("language", one->record.language)
        .set("sections", parts_of(visit, *one))
        .set("figures", figures_of(visit, *one))
        .set("chain", desk::chain_view(visit, one->record));
    return desk::show(visit, frame, "case_show", std::move(view));
}

web::Response new_case(const desk::Visit& visit) {
    if (visit.who.memberships.empty()) return desk::trouble(visit, {problem_not_a_member()});
    CaseDraft draft = read_case(kept_fields(visit, "case", ""));
    if (draft.common.audience.empty()) draft.common.audience = "network";
    return again(visit, draft, {}, false, "");
}

web::Response post_case(const desk::Visit& visit) {
    const CaseDraft draft = read_case(visit.request.form);
    if (auto kept = keep_if_asked(visit, "case", "", draft.common.title)) return std::move(*kept);
    if (!visit.request.field("preview").empty()) return again(visit, draft, {}, true, "");
    const auto brought = visit.write([&](const Act& act) {
        auto result = bring_case(act, draft);
        if (result) desk::drop_draft(act, "case", "");
        return result;
    });
    if (!brought) return again(visit, draft, brought.problems(), false, "");
    return desk::go(visit, desk::address(visit, "/praktijk/{id}", {*brought}), "brought");
}

web::Response edit_case(const desk::Visit& visit) {
    const auto one = visit.read([&](db::Connection& in) -> std::optional<Case> {
        const auto record = readable_record(in, visit, chain::Kind::case_);
        return record ? find_case(in, *record) : std::nullopt;
    });
    if (!one || !may_rewrite(visit.who, one->record)) return desk::not_found(visit);
    return again(visit, draft_of(*one), {}, false, one->record.id);
}

web::Response post_edited_case(const desk::Visit& visit) {
    const std::string id(visit.request.part("id"));
    const CaseDraft draft = read_case(visit.request.form);
    if (!visit.request.field("preview").empty()) return again(visit, draft, {}, true, id);
    const auto changed = visit.write([&](const Act& act) { return change_case(act, id, draft); });
    if (changed) return desk::go(visit, desk::address(visit, "/praktijk/{id}", {id}), "saved");
    if (changed.problems().front().trouble != Trouble::invalid)
        return desk::trouble(visit, changed.problems());
    return again(visit, draft, changed.problems(), false, id);
}

}  // namespace kring::contribution
